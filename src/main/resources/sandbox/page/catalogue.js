import { folded, matching } from './matching.js';

const CHAT_COMMAND = 1;
const GROUP = 2;

/** What a command, an option or a choice is called on screen. */
export function shownName(thing) {
  return thing.name_localized ?? thing.name;
}

/** What it says of itself. */
export function shownDescription(thing) {
  return thing.description_localized ?? thing.description ?? '';
}

/**
 * Everything that can be run, from Discord's command objects: a command, or each of its subcommands.
 *
 * @returns a list of `{path, shown, description, options}`; the path is of the registered names: "admin quota set"
 */
export function runnable(definitions) {
  return definitions
    .filter((definition) => (definition.type ?? CHAT_COMMAND) === CHAT_COMMAND)
    .flatMap((definition) => leaves(definition, [], []));
}

function leaves(level, above, shownAbove) {
  const path = [...above, level.name];
  const shown = [...shownAbove, shownName(level)];
  const options = level.options ?? [];
  const nested = options.filter((option) => option.type <= GROUP);
  if (nested.length > 0) {
    return nested.flatMap((child) => leaves(child, path, shown));
  }
  return [{ path: path.join(' '), shown: shown.join(' '), description: shownDescription(level), options }];
}

/** The commands that a text such as "/adm" may become. */
export function offered(commands, text) {
  return text.startsWith('/') ? matching(commands, text.slice(1), namesOf) : [];
}

/**
 * The command that a text begins with, and what follows it; null where none is typed to its end and a space.
 *
 * @returns `{command, rest}`
 */
export function begun(commands, text) {
  const found = commands
    .flatMap((command) => namesOf(command).map((name) => ({ command, rest: after(text, name) })))
    .filter(({ rest }) => rest !== null);
  return found.sort((one, other) => one.rest.length - other.rest.length)[0] ?? null;
}

/** The command of this path, or undefined. */
export function commandOf(commands, path) {
  const wanted = folded(path.replace(/^\//, ''));
  return commands.find((command) => namesOf(command).some((name) => folded(name) === wanted));
}

function namesOf(command) {
  return [command.shown, command.path];
}

function after(text, name) {
  const words = name.split(' ').map(escaped);
  const match = new RegExp(`^/${words.join('\\s+')}\\s(.*)$`, 'isu').exec(text);
  return match === null ? null : match[1];
}

/** A text that means itself in a regular expression. */
export function escaped(text) {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
