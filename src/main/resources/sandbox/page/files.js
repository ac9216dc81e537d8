import { h } from './dom.js';
import { icon } from './icons.js';
import { picture } from './lightbox.js';
import { voiceMessage } from './voice.js';

const UNITS = ['bytes', 'kB', 'MB', 'GB'];

/** A file of a message: audio can be played, pictures looked at, and all of them downloaded. */
export function renderFile(file) {
  if (file.voice !== null) {
    return voiceMessage(file);
  }
  if (file.type?.startsWith('audio/')) {
    return audio(file);
  }
  return file.type?.startsWith('image/')
    ? h('div', { class: 'file image' }, picture(file.url, file.description))
    : plain(file);
}

/** Whether an address is on this server, and may be loaded. */
export function isHere(url) {
  return URL.canParse(url, location.href) && new URL(url, location.href).origin === location.origin;
}

/** "1.4 MB". */
export function size(bytes) {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  const number = bytes / 1000 ** power;
  return `${number.toFixed(power > 0 && number < 100 ? 1 : 0)} ${UNITS[power]}`;
}

function audio(file) {
  const player = h('audio', { controls: true, preload: 'metadata', src: file.url, 'aria-label': file.name });
  return h('div', { class: 'file audio' }, label(file, 'music'), player);
}

function plain(file) {
  return h('div', { class: 'file' }, label(file, 'file'));
}

function label(file, drawing) {
  return h(
    'div',
    { class: 'file-label' },
    icon(drawing),
    h(
      'div',
      { class: 'file-words' },
      h('a', { class: 'file-name', href: file.url, target: '_blank', rel: 'noopener' }, h('bdi', {}, file.name)),
      h('span', { class: 'file-size' }, size(file.size)),
    ),
    h(
      'a',
      { class: 'quiet', href: file.url, download: file.name, 'aria-label': `Download ${file.name}` },
      icon('download'),
    ),
  );
}

/** Two songs at once are noise: what starts to play stops what played. */
document.addEventListener(
  'play',
  (event) => document.querySelectorAll('audio').forEach((one) => one !== event.target && one.pause()),
  true,
);
