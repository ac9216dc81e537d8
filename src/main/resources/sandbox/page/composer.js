import { commandOf } from './catalogue.js';
import { CommandList } from './command-list.js';
import { CommandRow } from './command.js';
import { ComposeBox } from './compose-box.js';
import { before, Drafts, joined } from './drafts.js';
import { takeFiles } from './dropping.js';
import { showForm } from './form.js';
import { MessageBox } from './message-box.js';
import { run, say, suggest } from './sending.js';
import { on, store } from './store.js';

/** Builds the composer: where one writes messages and runs commands. */
export function mountComposer(element) {
  const composer = new Composer(element);
  ['state', 'channel'].forEach((what) => on(what, () => composer.moved()));
  document.addEventListener('command', (event) => composer.startCalled(event.detail));
}

/** Shows one of two things: a text field for messages, or the options of a command. */
class Composer {
  constructor(element) {
    this.element = element;
    this.drafts = new Drafts();
    this.place = '';
    this.last = null;
    this.box = new ComposeBox({ onsend: () => this.send(), onfiles: (files) => this.take(files) });
    this.row = new CommandRow({
      anchor: this.box.element,
      complete: (option, typed) => suggest(this.row, option, typed),
      onsend: (order, state) => this.run(order, state),
      ongiveup: (text) => this.write(text),
    });
    this.message = new MessageBox({
      anchor: this.box.element,
      onsend: (draft) => this.await(say(draft), { ...draft, command: null }),
      oncommand: (command, entries, rest) => this.start(command, entries, rest),
      onup: () => this.again(),
    });
    this.list = new CommandList((commands) => this.message.offer(commands));
    const { message, row, box } = this;
    box.fill([row.top.element, message.problem], [message.input, message.list.popup, row.options]);
    element.append(message.attached.element, box.element);
    takeFiles(element, (files) => this.take(files));
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

  show() {
    this.element.classList.toggle('in-command', this.row.isOpen);
    this.box.allow({ canAttach: this.message.canWrite, canSend: !this.message.input.disabled });
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

  take(files) {
    if (this.row.isOpen) {
      this.row.takeFile(files[0]);
    } else {
      this.message.attach(files);
      this.message.input.focus();
    }
  }

  send() {
    if (this.row.isOpen) {
      this.row.send();
    } else {
      this.message.send();
    }
  }

  run(order, state) {
    this.last = state;
    this.show();
    this.message.input.focus();
    this.await(run(order).then(showForm), { text: '', files: [], command: state });
  }

  /** Gives back what was typed, should the server not take it; a command is brought back by the arrow up, too. */
  await(answer, draft) {
    const { place } = this;
    answer.catch((refusal) => {
      if (place === this.place && this.message.isEmpty && !this.row.isOpen) {
        this.restore(draft);
        this.refuse(refusal.message);
      } else {
        store.problem(refusal.message);
        this.giveBack(place, draft);
      }
    });
  }

  giveBack(place, draft) {
    if (place === this.place) {
      this.message.putBefore(draft);
    } else {
      this.drafts.keep(place, before(draft, this.drafts.at(place)));
    }
  }

  refuse(sentence) {
    if (this.row.isOpen) {
      this.row.refuseAsTold(sentence);
    } else {
      this.message.tell(sentence);
    }
  }
}
