import { h } from './dom.js';
import { icon } from './icons.js';
import { newId } from './listbox.js';

/** What stands above the options of a command: its name, what the option at hand is, and what is wrong. */
export class CommandTop {
  constructor({ onleave }) {
    this.name = h('strong', { class: 'command-name' });
    this.hint = h('span', { class: 'command-hint', id: newId('hint') });
    this.problem = h('p', { class: 'command-problem', id: newId('problem'), role: 'alert', hidden: true });
    this.line = h(
      'div',
      { class: 'command-line' },
      this.name,
      this.hint,
      h('button', { type: 'button', 'aria-label': 'Leave the command', onclick: onleave }, icon('close')),
    );
    this.element = h('div', { class: 'command-top', hidden: true }, this.line, this.problem);
  }

  show(command) {
    this.name.textContent = `/${command.shown}`;
    this.element.hidden = false;
    this.tell('');
  }

  hide() {
    this.element.hidden = true;
    this.tell('');
  }

  /** Says what this part of the command takes. */
  describe(part) {
    this.hint.textContent = part.hint;
    part.input.setAttribute('aria-describedby', `${this.hint.id} ${this.problem.id}`);
  }

  /** Says what is wrong; nothing, if that is empty. */
  tell(problem) {
    this.problem.textContent = problem;
    this.problem.hidden = problem === '';
  }
}
