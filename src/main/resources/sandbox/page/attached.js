import { h, replace } from './dom.js';
import { size } from './files.js';
import { icon } from './icons.js';
import { store } from './store.js';

const MOST_FILES = 10;

/** Why a file cannot be uploaded to the open channel; empty where it can. */
export function tooLarge(file) {
  const limit = store.channel.uploadLimit;
  return file.size > limit ? `${file.name} has ${size(file.size)}; here a file may have ${size(limit)}.` : '';
}

/** The files that go along with a message. */
export class Attached {
  constructor() {
    this.files = [];
    this.element = h('ul', { class: 'attached', 'aria-label': 'Files to send' });
    this.draw();
  }

  /** Adds what fits; a sentence about what does not, else empty. */
  add(files) {
    const problems = files.map(tooLarge).filter((problem) => problem !== '');
    const fitting = files.filter((file) => tooLarge(file) === '');
    const room = MOST_FILES - this.files.length;
    this.set([...this.files, ...fitting.slice(0, room)]);
    return problems[0] ?? (fitting.length > room ? `A message takes at most ${MOST_FILES} files.` : '');
  }

  set(files) {
    this.files = files;
    this.draw();
  }

  draw() {
    this.element.hidden = this.files.length === 0;
    replace(
      this.element,
      this.files.map((file, index) => this.row(file, index)),
    );
  }

  row(file, index) {
    const remove = () => {
      this.set(this.files.filter((_, other) => other !== index));
      (this.element.querySelectorAll('button')[index] ?? document.getElementById('composer')).focus();
    };
    return h(
      'li',
      null,
      h('span', { class: 'attached-name' }, file.name),
      h('span', { class: 'attached-size' }, size(file.size)),
      h('button', { type: 'button', 'aria-label': `Remove ${file.name}`, onclick: remove }, icon('close')),
    );
  }
}
