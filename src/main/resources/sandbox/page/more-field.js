import { shownDescription, shownName } from './catalogue.js';
import { Combobox } from './combobox.js';
import { h } from './dom.js';
import { newId } from './listbox.js';
import { matching } from './matching.js';
import { namesOf } from './typed.js';

/** The end of a command that is being typed: where one adds the options that are left. */
export class MoreField {
  constructor({ anchor, onpick }) {
    this.left = [];
    this.input = h('input', { id: newId('more'), class: 'option-more', autocomplete: 'off', spellcheck: 'false' });
    this.combobox = new Combobox(this.input, { label: 'Options', anchor, onpick: (item) => onpick(item.option) });
    this.element = h('div', { class: 'option option-end' }, this.input, this.combobox.popup);
    this.input.addEventListener('input', () => this.offer());
    this.input.addEventListener('focus', () => this.offer());
    this.input.addEventListener('click', () => this.offer());
    this.input.addEventListener('blur', () => this.settle());
  }

  get isEmpty() {
    return this.input.value === '';
  }

  get hint() {
    return this.left.length === 0 ? 'Enter sends the command.' : 'Enter sends the command; or add an option.';
  }

  /** Offers these from now on. */
  set options(options) {
    this.left = options;
    const count = options.length;
    this.input.placeholder = count === 0 ? '' : `+ ${count === 1 ? shownName(options[0]) : `${count} options`}`;
    this.input.setAttribute('aria-label', count === 0 ? 'End of the command' : 'Add an option');
  }

  get entry() {
    return { text: this.input.value };
  }

  set entry({ text }) {
    this.input.value = text;
  }

  read() {
    const text = this.input.value.trim();
    return text === '' ? {} : { problem: `There is no option “${text}”.` };
  }

  offer() {
    const found = matching(this.left, this.input.value.replace(/^\+\s*/, ''), namesOf);
    const items = found.map((option) => ({ option, name: shownName(option), description: shownDescription(option) }));
    const status = items.length === 0 && !this.isEmpty ? 'There is no such option.' : '';
    this.combobox.show(items, { status, active: this.isEmpty ? -1 : 0 });
  }

  settle() {
    this.combobox.close();
  }
}
