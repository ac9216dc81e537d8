import { on, store } from './store.js';

let hasBeenThere = false;

/** Calls a listener now and whenever it changes with how it is with the bot, in words, and whether all is well. */
export function onHealth(listener) {
  listener('Connecting…', false);
  const told = () => listener(...wordsFor(store.state.bot));
  on('state', told);
  on('bot', told);
  on('lost', () => listener('Reconnecting…', false));
}

function wordsFor({ name, connected }) {
  hasBeenThere ||= connected;
  if (connected) {
    return [`${name} is connected`, true];
  }
  return [hasBeenThere ? `${name} lost its connection…` : `${name} is starting…`, false];
}
