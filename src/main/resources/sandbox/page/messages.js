import { announce } from './announce.js';
import { h } from './dom.js';
import { failureView, failures } from './failures.js';
import { arrange, keepingPlace } from './keyed.js';
import { mentionsViewer, messageView, spoken } from './message.js';
import { bottom } from './scroll.js';
import { on, store } from './store.js';
import { isSameDay, worded } from './time.js';
import { walkable } from './walking.js';

const TOGETHER = 7 * 60_000;

/** Shows the messages of the open channel in `log`, and keeps them as they are. */
export function mountMessages(log) {
  const list = log.querySelector('ol');
  const place = bottom(log, list);
  walkable(log);
  let views = new Map();
  let shown = null;
  const names = { said: null, version: 0 };

  function draw() {
    const channel = store.channel;
    const viewed = `${store.viewer.id} ${store.viewer.locale} ${channel?.id}`;
    if (viewed !== shown) {
      shown = viewed;
      views = new Map();
      place.follow();
    }
    const lines = channel === null ? [] : linesOf(channel, version());
    const kept = new Map(lines.map((line) => [line.key, views.get(line.key) ?? line.make()]));
    lines.forEach((line) => kept.get(line.key).update?.(...line.with));
    views = kept;
    const nodes = [...kept.values()].map((view) => view.node);
    keepingPlace(list, () => arrange(list, nodes));
    place.settle();
  }

  /** Another number whenever a name has changed that a message can mention. */
  function version() {
    const said = sayableNames();
    names.version += names.said === said ? 0 : 1;
    names.said = said;
    return names.version;
  }

  function arrived(message) {
    if (message.channel !== store.channel?.id) {
      return;
    }
    const before = views.get(message.id)?.message;
    draw();
    if (before === undefined || (before.loading && !message.loading)) {
      announce(spoken(message));
      place.noticed(message.author.id === store.viewer.id);
    }
  }

  on('message', arrived);
  ['state', 'channel', 'gone'].forEach((what) => on(what, draw));
  failures.changed(draw);
}

/** What stands in a channel from top to bottom: its beginning, days, messages, and what failed. */
function linesOf(channel, names) {
  const entries = [...store.messages(channel.id), ...failures.in(channel.id)].sort((one, other) => one.at - other.at);
  const lines = [{ key: 'beginning', make: () => beginning(channel), with: [] }];
  entries.forEach((entry, number) => {
    const before = entries[number - 1];
    const isNewDay = before === undefined || !isSameDay(before.at, entry.at);
    if (isNewDay) {
      lines.push({ key: `day ${new Date(entry.at).toDateString()}`, make: () => day(entry.at), with: [] });
    }
    lines.push(
      entry.status === undefined
        ? { key: entry.id, make: messageView, with: [entry, names, !isNewDay && belongTogether(before, entry)] }
        : { key: `${entry.status} ${entry.id}`, make: () => failureView(entry), with: [] },
    );
  });
  return lines;
}

function belongTogether(before, message) {
  const isPlain = message.reply === null && message.interaction === null && !mentionsViewer(message);
  return (
    isPlain &&
    before.status === undefined &&
    before.author.id === message.author.id &&
    before.ephemeral === message.ephemeral &&
    message.at - before.at < TOGETHER
  );
}

function sayableNames() {
  const { users, guilds } = store.state;
  const named = ({ id, name }) => [id, name];
  return JSON.stringify([
    users.map(named),
    guilds.map(({ roles, channels }) => [roles.map(named), channels.map(named)]),
  ]);
}

function beginning(channel) {
  const isDirect = store.guildOf(channel.id) === undefined;
  // Many bots have no commands in direct messages.
  const hint =
    channel.canUseCommands &&
    !isDirect &&
    h('p', {}, 'Type ', h('kbd', {}, '/'), ` to see what ${store.state.bot.name} can do.`);
  return {
    node: h(
      'li',
      { class: 'beginning' },
      h('h2', {}, isDirect ? channel.name : `#${channel.name}`),
      h('p', {}, isDirect ? 'This is where your direct messages begin.' : 'This is where the channel begins.'),
      hint,
    ),
  };
}

function day(at) {
  return { node: h('li', { class: 'day' }, h('span', {}, worded(at, 'D'))) };
}
