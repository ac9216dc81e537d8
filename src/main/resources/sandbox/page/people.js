import { h } from './dom.js';

/** A person's sign: their initials on a colour of their own, always the same for the same person. */
export function avatar({ id, name }) {
  const node = h('div', { class: 'avatar', 'aria-hidden': 'true' }, initials(name));
  node.style.setProperty('--hue', hue(id));
  return node;
}

/** A name, marked where it is a bot's. */
export function nameOf(author) {
  return [
    h('strong', { class: 'name' }, h('bdi', {}, author.name)),
    author.bot && h('abbr', { class: 'app', title: 'An app, not a person' }, 'APP'),
  ];
}

function initials(name) {
  return name
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, 2)
    .map((word) => [...word][0].toLocaleUpperCase())
    .join('');
}

/** Ids that follow each other get colours that are far apart. */
function hue(id) {
  return Math.round((Number(BigInt(id) % 9973n) * 137.508) % 360);
}
