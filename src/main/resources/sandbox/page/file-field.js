import { tooLarge } from './attached.js';
import { shownDescription } from './catalogue.js';
import { h } from './dom.js';
import { optionBox } from './option-field.js';
import { newId } from './listbox.js';
import { read } from './options.js';

/** One option of a command that is a file: picked by a button, pasted, or dropped on the page. */
export class FileField {
  constructor(option, { onchosen, onremove, onproblem }) {
    this.option = option;
    this.file = undefined;
    this.combobox = null;
    this.onproblem = onproblem;
    this.picker = h('input', { type: 'file', hidden: true, onchange: () => this.picked(onchosen) });
    this.input = h('button', {
      type: 'button',
      id: newId('option'),
      class: 'option-file',
      onclick: () => this.picker.click(),
    });
    this.element = optionBox(option, [this.input, this.picker], onremove);
    this.entry = {};
  }

  get isEmpty() {
    return this.file === undefined;
  }

  get entry() {
    return { text: '', file: this.file };
  }

  set entry({ file }) {
    this.file = file;
    this.input.textContent = file?.name ?? 'Choose a file';
  }

  get hint() {
    return [shownDescription(this.option), 'a file'].join(' · ');
  }

  read() {
    return read(this.option, this.entry, []);
  }

  /** Takes a file, unless it is larger than what may be uploaded. */
  take(file) {
    const problem = tooLarge(file);
    if (problem === '') {
      this.entry = { file };
    } else {
      this.onproblem(problem);
    }
  }

  picked(onchosen) {
    const [file] = this.picker.files;
    if (file !== undefined) {
      this.take(file);
      this.picker.value = '';
      onchosen();
    }
  }

  settle() {}

  offer() {}
}
