import { h } from './dom.js';

/** The box that one types into, with a button for files before and one for sending behind. */
export class ComposeBox {
  constructor({ onsend, onfiles }) {
    this.picker = h('input', { type: 'file', multiple: true, hidden: true, onchange: () => this.picked(onfiles) });
    this.attach = h(
      'button',
      { type: 'button', class: 'attach', 'aria-label': 'Attach files', onclick: () => this.picker.click() },
      '+',
    );
    this.send = h('button', { type: 'button', class: 'send', onclick: onsend }, 'Send');
    this.element = h('div', { class: 'compose-box' });
  }

  /** Puts in what one types into, and what stands above it. */
  fill(above, inputs) {
    this.element.append(...above, h('div', { class: 'compose-line' }, this.attach, this.picker, inputs, this.send));
  }

  allow({ canAttach, canSend }) {
    this.attach.disabled = !canAttach;
    this.send.disabled = !canSend;
  }

  picked(onfiles) {
    onfiles([...this.picker.files]);
    this.picker.value = '';
  }
}
