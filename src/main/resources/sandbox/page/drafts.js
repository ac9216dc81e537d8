import { store } from './store.js';

/**
 * What was typed and not sent: one draft for each user in each channel.
 *
 * A draft is `{text, files, command}`; the command is null or a row's, see `CommandRow.state`.
 */
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

  at(place) {
    return this.kept.get(place) ?? { text: '', files: [], command: null };
  }
}

/** A draft, with what could not be sent before it. */
export function before({ text, files, command }, draft) {
  return { text: joined(text, draft.text), files: [...files, ...draft.files], command: draft.command ?? command };
}

/** Texts below each other. */
export function joined(...texts) {
  return texts.filter((text) => text !== '').join('\n');
}
