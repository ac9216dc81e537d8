import { connect } from './api.js';

const listeners = new Map();
const channels = new Map();
const dismissed = new Set();
let connection = null;
let state = null;
let opened = null;
let messages = new Map();
let ahead = 0;

/** Calls a listener whenever this happens; what there is, see the events of the server and `store` below. */
export function on(what, listener) {
  listeners.set(what, [...(listeners.get(what) ?? []), listener]);
}

function tell(what, value) {
  (listeners.get(what) ?? []).forEach((listener) => listener(value));
}

/** Everything that the viewer sees, as the server told it last. Told by `on`: what changed, after it has. */
export const store = {
  /** The server's last `state`, or null before the first. */
  get state() {
    return state;
  },

  /** The user at the keyboard. */
  get viewer() {
    return state.viewer;
  },

  /** The open channel, or null where there is none. */
  get channel() {
    return channels.get(opened) ?? null;
  },

  /** The messages of a channel, oldest first. */
  messages(channelId) {
    return [...(messages.get(channelId)?.values() ?? [])];
  },

  /** One message, or undefined. */
  message(channelId, id) {
    return messages.get(channelId)?.get(id);
  },

  user(id) {
    return state.users.find((user) => user.id === id);
  },

  role(id) {
    return state.guilds.flatMap((guild) => guild.roles).find((role) => role.id === id);
  },

  channelOf(id) {
    return channels.get(id);
  },

  /** The guild of a channel; undefined for direct messages. */
  guildOf(channelId) {
    return state.guilds.find((guild) => guild.channels.some((channel) => channel.id === channelId));
  },

  /** Milliseconds since 1970 by the sandbox's clock, which can be ahead. */
  now() {
    return Date.now() + ahead;
  },

  open(channelId) {
    if (channelId !== opened && channels.has(channelId)) {
      opened = channelId;
      tell('channel', store.channel);
    }
  },

  /** Sits down at the keyboard as another user. */
  become(userId) {
    listen(userId);
  },

  /** Takes an ephemeral message out of sight; the bot is not told. */
  dismiss(message) {
    dismissed.add(message.id);
    if (messages.get(message.channel)?.delete(message.id)) {
      tell('gone', { channel: message.channel, id: message.id });
    }
  },

  /** Tells the person at the page of something that went wrong. */
  problem(sentence) {
    tell('problem', sentence);
  },

  /** Begins as the user, and in the channel, who and which were here last; null where nobody was. */
  start(userId, channelId) {
    opened = channelId;
    listen(userId);
  },
};

function listen(userId) {
  connection?.close();
  connection = connect(userId, {
    state: (told) => take(told),
    message: (message) => put(message),
    gone: (told) => {
      messages.get(told.channel)?.delete(told.id);
      tell('gone', told);
    },
    bot: (told) => {
      state.bot.connected = told.connected;
      tell('bot', state.bot);
    },
    interaction: (told) => tell('interaction', told),
    commands: (told) => tell('commands', told),
    lost: () => tell('lost'),
  });
}

function take(told) {
  const isFirst = state === null;
  const isSomebodyElse = state?.viewer.id !== told.viewer.id;
  const before = opened;
  state = told;
  ahead = told.now - Date.now();
  channels.clear();
  told.guilds.flatMap((guild) => guild.channels).forEach((channel) => channels.set(channel.id, channel));
  if (told.direct !== null) {
    channels.set(told.direct.id, told.direct);
  }
  messages = new Map(
    Object.entries(told.messages).map(([channel, list]) => [
      channel,
      new Map(list.filter((one) => !dismissed.has(one.id)).map((one) => [one.id, one])),
    ]),
  );
  opened = channels.has(before) ? before : (told.guilds[0]?.channels[0]?.id ?? told.direct?.id ?? null);
  if (isSomebodyElse) {
    tell('viewer', told.viewer);
  }
  tell('state', told);
  tell('controls', told.controls);
  tell('clock', told.now);
  if (isFirst || opened !== before) {
    tell('channel', store.channel);
  }
}

function put(message) {
  const channel = messages.get(message.channel) ?? new Map();
  messages.set(message.channel, channel);
  channel.set(message.id, message);
  tell('message', message);
}
