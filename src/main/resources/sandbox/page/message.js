import { h, replace } from './dom.js';
import { renderFile } from './files.js';
import { arrange, keepingFocus } from './keyed.js';
import { words } from './markdown.js';
import { PARTS } from './parts.js';
import { store } from './store.js';

/** A message in the list, which changes in place: `node`, `message`, and `update(message, names, isGrouped)`. */
export function messageView() {
  const parts = Object.fromEntries(Object.keys(PARTS).map((name) => [name, h('div', { class: `message-${name}` })]));
  const article = h('article', { class: 'message', tabindex: '-1' }, Object.values(parts));
  const view = { node: h('li', {}, article), message: null, update };
  const drawn = new Map();
  const files = new Map();

  function update(message, names, isGrouped) {
    view.message = message;
    article.dataset.message = message.id;
    article.setAttribute('aria-labelledby', named(message.id));
    Object.entries(PARTS).forEach(([name, part]) => refresh(name, part, message, names));
    article.classList.toggle('grouped', isGrouped);
    article.classList.toggle('ephemeral', message.ephemeral);
    article.classList.toggle('mentions-viewer', mentionsViewer(message));
  }

  /** Who reaches it by keyboard hears who wrote it, and what. */
  function named(id) {
    const said = ['lead', 'head', 'content'].map((name) => parts[name]);
    said.forEach((part) => (part.id = `${part.className}-${id}`));
    return said.map((part) => part.id).join(' ');
  }

  function refresh(name, part, message, names) {
    const shows = part.shows(message, names);
    const key = JSON.stringify(shows);
    if (drawn.get(name) === key) {
      return;
    }
    drawn.set(name, key);
    if (name === 'files') {
      arrange(parts.files, keptFiles(message));
    } else {
      keepingFocus(parts[name], () => replace(parts[name], part.draw(message, shows)));
    }
  }

  /** A file that stays is the same node, so that it plays on. */
  function keptFiles(message) {
    return message.files.map((file) => {
      if (!files.has(file.id)) {
        files.set(file.id, renderFile(file));
      }
      return files.get(file.id);
    });
  }

  return view;
}

/** Whether a message speaks to the viewer. */
export function mentionsViewer({ mentions, author }) {
  return author.id !== store.viewer.id && (mentions.everyone || mentions.users.includes(store.viewer.id));
}

/** A message in a sentence, for screen readers. */
export function spoken(message) {
  const files = message.files.map((file) => file.name);
  const titles = message.embeds.map((embed) => embed.title ?? '');
  const said = message.loading
    ? 'is thinking…'
    : [words(message.content), ...titles, ...files].filter(Boolean).join('. ');
  return `${message.author.name}: ${said}`;
}
