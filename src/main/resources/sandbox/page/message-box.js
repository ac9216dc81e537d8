import { Attached } from './attached.js';
import { begun, offered } from './catalogue.js';
import { Combobox } from './combobox.js';
import { h } from './dom.js';
import { joined } from './drafts.js';
import { grow } from './growing.js';
import { entriesOf } from './typed.js';

const LONGEST_MESSAGE = 2000;
const MOST_OFFERED = 50;
const COMMAND = /^\/(\p{L}|$)/u;
const NO_COMMANDS = 'There are no commands here now.';
const count = new Intl.NumberFormat('en');

/**
 * The text field for messages, which also notices when a command is typed into it.
 *
 * `onsend` gets `{text, files}` to post; `oncommand` a command, the entries and the text that were typed after it; `onup`
 * is called for the arrow up where nothing is typed.
 */
export class MessageBox {
  constructor({ anchor, onsend, oncommand, onup }) {
    Object.assign(this, { onsend, oncommand, onup });
    this.commands = [];
    this.isPlain = false;
    this.attached = new Attached();
    this.input = h('textarea', {
      id: 'composer',
      rows: '1',
      autocomplete: 'off',
      'aria-describedby': 'compose-problem',
    });
    this.problem = h('p', { class: 'compose-problem', id: 'compose-problem', role: 'alert', hidden: true });
    this.list = new Combobox(this.input, { label: 'Commands', anchor, onpick: (item) => this.begin(item.command) });
    this.input.addEventListener('input', () => this.typed());
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.input.addEventListener('blur', () => this.list.close());
    this.input.addEventListener('focus', () => this.consider());
  }

  get isEmpty() {
    return this.input.value === '' && this.attached.files.length === 0;
  }

  get text() {
    return this.input.value;
  }

  /** Puts a text in. A whole command in it stays plain text: it was given up before. */
  set text(text) {
    this.input.value = text;
    this.isPlain = begun(this.commands, text) !== null;
    this.list.close();
    grow(this.input);
  }

  /** Puts a message that could not be sent before what was typed since. */
  putBefore({ text, files }) {
    if (text !== '') {
      this.text = joined(text, this.text);
    }
    this.attached.set([...files, ...this.attached.files]);
  }

  /** Offers these commands from now on. */
  offer(commands) {
    this.commands = commands;
    if (document.activeElement === this.input) {
      this.consider();
    }
  }

  /** Says what one may do in this channel, which can be null. */
  allow(channel) {
    const { canWrite = false, canUseCommands = false } = channel ?? {};
    this.canWrite = canWrite;
    this.input.disabled = !canWrite && !canUseCommands;
    const name = channel?.type === 1 ? `@${channel.name}` : `#${channel?.name}`;
    const barred = canUseCommands ? 'Here you can only use commands: type /' : 'You cannot write here.';
    this.input.placeholder = canWrite ? `Message ${name}` : barred;
    this.input.setAttribute('aria-label', this.input.placeholder);
  }

  key(event) {
    if (event.isComposing) {
      return;
    }
    if (this.list.key(event) || this.isTaken(event)) {
      event.preventDefault();
    }
  }

  isTaken(event) {
    if (event.key === 'Enter' && !event.shiftKey) {
      this.send();
      return true;
    }
    return event.key === 'ArrowUp' && this.isEmpty && this.onup();
  }

  typed() {
    this.tell('');
    grow(this.input);
    this.consider();
  }

  /** Begins the command that is typed, or shows what it may become. */
  consider() {
    const { text } = this;
    this.isPlain &&= text.startsWith('/');
    const found = this.isPlain ? null : begun(this.commands, text);
    if (found !== null) {
      const { entries, rest } = entriesOf(found.command, found.rest);
      this.begin(found.command, entries, rest);
      return;
    }
    const fitting = this.isPlain ? [] : offered(this.commands, text).slice(0, MOST_OFFERED);
    this.list.show(
      fitting.map((command) => ({ command, name: `/${command.shown}`, description: command.description })),
      { status: this.isInVain(text) ? NO_COMMANDS : '' },
    );
  }

  /** Whether this looks like a command where there are none. */
  isInVain(text) {
    return this.commands.length === 0 && COMMAND.test(text);
  }

  begin(command, entries, rest) {
    this.text = '';
    this.tell('');
    this.oncommand(command, entries, rest);
  }

  send() {
    const text = this.text.trim();
    const problem = this.problemOf(text);
    this.tell(problem);
    if (problem === '' && !(text === '' && this.attached.files.length === 0)) {
      const { files } = this.attached;
      this.attached.set([]);
      this.text = '';
      this.onsend({ text, files });
    }
  }

  problemOf(text) {
    const length = [...text].length;
    if (!this.canWrite && !this.isEmpty) {
      return 'You cannot write messages here, only use commands.';
    }
    if (this.isInVain(text)) {
      return NO_COMMANDS;
    }
    return length > LONGEST_MESSAGE
      ? `A message has at most ${count.format(LONGEST_MESSAGE)} characters; this one has ${count.format(length)}.`
      : '';
  }

  attach(files) {
    this.tell(this.canWrite ? this.attached.add(files) : 'You cannot send files here.');
  }

  tell(problem) {
    this.problem.textContent = problem;
    this.problem.hidden = problem === '';
  }
}
