import { ComponentType } from './component-type.js';
import { h } from './dom.js';
import { isHere } from './files.js';
import { icon } from './icons.js';
import { picture } from './lightbox.js';
import { markdown } from './markdown.js';

/**
 * What a message of Components V2 is laid out of: texts, pictures, files, and what holds them together.
 *
 * @param draw draws what is inside
 * @returns a node, or null for what the page does not know
 */
export function renderLayout(component, draw) {
  switch (component.type) {
    case ComponentType.TEXT_DISPLAY:
      return h('div', { class: 'content' }, markdown(component.content));
    case ComponentType.SECTION:
      return h('div', { class: 'section' }, h('div', null, component.components.map(draw)), draw(component.accessory));
    case ComponentType.CONTAINER:
      return container(component, draw);
    case ComponentType.SEPARATOR:
      return component.divider === false ? h('div', { class: 'space' }) : h('hr');
    case ComponentType.THUMBNAIL:
      return media(component, 'thumbnail');
    case ComponentType.MEDIA_GALLERY:
      return h(
        'div',
        { class: 'gallery' },
        component.items.map((item) => media(item, 'gallery-item')),
      );
    case ComponentType.FILE:
      return file(component.file.url);
    default:
      return null;
  }
}

function container(component, draw) {
  const element = h('div', { class: 'container' }, component.components.map(draw));
  if (component.accent_color) {
    element.style.borderLeftColor = `#${component.accent_color.toString(16).padStart(6, '0')}`;
  }
  return element;
}

/** A picture of this server; one from elsewhere is a link, as the page loads nothing from there. */
function media({ media: { url }, description }, name) {
  const link = () => h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, description || url);
  return h('div', { class: name }, isHere(url) ? picture(url, description ?? '') : link());
}

function file(url) {
  const name = decodeURIComponent(url.split('/').at(-1));
  return h('div', { class: 'file' }, icon('file'), h('a', { href: url, target: '_blank', rel: 'noopener' }, name));
}
