import { CommandTop } from './command-top.js';
import { h, replace } from './dom.js';
import { FileField } from './file-field.js';
import { MoreField } from './more-field.js';
import { OptionField } from './option-field.js';
import { OptionType } from './options.js';
import { orderOf } from './order.js';
import { RowTyping } from './row-typing.js';
import { namesOf, written } from './typed.js';

/**
 * A slash command while its options are filled in: `top` says what it is, and into `options` one types.
 *
 * `complete` promises the bot's choices for an option; `onsend` is called with what to run and what was typed, `ongiveup`
 * with the command as plain text. Lists pop up beside `anchor`.
 */
export class CommandRow {
  constructor({ anchor, complete, onsend, ongiveup }) {
    Object.assign(this, { anchor, complete, onsend, ongiveup });
    this.command = null;
    this.fields = [];
    this.more = new MoreField({ anchor, onpick: (option) => this.add(option).input.focus() });
    this.top = new CommandTop({ onleave: () => this.giveUp() });
    this.options = h('div', { class: 'command-options', role: 'group', hidden: true });
    const typing = new RowTyping(this);
    this.options.addEventListener('keydown', (event) => typing.key(event));
    this.options.addEventListener('input', (event) => typing.typed(event));
    this.options.addEventListener('focusin', (event) => typing.entered(event));
  }

  get isOpen() {
    return this.command !== null;
  }

  /** Everything that one can type into, in order. */
  get parts() {
    return [...this.fields, this.more];
  }

  /** The first option without which nothing can be sent, or undefined. */
  get missing() {
    return this.fields.find((field) => field.option.required && field.isEmpty);
  }

  /** What was typed, to be started with again: `{command, entries, rest}`. */
  get state() {
    const entries = new Map(this.fields.map((field) => [field.option.name, field.entry]));
    return { command: this.command, entries, rest: this.more.entry.text };
  }

  /** Begins a command, with what was typed of it before: the required options, then those that were named. */
  start(command, entries = new Map(), rest = '') {
    this.command = command;
    this.fields = [];
    replace(this.options, this.more.element);
    this.options.setAttribute('aria-label', `Options of /${command.shown}`);
    this.options.hidden = false;
    this.top.show(command);
    const required = command.options.filter((option) => option.required);
    const named = [...entries.keys()].map((name) => command.options.find((option) => option.name === name));
    new Set([...required, ...named]).forEach((option) => this.add(option, entries.get(option.name)));
    this.more.entry = { text: rest };
    this.offerLeft();
  }

  /** Goes to where one types next: what is missing, or else what was typed last. */
  focus() {
    const last = this.more.isEmpty ? this.fields.at(-1) : this.more;
    (this.missing ?? last ?? this.more).input.focus();
  }

  add(option, entry) {
    const field = this.make(option);
    this.fields.push(field);
    this.more.element.before(field.element);
    if (entry !== undefined) {
      field.entry = entry;
    }
    this.more.entry = { text: '' };
    this.offerLeft();
    return field;
  }

  make(option) {
    const handlers = {
      anchor: this.anchor,
      complete: (typed) => this.complete(option, typed),
      onchosen: () => this.missing?.input.focus(),
      onremove: () => this.remove(this.fieldOf(option)),
      onproblem: (problem) => this.refuse(this.fieldOf(option), problem),
    };
    return option.type === OptionType.ATTACHMENT ? new FileField(option, handlers) : new OptionField(option, handlers);
  }

  fieldOf(option) {
    return this.fields.find((field) => field.option === option);
  }

  /** Takes an option away and goes to what is before it. */
  remove(field) {
    const index = this.fields.indexOf(field);
    this.fields.splice(index, 1);
    (this.parts[index - 1] ?? this.parts[0]).input.focus();
    field.element.remove();
    this.offerLeft();
  }

  offerLeft() {
    this.more.options = this.command.options.filter((option) => this.fieldOf(option) === undefined);
  }

  /** Gives a file to the option that waits for one. */
  takeFile(file) {
    const waiting = this.command.options.find(
      (option) => option.type === OptionType.ATTACHMENT && (this.fieldOf(option)?.isEmpty ?? true),
    );
    if (waiting === undefined) {
      this.refuse(undefined, 'This command takes no more files.');
      return;
    }
    const field = this.fieldOf(waiting) ?? this.add(waiting);
    field.input.focus();
    field.take(file);
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
    this.forgive();
    this.top.tell(problem);
    (part ?? this.more).input.focus();
    part?.input.setAttribute('aria-invalid', 'true');
  }

  /** The same for a sentence of the server, which begins with the name of the option that it is about. */
  refuseAsTold(sentence) {
    const part = this.fields.find((field) => namesOf(field.option).some((name) => sentence.startsWith(`${name} `)));
    this.refuse(part, sentence);
  }

  /** Says no more that something is wrong. */
  forgive() {
    this.top.tell('');
    this.parts.forEach((part) => part.input.removeAttribute('aria-invalid'));
  }

  /** Leaves the command; what was typed becomes plain text. */
  giveUp() {
    const { command, state } = this;
    this.close();
    this.ongiveup([written(command, state.entries), state.rest].filter((text) => text !== '').join(' '));
  }

  close() {
    this.parts.forEach((part) => part.settle());
    this.forgive();
    this.command = null;
    this.fields = [];
    this.top.hide();
    this.options.hidden = true;
    replace(this.options);
  }
}
