import { h, replace } from './dom.js';
import { OptionField } from './option-field.js';
import { FileField } from './file-field.js';
import { icon } from './icons.js';
import { newId } from './listbox.js';
import { MoreField } from './more-field.js';
import { OptionType } from './options.js';
import { orderOf } from './order.js';
import { RowTyping } from './row-typing.js';
import { namesOf, written } from './typed.js';

/**
 * A slash command while its options are filled in: `top` says what it is, `problem` what is wrong, `options` is typed into.
 *
 * `complete` promises the bot's choices for an option; `onsend` is called with what to run; `ongiveup` with the command as
 * plain text.
 */
export class CommandRow {
  constructor({ anchor, complete, onsend, ongiveup }) {
    this.anchor = anchor;
    this.complete = complete;
    this.onsend = onsend;
    this.ongiveup = ongiveup;
    this.command = null;
    this.fields = [];
    this.more = new MoreField({ anchor, onpick: (option) => this.add(option).input.focus() });
    this.name = h('strong', { class: 'command-name' });
    this.hint = h('span', { class: 'command-hint', id: newId('hint') });
    this.problem = h('p', { class: 'command-problem', id: newId('problem'), role: 'alert', hidden: true });
    this.top = h(
      'div',
      { class: 'command-top', hidden: true },
      this.name,
      this.hint,
      h('button', { type: 'button', 'aria-label': 'Leave the command', onclick: () => this.giveUp() }, icon('close')),
    );
    this.options = h('div', { class: 'command-options', role: 'group', hidden: true });
    const typing = new RowTyping(this);
    this.options.addEventListener('keydown', (event) => typing.key(event));
    this.options.addEventListener('input', (event) => typing.typed(event));
    this.options.addEventListener('focusin', (event) => this.describe(event.target));
  }

  get isOpen() {
    return this.command !== null;
  }

  /** Everything that one can type into, in order. */
  get parts() {
    return [...this.fields, this.more];
  }

  /** What was typed, to be started with again: `{command, entries, rest}`. */
  get state() {
    const entries = new Map(this.fields.map((field) => [field.option.name, field.entry]));
    return { command: this.command, entries, rest: this.more.input.value };
  }

  /** Begins a command, with what was typed of it before. */
  start(command, entries = new Map(), rest = '') {
    this.command = command;
    this.name.textContent = `/${command.shown}`;
    this.options.setAttribute('aria-label', `Options of /${command.shown}`);
    this.show(true);
    this.fields = [];
    replace(this.options, this.more.element);
    this.tell('');
    const all = [...command.options.filter((option) => option.required), ...this.named(entries)];
    new Set(all).forEach((option) => this.add(option, entries.get(option.name)));
    this.more.input.value = rest;
    this.offerLeft();
  }

  named(entries) {
    return [...entries.keys()]
      .map((name) => this.command.options.find((option) => option.name === name))
      .filter((option) => option !== undefined);
  }

  /** Goes to where one types next: the first required option that is empty, or the last that was typed. */
  focus() {
    const empty = this.fields.find((field) => field.option.required && field.isEmpty);
    const last = this.more.isEmpty ? this.fields.at(-1) : this.more;
    (empty ?? last ?? this.more).input.focus();
  }

  add(option, entry) {
    const field = this.make(option);
    if (entry !== undefined) {
      field.entry = entry;
    }
    this.fields.push(field);
    this.more.element.before(field.element);
    this.more.input.value = '';
    this.offerLeft();
    return field;
  }

  make(option) {
    const handlers = {
      anchor: this.anchor,
      complete: (typed) => this.complete(option, typed),
      onchosen: () => this.nextEmpty()?.input.focus(),
      onremove: () => this.remove(this.fieldOf(option)),
      onproblem: (problem) => this.refuse(this.fieldOf(option), problem),
    };
    return option.type === OptionType.ATTACHMENT ? new FileField(option, handlers) : new OptionField(option, handlers);
  }

  fieldOf(option) {
    return this.fields.find((field) => field.option === option);
  }

  nextEmpty() {
    return this.fields.find((field) => field.option.required && field.isEmpty);
  }

  /** Takes an option away and goes to what is before it. */
  remove(field) {
    const before = this.fields[this.fields.indexOf(field) - 1] ?? this.fields[1] ?? this.more;
    this.fields = this.fields.filter((other) => other !== field);
    before.input.focus();
    field.element.remove();
    this.offerLeft();
  }

  offerLeft() {
    this.more.options = this.left();
  }

  left() {
    return this.command.options.filter((option) => this.fieldOf(option) === undefined);
  }

  /** Sends the command if all is well; else goes to the first part that is not. */
  send() {
    const { problem, part, options, files } = orderOf(this.parts);
    if (problem !== undefined) {
      this.refuse(part, problem);
      return;
    }
    const { command, state } = this;
    this.close();
    this.onsend({ path: command.path, options, files }, state);
  }

  /** Says why this part, or without one the command, cannot be sent, and goes there. */
  refuse(part, problem) {
    this.tell(problem);
    (part ?? this.more).input.focus();
    part?.input.setAttribute('aria-invalid', 'true');
  }

  /** Gives a file to the option that waits for one. */
  takeFile(file) {
    const option = this.command.options
      .filter(({ type }) => type === OptionType.ATTACHMENT)
      .find((candidate) => this.fieldOf(candidate)?.isEmpty ?? true);
    if (option === undefined) {
      this.refuse(undefined, 'This command takes no more files.');
      return;
    }
    const field = this.fieldOf(option) ?? this.add(option);
    field.input.focus();
    field.take(file);
  }

  /** The part that a sentence of the server begins with, or undefined. */
  partOf(sentence) {
    return this.fields.find((field) => namesOf(field.option).some((name) => sentence.startsWith(`${name} `)));
  }

  /** Leaves the command; what was typed becomes plain text. */
  giveUp() {
    const { command, state } = this;
    this.close();
    this.ongiveup([written(command, state.entries), state.rest].filter((text) => text !== '').join(' '));
  }

  close() {
    this.parts.forEach((part) => part.settle());
    this.command = null;
    this.fields = [];
    this.tell('');
    this.show(false);
    replace(this.options);
  }

  show(isShown) {
    this.top.hidden = !isShown;
    this.options.hidden = !isShown;
  }

  tell(problem) {
    this.problem.textContent = problem;
    this.problem.hidden = problem === '';
    this.parts.forEach((part) => part.input.removeAttribute('aria-invalid'));
  }

  describe(input) {
    const part = this.parts.find((candidate) => candidate.input === input);
    if (part !== undefined) {
      this.hint.textContent = part.hint;
      input.setAttribute('aria-describedby', `${this.hint.id} ${this.problem.id}`);
    }
  }
}
