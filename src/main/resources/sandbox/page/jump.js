import { store } from './store.js';

/** Opens a channel, and goes to a message in it if one is named. */
export function jump(channel, message = null) {
  store.open(channel);
  const article = message === null ? null : document.querySelector(`[data-message="${CSS.escape(message)}"]`);
  article?.scrollIntoView({ block: 'center' });
  article?.focus({ preventScroll: true });
}
