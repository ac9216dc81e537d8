import { store } from './store.js';

/** What was typed and not sent: one draft for each user in each channel. */
export class Drafts {
  constructor() {
    this.kept = new Map();
  }

  /** Where the viewer is now. */
  get place() {
    return store.channel === null ? '' : `${store.viewer.id}/${store.channel.id}`;
  }

  keep(place, draft) {
    this.kept.set(place, draft);
  }

  /** A place's draft: `{text, files, command}`; the command is null or what a row was, see `CommandRow.state`. */
  at(place) {
    return this.kept.get(place) ?? { text: '', files: [], command: null };
  }
}
