import * as api from './api.js';
import { readable } from './order.js';
import { store } from './store.js';

/** Promises what the bot offers for an option of a command, after what was typed into it and the others. */
export function suggest(row, option, typed) {
  const options = readable(row.fields.filter((field) => field.option !== option));
  return api.complete({ ...here(), path: row.command.path, option: option.name, typed, options });
}

/** Runs a command; promises the bot's first answer. */
export function run({ path, options, files }) {
  return api.run({ ...here(), path, options }, files);
}

/** Writes a message. */
export function say({ text, files }) {
  return api.say({ ...here(), content: text }, files);
}

function here() {
  return { as: store.viewer.id, channel: store.channel.id };
}
