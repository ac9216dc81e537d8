import { h } from './dom.js';
import { on, store } from './store.js';

/** What each letter of `<t:…:X>` shows; without one it is `f`. */
const STYLES = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};
const UNITS = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];
const DAY = 86_400_000;
const formats = new Map();

/**
 * A moment as the viewer would write it; in full where the pointer rests.
 *
 * `style` is a letter of Discord's timestamps (`R` counts down, and ticks) or `when`: today's time alone, else the day.
 */
export function timeNode(at, style = 'f') {
  const isKnown = Math.abs(at) <= 8.64e15;
  if (!isKnown) {
    return document.createTextNode('Invalid Date');
  }
  return h(
    'time',
    { datetime: new Date(at).toISOString(), title: worded(at, 'F'), dataset: { at, as: style } },
    worded(at, style),
  );
}

/** The words for a moment; see `timeNode`. */
export function worded(at, style) {
  if (style === 'R') {
    return relative(at - store.now());
  }
  return style === 'when' ? when(at) : format(STYLES[style] ?? STYLES.f).format(at);
}

/** Whether two moments are on the same day where the reader is. */
export function isSameDay(one, other) {
  return new Date(one).toDateString() === new Date(other).toDateString();
}

/** Keeps every time on the page true, second by second. */
export function tick() {
  document.querySelectorAll('time[data-as="R"], time[data-as="when"]').forEach((node) => {
    const words = worded(Number(node.dataset.at), node.dataset.as);
    // Changing the text node instead of replacing it keeps a reader's selection.
    if (node.firstChild.data !== words) {
      node.firstChild.data = words;
    }
  });
}

function when(at) {
  const now = store.now();
  const time = format(STYLES.t).format(at);
  if (isSameDay(at, now)) {
    return time;
  }
  return isSameDay(at, now - DAY) ? `${yesterday()} ${time}` : format(STYLES.s).format(at);
}

function relative(distance) {
  const seconds = Math.round(distance / 1000);
  const [unit, length] = UNITS.find(([, long]) => Math.abs(seconds) >= long) ?? UNITS.at(-1);
  const numeric = seconds === 0 ? 'auto' : 'always';
  return kept(`relative ${numeric}`, (locale) => new Intl.RelativeTimeFormat(locale, { numeric })).format(
    Math.trunc(seconds / length),
    unit,
  );
}

function yesterday() {
  const word = kept('yesterday', (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })).format(
    -1,
    'day',
  );
  return word[0].toLocaleUpperCase(store.viewer.locale) + word.slice(1);
}

function format(options) {
  return kept(JSON.stringify(options), (locale) => new Intl.DateTimeFormat(locale, options));
}

/** Formats are slow to make and few. */
function kept(name, make) {
  const key = `${store.viewer.locale} ${name}`;
  if (!formats.has(key)) {
    formats.set(key, make(store.viewer.locale));
  }
  return formats.get(key);
}

on('clock', tick);
