import { h, replace } from './dom.js';
import { icon } from './icons.js';

const BARS = 48;
const STEP = 0.05;

/** A voice message: a round button, the shape of its sound, in which one can move, and the time that is left. */
export function voiceMessage(file) {
  const length = file.voice.seconds;
  const sound = h('audio', { src: file.url, preload: 'metadata' });
  const button = h(
    'button',
    { type: 'button', class: 'play', 'aria-label': 'Play', onclick: () => toggle(sound) },
    icon('play'),
  );
  const bars = loudness(file.voice.waveform).map(bar);
  const wave = h(
    'div',
    { class: 'wave', role: 'slider', tabindex: '0', 'aria-label': 'Position', 'aria-valuemin': 0 },
    bars,
  );
  const left = h('span', { class: 'left' });
  const node = h(
    'div',
    { class: 'file voice', role: 'group', 'aria-label': `Voice message, ${clock(length)}` },
    button,
    wave,
    left,
    h('a', { class: 'quiet', href: file.url, download: file.name, 'aria-label': 'Download' }, icon('download')),
    sound,
  );
  const show = () => {
    const whole = duration(sound, length);
    const part = whole === 0 ? 0 : sound.currentTime / whole;
    bars.forEach((one, number) => one.classList.toggle('played', number < part * bars.length));
    wave.setAttribute('aria-valuemax', Math.round(whole));
    wave.setAttribute('aria-valuenow', Math.round(sound.currentTime));
    wave.setAttribute('aria-valuetext', `${clock(sound.currentTime)} of ${clock(whole)}`);
    left.textContent = clock(whole - sound.currentTime);
  };
  const seek = (part) => {
    sound.currentTime = Math.min(Math.max(part, 0), 1) * duration(sound, length);
    show();
  };
  wave.addEventListener('click', (event) => seek(placeOf(event, wave)));
  wave.addEventListener('keydown', (event) => move(event, sound.currentTime / duration(sound, length), seek));
  ['timeupdate', 'loadedmetadata', 'seeked'].forEach((name) => sound.addEventListener(name, show));
  ['play', 'pause', 'ended'].forEach((name) => sound.addEventListener(name, () => face(button, sound)));
  sound.addEventListener('error', () => (left.textContent = 'This browser cannot play it.'));
  show();
  return node;
}

/** The loudest of each stretch of the waveform, from 0 to 1. */
function loudness(waveform) {
  const bytes = Uint8Array.from(atob(waveform), (character) => character.charCodeAt(0));
  const count = Math.min(BARS, Math.max(bytes.length, 1));
  return Array.from({ length: count }, (_, number) => {
    const stretch = bytes.slice(
      Math.floor((number * bytes.length) / count),
      Math.ceil(((number + 1) * bytes.length) / count),
    );
    return Math.max(0, ...stretch) / 255;
  });
}

function bar(loud) {
  const node = h('i');
  node.style.height = `${Math.round(12 + 88 * loud)}%`;
  return node;
}

function toggle(sound) {
  if (sound.paused) {
    sound.play().catch(() => sound.dispatchEvent(new Event('error')));
  } else {
    sound.pause();
  }
}

function face(button, sound) {
  replace(button, icon(sound.paused ? 'play' : 'pause'));
  button.setAttribute('aria-label', sound.paused ? 'Play' : 'Pause');
}

function move(event, part, seek) {
  const places = {
    ArrowLeft: part - STEP,
    ArrowDown: part - STEP,
    ArrowRight: part + STEP,
    ArrowUp: part + STEP,
    Home: 0,
    End: 1,
  };
  if (event.key in places) {
    event.preventDefault();
    seek(places[event.key]);
  }
}

function placeOf(event, wave) {
  const { left, width } = wave.getBoundingClientRect();
  return (event.clientX - left) / width;
}

/** What Discord was told, until the file itself has been read. */
function duration(sound, told) {
  return Number.isFinite(sound.duration) ? sound.duration : told;
}

function clock(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
