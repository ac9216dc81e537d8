import { h } from './dom.js';
import { isHere } from './files.js';
import { picture } from './lightbox.js';
import { markdown, words } from './markdown.js';
import { timeNode } from './time.js';

/** An embed of a message, as Discord lays one out. */
export function renderEmbed(embed) {
  const card = h(
    'div',
    { class: 'embed' },
    h(
      'div',
      { class: 'embed-words' },
      embed.author && h('div', { class: 'embed-author' }, linked(embed.author.name, embed.author.url)),
      embed.title &&
        h('div', { class: 'embed-title' }, linked(embed.url ? words(embed.title) : markdown(embed.title), embed.url)),
      embed.description && h('div', { class: 'embed-description' }, markdown(embed.description)),
    ),
    embed.thumbnail && h('div', { class: 'embed-thumbnail' }, shown(embed.thumbnail)),
    embed.fields?.length > 0 && h('div', { class: 'embed-fields' }, embed.fields.map(field)),
    embed.image && h('div', { class: 'embed-image' }, shown(embed.image)),
    foot(embed),
  );
  if (embed.color) {
    card.style.setProperty('--stripe', `#${embed.color.toString(16).padStart(6, '0')}`);
  }
  return card;
}

function field({ name, value, inline }) {
  return h(
    'div',
    { class: inline ? 'field inline' : 'field' },
    h('b', {}, markdown(name)),
    h('div', {}, markdown(value)),
  );
}

function foot({ footer, timestamp }) {
  const at = Date.parse(timestamp ?? '');
  const parts = [footer?.text, Number.isNaN(at) ? null : timeNode(at, 'when')].filter(Boolean);
  return (
    parts.length > 0 && h('div', { class: 'embed-foot' }, parts.length === 2 ? [parts[0], ' · ', parts[1]] : parts)
  );
}

/** A picture elsewhere is only linked to: this page loads nothing from the network. */
function shown({ url, description }) {
  return isHere(url) ? picture(url, description) : linked(url, url);
}

function linked(label, url) {
  const isWeb = /^https?:\/\//.test(url ?? '');
  return isWeb ? h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, label) : label;
}
