import { shownName } from './catalogue.js';
import { folded } from './matching.js';

/** Discord's numbers of option types. */
export const OptionType = {
  STRING: 3,
  INTEGER: 4,
  BOOLEAN: 5,
  USER: 6,
  CHANNEL: 7,
  ROLE: 8,
  MENTIONABLE: 9,
  NUMBER: 10,
  ATTACHMENT: 11,
};
const LONGEST_STRING = 6000;
const CHOSEN = [OptionType.BOOLEAN, OptionType.USER, OptionType.CHANNEL, OptionType.ROLE, OptionType.MENTIONABLE];
const count = new Intl.NumberFormat('en');

/** Whether its value is one of a list that is known beforehand. */
export function isListed(option) {
  return CHOSEN.includes(option.type) || (option.choices ?? []).length > 0;
}

export function isNumber(option) {
  return option.type === OptionType.INTEGER || option.type === OptionType.NUMBER;
}

/**
 * Reads what was typed into an option, as Discord's client does before it sends anything.
 *
 * @param entry `{text, value, file}`: the value where one was chosen from a list
 * @param list the choices of a listed option, `{name, value}`
 * @returns `{value}`, `{file}`, `{problem}` with a sentence, or `{}` for nothing
 */
export function read(option, entry, list) {
  const text = (entry?.text ?? '').trim();
  if (text === '' && entry?.file === undefined) {
    return option.required ? problem(option, 'is required.') : {};
  }
  if (option.type === OptionType.ATTACHMENT) {
    return { file: entry.file };
  }
  if (entry.value !== undefined) {
    return { value: isNumber(option) ? Number(entry.value) : entry.value };
  }
  if (isListed(option)) {
    const choice = chosen(list, text);
    return choice === undefined
      ? problem(option, `has no choice “${text}”; choose one of the list.`)
      : { value: choice.value };
  }
  return isNumber(option) ? readNumber(option, text) : readText(option, text);
}

/** The choice that a text names: by its name, its value, or as a mention. */
export function chosen(list, text) {
  const plain = bare(text);
  const id = /^<(?:@!?|@&|#)(\d+)>$/.exec(text)?.[1];
  return (
    list.find((choice) => bare(choice.name) === plain) ?? list.find((choice) => String(choice.value) === (id ?? text))
  );
}

function bare(text) {
  return folded(text).replace(/^[@#]/, '');
}

function readText(option, text) {
  const length = [...text].length;
  const shortest = option.min_length ?? 0;
  const longest = option.max_length ?? LONGEST_STRING;
  if (length < shortest) {
    return problem(option, `needs at least ${count.format(shortest)} characters; these are ${count.format(length)}.`);
  }
  if (length > longest) {
    return problem(option, `takes at most ${count.format(longest)} characters; these are ${count.format(length)}.`);
  }
  return { value: text };
}

function readNumber(option, text) {
  const isWhole = option.type === OptionType.INTEGER;
  const value = Number(text);
  if (!(isWhole ? /^[+-]?\d+$/ : /^[+-]?(\d+\.?\d*|\.\d+)$/).test(text) || Math.abs(value) > 2 ** 53) {
    return problem(option, isWhole ? 'takes a whole number.' : 'takes a number.');
  }
  if (value < (option.min_value ?? -Infinity)) {
    return problem(option, `must be ${option.min_value} or more.`);
  }
  if (value > (option.max_value ?? Infinity)) {
    return problem(option, `must be ${option.max_value} or less.`);
  }
  return { value };
}

function problem(option, words) {
  return { problem: `${shownName(option)} ${words}` };
}

/** What an option takes, in a few words; empty where its list says it. */
export function limits(option) {
  if (isListed(option) || option.autocomplete) {
    return '';
  }
  if (isNumber(option)) {
    const kind = option.type === OptionType.INTEGER ? 'a whole number' : 'a number';
    return [kind, ...range(option.min_value, option.max_value)].join(', ');
  }
  const lengths = option.type === OptionType.STRING ? range(option.min_length, option.max_length) : [];
  return lengths.map((words) => `${words} characters`).join('');
}

/** Nothing, or the one thing there is to say. */
function range(least, most) {
  const [low, high] = [least, most].map((limit) => limit !== undefined && count.format(limit));
  if (low !== false && high !== false) {
    return [`${low} to ${high}`];
  }
  return [low !== false && `${low} or more`, high !== false && `at most ${high}`].filter((words) => words !== false);
}
