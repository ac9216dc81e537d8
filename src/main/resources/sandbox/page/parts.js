import * as api from './api.js';
import { renderComponents } from './components.js';
import { h } from './dom.js';
import { renderEmbed } from './embed.js';
import { icon } from './icons.js';
import { jump } from './jump.js';
import { markdown, words } from './markdown.js';
import { avatar, nameOf } from './people.js';
import { store } from './store.js';
import { timeNode, worded } from './time.js';

const EXCERPT = 120;

/**
 * The parts of a message from top to bottom: what each shows, and how it draws that.
 *
 * A part is drawn again only when what it shows has changed; `names` are all names that a text can mention.
 */
export const PARTS = {
  lead: { shows: (message) => lead(message), draw: drawnLead },
  head: { shows: (message, names) => [message.author, message.at, names], draw: drawnHead },
  content: {
    shows: (message, names) => [message.content, message.loading, message.edited, names],
    draw: drawnContent,
  },
  files: { shows: (message) => message.files, draw: null },
  embeds: {
    shows: (message, names) => [message.embeds, names],
    draw: (message) => message.embeds.map((embed) => renderEmbed(embed)),
  },
  components: { shows: (message) => message.components, draw: (message) => renderComponents(message) },
  foot: { shows: (message) => message.ephemeral, draw: drawnFoot },
  tools: { shows: canDelete, draw: drawnTools },
};

/** One's own, and everything where one keeps order; others' ephemeral answers are dismissed instead. */
function canDelete(message) {
  const isTheirs = message.author.id === store.viewer.id || store.channelOf(message.channel).canDeleteOthers;
  return isTheirs && !message.ephemeral && !message.loading;
}

function lead(message) {
  if (message.interaction?.kind === 'COMMAND') {
    return { used: message.interaction.name, by: message.interaction.user };
  }
  const answered = message.reply === null ? null : store.message(message.channel, message.reply);
  return message.reply === null ? null : { to: answered?.author ?? null, said: excerpt(answered), id: message.reply };
}

function excerpt(message) {
  if (message === undefined) {
    return 'a message that is not here any more';
  }
  const text = words(message.content) || message.embeds[0]?.title || message.files[0]?.name || '';
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text;
}

function drawnLead(message, shown) {
  if (shown === null) {
    return [];
  }
  if (shown.used) {
    const words = h('span', {}, h('b', {}, shown.by.name), ' used ', h('b', {}, `/${shown.used}`));
    return [icon('reply'), avatar(shown.by), words];
  }
  const said = h('span', { class: 'said' }, shown.to && h('b', {}, `${shown.to.name}: `), shown.said);
  const go = () => jump(message.channel, shown.id);
  return [icon('reply'), h('button', { type: 'button', class: 'to', title: 'Go to that message', onclick: go }, said)];
}

function drawnHead(message) {
  return [
    avatar(message.author),
    nameOf(message.author),
    timeNode(message.at, 'when'),
    h('span', { class: 'brief-time', 'aria-hidden': 'true' }, worded(message.at, 't')),
    h('span', { class: 'at-you' }, 'mentions you'),
  ];
}

function drawnContent(message) {
  if (message.loading) {
    return h('p', { class: 'thinking' }, h('i'), h('i'), h('i'), `${message.author.name} is thinking…`);
  }
  return [
    markdown(message.content),
    message.edited !== null && h('small', { class: 'edited', title: timeNode(message.edited).title }, '(edited)'),
  ];
}

function drawnFoot(message) {
  return (
    message.ephemeral && [
      icon('eye'),
      'Only you can see this · ',
      h('button', { type: 'button', class: 'as-link', onclick: () => store.dismiss(message) }, 'Dismiss'),
    ]
  );
}

function drawnTools(message, isShown) {
  const remove = () =>
    api
      .remove({ as: store.viewer.id, channel: message.channel, message: message.id })
      .catch((refusal) => store.problem(refusal.message));
  return (
    isShown &&
    h(
      'button',
      { type: 'button', class: 'quiet', 'aria-label': 'Delete this message', title: 'Delete', onclick: remove },
      icon('bin'),
    )
  );
}
