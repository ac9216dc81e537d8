import { h } from './dom.js';
import { isHere } from './files.js';
import { picture } from './lightbox.js';
import { markdown } from './markdown.js';
import { timeNode } from './time.js';

/** An embed of a message, as Discord lays one out; `files` are the message's own, whose descriptions describe pictures. */
export function renderEmbed(embed, files) {
  const card = h(
    'div',
    { class: 'embed' },
    h(
      'div',
      { class: 'embed-words' },
      embed.author && h('div', { class: 'embed-author' }, linked(embed.author.name, embed.author.url)),
      embed.title && h('div', { class: 'embed-title' }, linked(markdown(embed.title), embed.url)),
      embed.description && h('div', { class: 'embed-description' }, markdown(embed.description)),
      embed.fields?.length > 0 && h('div', { class: 'embed-fields' }, embed.fields.map(field)),
    ),
    embed.thumbnail && h('div', { class: 'embed-thumbnail' }, shown(embed.thumbnail.url, files)),
    embed.image && h('div', { class: 'embed-image' }, shown(embed.image.url, files)),
    foot(embed),
  );
  if (embed.color) {
    card.style.setProperty('--stripe', `#${embed.color.toString(16).padStart(6, '0')}`);
  }
  return card;
}

/** The addresses of the pictures that embeds show, so that these files are not shown twice. */
export function picturesOf(embeds) {
  return new Set(embeds.flatMap((embed) => [embed.thumbnail?.url, embed.image?.url]));
}

function field({ name, value, inline }) {
  return h('div', { class: inline ? 'field inline' : 'field' }, h('b', {}, markdown(name)), h('div', {}, markdown(value)));
}

function foot({ footer, timestamp }) {
  const at = Date.parse(timestamp ?? '');
  const parts = [footer?.text, Number.isNaN(at) ? null : timeNode(at, 'when')].filter(Boolean);
  return parts.length > 0 && h('div', { class: 'embed-foot' }, parts.length === 2 ? [parts[0], ' · ', parts[1]] : parts);
}

/** A picture elsewhere is only linked to: this page loads nothing from the network. */
function shown(url, files) {
  if (!isHere(url)) {
    return linked(url, url);
  }
  const file = files.find((one) => one.url === url);
  return picture(url, file?.description ?? '');
}

function linked(words, url) {
  const isWeb = /^https?:\/\//.test(url ?? '');
  return isWeb ? h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, words) : words;
}
