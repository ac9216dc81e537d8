import { complete, run, say } from './api.js';
import { commandOf } from './catalogue.js';
import { CommandList } from './command-list.js';
import { CommandRow } from './command.js';
import { h } from './dom.js';
import { Drafts } from './drafts.js';
import { takeFiles } from './dropping.js';
import { showForm } from './form.js';
import { MessageBox } from './message-box.js';
import { readable } from './order.js';
import { on, store } from './store.js';

/** Builds the composer: where one writes messages and runs commands. */
export function mountComposer(element) {
  const composer = new Composer(element);
  ['state', 'channel'].forEach((what) => on(what, () => composer.moved()));
  document.addEventListener('command', (event) => composer.startCalled(event.detail));
}

class Composer {
  constructor(element) {
    this.element = element;
    this.drafts = new Drafts();
    this.place = '';
    this.last = null;
    this.box = h('div', { class: 'compose-box' });
    this.row = new CommandRow({
      anchor: this.box,
      complete: (option, typed) => this.suggest(option, typed),
      onsend: (order, state) => this.run(order, state),
      ongiveup: (text) => this.write(text),
    });
    this.message = new MessageBox({
      anchor: this.box,
      onsend: (draft) => this.say(draft),
      oncommand: (command, entries, rest) => this.start(command, entries, rest),
      onup: () => this.again(),
    });
    this.list = new CommandList((commands) => this.message.offer(commands));
    this.picker = h('input', { type: 'file', multiple: true, hidden: true, onchange: () => this.picked() });
    this.build();
    takeFiles(element, (files) => this.take(files));
  }

  build() {
    this.attach = h('button', { type: 'button', class: 'attach', 'aria-label': 'Attach files', onclick: () => this.picker.click() }, '+');
    this.sendButton = h('button', { type: 'button', class: 'send', onclick: () => this.send() }, 'Send');
    const { message, row } = this;
    const line = [this.attach, this.picker, message.input, message.list.popup, row.options, this.sendButton];
    this.box.append(row.top, row.problem, message.problem, h('div', { class: 'compose-line' }, line));
    this.element.append(message.attached.element, this.box);
  }

  /** Puts this place's draft where the other's was, once one is somewhere else. */
  moved() {
    this.message.allow(store.channel);
    this.show();
    if (this.drafts.place !== this.place) {
      this.drafts.keep(this.place, this.draft);
      this.place = this.drafts.place;
      this.restore(this.drafts.at(this.place));
    }
  }

  get draft() {
    const { text, attached } = this.message;
    return { text, files: attached.files, command: this.row.isOpen ? this.row.state : null };
  }

  restore({ text, files, command }) {
    this.row.close();
    this.message.tell('');
    this.message.text = text;
    this.message.attached.set(files);
    if (command !== null) {
      this.row.start(command.command, command.entries, command.rest);
    }
    this.show();
  }

  /** Shows either the text field or the command. */
  show() {
    this.element.classList.toggle('in-command', this.row.isOpen);
    this.attach.disabled = !this.message.canWrite;
    this.sendButton.disabled = this.message.input.disabled;
  }

  start(command, entries, rest) {
    this.row.start(command, entries, rest);
    this.show();
    this.row.focus();
  }

  /** Begins the command that was clicked somewhere on the page. */
  startCalled(name) {
    const command = commandOf(this.list.all, name);
    if (command === undefined) {
      store.problem(`You cannot use /${name} here.`);
    } else {
      this.start(command);
    }
  }

  /** Begins the last command once more, with all that was typed. */
  again() {
    if (this.last !== null) {
      this.start(this.last.command, this.last.entries, this.last.rest);
    }
    return this.last !== null;
  }

  /** Makes plain text of a command that was given up. */
  write(text) {
    this.message.text = joined(text, this.message.text);
    this.show();
    this.message.input.focus();
  }

  send() {
    if (this.row.isOpen) {
      this.row.send();
    } else {
      this.message.send();
    }
  }

  picked() {
    this.take([...this.picker.files]);
    this.picker.value = '';
    this.message.input.focus();
  }

  take(files) {
    if (this.row.isOpen) {
      this.row.takeFile(files[0]);
    } else {
      this.message.attach(files);
    }
  }

  suggest(option, typed) {
    const { path } = this.row.command;
    const options = readable(this.row.fields.filter((field) => field.option !== option));
    return complete({ ...here(), path, option: option.name, typed, options });
  }

  run({ path, options, files }, state) {
    this.last = state;
    this.show();
    this.message.input.focus();
    const draft = { text: '', files: [], command: state };
    this.await(run({ ...here(), path, options }, files).then(showForm), draft);
  }

  say({ text, files }) {
    this.await(say({ ...here(), content: text }, files), { text, files, command: null });
  }

  /** Gives back what was typed, should the server not take it. */
  await(answer, draft) {
    const { place } = this;
    answer.catch((refusal) => {
      if (place === this.place && this.isFree) {
        this.restore(draft);
        this.refuse(refusal.message);
        return;
      }
      store.problem(refusal.message);
      if (draft.command === null) {
        this.giveBack(place, draft);
      }
    });
  }

  get isFree() {
    return this.message.isEmpty && !this.row.isOpen;
  }

  refuse(sentence) {
    if (this.row.isOpen) {
      this.row.refuse(this.row.partOf(sentence), sentence);
    } else {
      this.message.tell(sentence);
    }
  }

  /** Puts a message that was not taken before what was typed since. */
  giveBack(place, { text, files }) {
    const now = place === this.place ? this.draft : this.drafts.at(place);
    const both = { ...now, text: joined(text, now.text), files: [...files, ...now.files] };
    if (place === this.place) {
      this.restore(both);
    } else {
      this.drafts.keep(place, both);
    }
  }
}

function here() {
  return { as: store.viewer.id, channel: store.channel.id };
}

function joined(...texts) {
  return texts.filter((text) => text !== '').join('\n');
}
