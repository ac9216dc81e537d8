import { h } from './dom.js';
import { timeNode } from './time.js';

/** Discord's number for direct messages. */
const DIRECT = 1;

/**
 * Makes the nodes that a reader sees from what `parse` read.
 *
 * `names` knows `user(id)`, `role(id)` and `channel(id)` (each with a `name`, or undefined), `viewer` (an id) and
 * `open(channelId, messageId or null)`.
 */
export function render(tree, names) {
  return tree.map((node) => DRAWN[node.type](node, names));
}

/** What the same says in one line of plain text, for replies and for screen readers. */
export function plain(tree, names) {
  return tree
    .map((node) => WORDS[node.type]?.(node, names) ?? inner(node, names))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

const DRAWN = {
  text: ({ text }) => document.createTextNode(text),
  paragraph: ({ children }, names) => h('div', { class: 'paragraph' }, render(children, names)),
  heading: ({ level, children }, names) => h(`h${level + 2}`, { class: `heading-${level}` }, render(children, names)),
  subtext: ({ children }, names) => h('small', { class: 'subtext' }, render(children, names)),
  quote: ({ children }, names) => h('blockquote', {}, render(children, names)),
  list: ({ isOrdered, start, items }, names) =>
    h(
      isOrdered ? 'ol' : 'ul',
      { start },
      items.map((item) => h('li', {}, render(item, names))),
    ),
  codeBlock: ({ language, text }) => h('pre', {}, h('code', { dataset: { language: language ?? '' } }, text)),
  code: ({ text }) => h('code', {}, text),
  bold: ({ children }, names) => h('strong', {}, render(children, names)),
  italic: ({ children }, names) => h('em', {}, render(children, names)),
  underline: ({ children }, names) => h('u', {}, render(children, names)),
  strike: ({ children }, names) => h('s', {}, render(children, names)),
  spoiler: ({ children }, names) => spoiler(render(children, names)),
  link: ({ address, title, children }, names) =>
    h('a', { href: address, title, target: '_blank', rel: 'noopener noreferrer' }, render(children, names)),
  user: (node, names) =>
    h('span', { class: node.id === names.viewer ? 'mention self' : 'mention' }, WORDS.user(node, names)),
  role: (node, names) => h('span', { class: 'mention' }, WORDS.role(node, names)),
  everyone: (node) => h('span', { class: 'mention self' }, WORDS.everyone(node)),
  channel: (node, names) => place(node.id, null, WORDS.channel(node, names), names),
  jump: (node, names) => place(node.channel, node.message, WORDS.jump(node, names), names),
  command: ({ name }) =>
    h('button', { type: 'button', class: 'mention', onclick: (event) => start(event, name) }, `/${name}`),
  emoji: (node) => h('span', { class: 'emoji' }, WORDS.emoji(node)),
  time: ({ at, style }) => h('span', { class: 'stamp' }, timeNode(at, style)),
};

const WORDS = {
  text: ({ text }) => text,
  code: ({ text }) => text,
  codeBlock: ({ text }) => ` ${text} `,
  paragraph: (node, names) => `${inner(node, names)} `,
  heading: (node, names) => `${inner(node, names)} `,
  list: ({ items }, names) => items.map((item) => plain(item, names)).join(', '),
  spoiler: () => '(spoiler)',
  user: ({ id }, names) => `@${names.user(id)?.name ?? 'unknown-user'}`,
  role: ({ id }, names) => `@${names.role(id)?.name ?? 'deleted-role'}`,
  channel: ({ id }, names) => channelName(names.channel(id)),
  jump: ({ channel, message }, names) =>
    `${WORDS.channel({ id: channel }, names)}${message === null ? '' : ' › message'}`,
  everyone: ({ name }) => `@${name}`,
  command: ({ name }) => `/${name}`,
  emoji: ({ name }) => `:${name}:`,
  time: ({ at, style }) => timeNode(at, style).textContent,
};

function inner(node, names) {
  return plain(node.children, names);
}

function channelName(channel) {
  return channel?.type === DIRECT ? `@${channel.name}` : `#${channel?.name ?? 'unknown'}`;
}

function place(channel, message, words, names) {
  return names.channel(channel) === undefined
    ? h('span', { class: 'mention' }, words)
    : h('button', { type: 'button', class: 'mention', onclick: () => names.open(channel, message) }, words);
}

function start(event, name) {
  event.currentTarget.dispatchEvent(new CustomEvent('command', { detail: name, bubbles: true }));
}

/** Hidden until asked for, also from screen readers and from the keyboard. */
function spoiler(children) {
  const covered = h('span', { class: 'covered', inert: true }, children);
  const reveal = () => node.replaceWith(h('span', { class: 'spoiler shown' }, children));
  const node = h(
    'span',
    {
      class: 'spoiler',
      role: 'button',
      tabindex: '0',
      'aria-label': 'Spoiler. Press to show it.',
      onclick: reveal,
      onkeydown: (event) => (event.key === 'Enter' || event.key === ' ') && (event.preventDefault(), reveal()),
    },
    covered,
  );
  return node;
}
