import { escaped, shownName } from './catalogue.js';

/**
 * Takes a typed text apart where the name of an option and a colon begin that option: "piano length:30".
 *
 * @returns `{leading, parts}`: the text before the first name, and a list of `{option, text}`; an option that is named
 *   again is text
 */
export function split(text, options) {
  const cuts = cutsIn(text, options);
  const parts = cuts.map((cut, index) => ({
    option: cut.option,
    text: text.slice(cut.end, cuts[index + 1]?.start).trim(),
  }));
  return { leading: text.slice(0, cuts[0]?.start).trim(), parts };
}

/**
 * The same for what is typed into one option: its own name counts at the very start only.
 *
 * @param own the option that one types into, or undefined
 * @param others the options that may begin there
 */
export function splitWithin(text, own, others) {
  const all = split(text, own === undefined ? others : [own, ...others]);
  return own === undefined || (all.leading === '' && all.parts[0]?.option === own) ? all : split(text, others);
}

function cutsIn(text, options) {
  const names = options.flatMap(namesOf).sort((one, other) => other.length - one.length);
  if (names.length === 0) {
    return [];
  }
  const named = new RegExp(`(?<=^|\\s)(${names.map(escaped).join('|')}):`, 'giu');
  const seen = new Set();
  const cuts = [];
  for (const match of text.matchAll(named)) {
    const option = called(options, match[1]);
    if (!seen.has(option)) {
      seen.add(option);
      cuts.push({ option, start: match.index, end: match.index + match[0].length });
    }
  }
  return cuts;
}

function called(options, name) {
  return options.find((option) => namesOf(option).some((own) => own.toLowerCase() === name.toLowerCase()));
}

/** The names by which an option can be typed. */
export function namesOf(option) {
  return [shownName(option), option.name];
}

/**
 * What was typed after a command's name, by the names of its options. What comes before the first name is of the first
 * required option that is not named.
 *
 * @returns `{entries, rest}`: a Map of name to `{text}`, and text that belongs to no option
 */
export function entriesOf(command, text) {
  const { leading, parts } = split(text, command.options);
  const entries = new Map(parts.map((part) => [part.option.name, { text: part.text }]));
  const first = command.options.find((option) => option.required && !entries.has(option.name));
  if (leading === '' || first === undefined) {
    return { entries, rest: leading };
  }
  return { entries: new Map([[first.name, { text: leading }], ...entries]), rest: '' };
}

/** A command as one would type it: "/song prompt:lo-fi piano length:30". */
export function written(command, entries) {
  const options = command.options
    .filter((option) => (entries.get(option.name)?.text ?? '') !== '')
    .map((option) => `${shownName(option)}:${entries.get(option.name).text}`);
  return [`/${command.shown}`, ...options].join(' ');
}
