import { ComponentType } from './component-type.js';
import { OptionType } from './options.js';
import { store } from './store.js';

const DIRECT = 1;

/** The users, roles and channels that the viewer can pick in the open channel. */
export function surroundings() {
  const guild = store.channel === null ? undefined : store.guildOf(store.channel.id);
  if (guild === undefined) {
    return { users: [store.viewer.id, store.state.bot.id].map(userOf), roles: [], channels: [] };
  }
  return { users: guild.members.map(userOf), roles: guild.roles, channels: guild.channels };
}

function userOf(id) {
  return store.user(id) ?? [store.state.bot, store.viewer].find((user) => user.id === id) ?? { id, name: id };
}

/** Users as choices. */
export function userChoices({ users }) {
  return users.map((user) => ({ name: `@${user.name}`, value: user.id, description: user.note ?? '' }));
}

/** Roles as choices. */
export function roleChoices({ roles }) {
  return roles.map((role) => ({ name: `@${role.name.replace(/^@/, '')}`, value: role.id, description: 'role' }));
}

/** Channels of these types as choices; without types all. */
export function channelChoices({ channels }, types = []) {
  return channels
    .filter((channel) => types.length === 0 || types.includes(channel.type))
    .filter((channel) => channel.type !== DIRECT)
    .map((channel) => ({ name: `#${channel.name}`, value: channel.id, description: '' }));
}

/** What an option with a list offers here; empty for an option without one. */
export function choicesOf(option, here) {
  switch (option.type) {
    case OptionType.BOOLEAN:
      return [
        { name: 'True', value: true },
        { name: 'False', value: false },
      ];
    case OptionType.USER:
      return userChoices(here);
    case OptionType.ROLE:
      return roleChoices(here);
    case OptionType.MENTIONABLE:
      return [...userChoices(here), ...roleChoices(here)];
    case OptionType.CHANNEL:
      return channelChoices(here, option.channel_types);
    default:
      return (option.choices ?? []).map((choice) => ({
        name: choice.name_localized ?? choice.name,
        value: choice.value,
      }));
  }
}

/** What a menu of a message or a form offers here: `{name, value, description, mark, isDefault}`. */
export function menuItems(menu, here) {
  const defaults = (menu.default_values ?? []).map((value) => value.id);
  return menuChoices(menu, here).map((item) => ({ isDefault: defaults.includes(item.value), ...item }));
}

function menuChoices(menu, here) {
  switch (menu.type) {
    case ComponentType.USER_SELECT:
      return userChoices(here);
    case ComponentType.ROLE_SELECT:
      return roleChoices(here);
    case ComponentType.MENTIONABLE_SELECT:
      return [...userChoices(here), ...roleChoices(here)];
    case ComponentType.CHANNEL_SELECT:
      return channelChoices(here, menu.channel_types);
    default:
      return menu.options.map((option) => ({
        name: option.label,
        value: option.value,
        description: option.description,
        mark: emojiText(option.emoji),
        isDefault: option.default ?? false,
      }));
  }
}

/** An emoji as text: a guild's own is called by its name. */
export function emojiText(emoji) {
  return emoji?.id ? `:${emoji.name}:` : (emoji?.name ?? '');
}
