/** What the server would not do; its message is a sentence for the person at the page. */
export class Refusal extends Error {}

const EVENTS = ['state', 'message', 'gone', 'interaction', 'commands', 'bot'];

/**
 * Listens to everything that a user sees.
 *
 * The browser connects again by itself; each connection begins with a whole `state`. `handlers` has a function for each
 * kind of event, and `lost` for a connection that broke.
 *
 * @returns an object with `close()`
 */
export function connect(as, handlers) {
  const source = new EventSource(as === null ? '/page/events' : `/page/events?as=${encodeURIComponent(as)}`);
  EVENTS.forEach((kind) => source.addEventListener(kind, (event) => handlers[kind](JSON.parse(event.data))));
  source.addEventListener('error', () => handlers.lost());
  return source;
}

/** What Discord's client would offer this user in this channel. */
export async function commands(as, channel) {
  const query = new URLSearchParams({ as, channel });
  return (await answer(fetch(`/page/commands?${query}`))).commands;
}

/** Runs a command; `files` has a File for each option that is an attachment. */
export function run(order, files = new Map()) {
  return form('run', order, [...files]);
}

/** What the bot offers for an option while one types. */
export function complete(order) {
  return post('complete', order);
}

/** Presses a button. */
export function press(order) {
  return post('press', order);
}

/** Chooses in a menu. */
export function select(order) {
  return post('select', order);
}

/** Sends a form. */
export function submit(order) {
  return post('submit', order);
}

/** Writes a message, perhaps with files. */
export function say(order, files = []) {
  return form('say', order, files.map((file, number) => [`file${number}`, file]));
}

/** Deletes a message for everyone. */
export function remove(order) {
  return post('delete', order);
}

/** Sets the language of a user's client. */
export function locale(order) {
  return post('locale', order);
}

/** Turns a control on or off, or presses it. */
export function control(order) {
  return post('control', order);
}

function post(what, order) {
  const headers = { 'Content-Type': 'application/json', 'X-Sandbox': 'page' };
  return answer(fetch(`/page/${what}`, { method: 'POST', headers, body: JSON.stringify(order) }));
}

function form(what, order, files) {
  const body = new FormData();
  body.append('order', JSON.stringify(order));
  files.forEach(([name, file]) => body.append(name, file, file.name));
  return answer(fetch(`/page/${what}`, { method: 'POST', headers: { 'X-Sandbox': 'page' }, body }));
}

async function answer(request) {
  let response;
  try {
    response = await request;
  } catch {
    throw new Refusal('The sandbox does not answer. Is it still running?');
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Refusal(body.problem ?? `That did not work (${response.status}).`);
  }
  return body;
}
