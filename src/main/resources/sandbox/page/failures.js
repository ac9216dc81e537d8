import { announce } from './announce.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { on, store } from './store.js';

const waiting = new Map();
const listeners = [];

/** What the viewer asked for and the bot has not answered: on its way still, or failed. */
export const failures = {
  in(channel) {
    return [...waiting.values()].filter((one) => one.channel === channel && isShown(one));
  },

  /** Calls a listener whenever one comes or goes. */
  changed(listener) {
    listeners.push(listener);
  },
};

/** The line for one of them, which its member alone sees. */
export function failureView(interaction) {
  return { node: interaction.status === 'failed' ? failed(interaction) : sending(interaction) };
}

/** A button shows by itself that its press is on the way. */
function isShown({ status, kind }) {
  return status === 'failed' || kind === 'COMMAND';
}

function failed(interaction) {
  return h(
    'li',
    { class: 'failure', dataset: { interaction: interaction.id } },
    icon('warning'),
    h('p', {}, asked(interaction), h('span', { class: 'failed' }, sentence(interaction))),
    h(
      'p',
      { class: 'message-foot' },
      icon('eye'),
      'Only you can see this · ',
      h('button', { type: 'button', class: 'as-link', onclick: () => forget(interaction.id) }, 'Dismiss'),
    ),
  );
}

function sending(interaction) {
  return h(
    'li',
    { class: 'failure sending' },
    h('p', { class: 'thinking' }, h('i'), h('i'), h('i'), 'Sending ', asked(interaction)),
  );
}

function asked({ kind, name }) {
  return kind === 'COMMAND' && h('b', {}, `/${name} `);
}

function sentence({ kind }) {
  return kind === 'COMMAND' ? 'The application did not respond' : 'This interaction failed';
}

function forget(id) {
  if (waiting.delete(id)) {
    listeners.forEach((listener) => listener());
  }
}

function heard(interaction) {
  if (interaction.status === 'answered') {
    return forget(interaction.id);
  }
  const at = waiting.get(interaction.id)?.at ?? store.now();
  waiting.set(interaction.id, { ...interaction, at });
  if (interaction.status === 'failed') {
    announce(sentence(interaction));
  }
  listeners.forEach((listener) => listener());
}

on('interaction', heard);
on('viewer', () => waiting.clear());
on('lost', () => waiting.forEach(({ id, status }) => status === 'sent' && forget(id)));
