import * as api from './api.js';
import { h, replace } from './dom.js';
import { drawer } from './drawer.js';
import { onHealth } from './health.js';
import { icon } from './icons.js';
import { drawing } from './sidebar.js';
import { on, store } from './store.js';
import { theme, turnTheme } from './theme.js';

const THEMES = { system: ['device', 'as the device'], light: ['sun', 'light'], dark: ['moon', 'dark'] };

/** Shows where one is, how the bot is, who one is and in which language; all of it but the bot can be changed. */
export function mountHeader(header) {
  const title = h('h1', {}, 'Sandbox');
  const bot = h('p', { id: 'bot', role: 'status' });
  const viewer = h('select', { id: 'viewer', onchange: () => store.become(viewer.value) });
  const locale = h('select', { id: 'locale', onchange: () => speak(locale.value) });
  const channels = h(
    'button',
    { type: 'button', class: 'quiet opens-channels', 'aria-label': 'Channels' },
    icon('menu'),
  );
  const controls = h(
    'button',
    { type: 'button', class: 'quiet opens-controls', 'aria-label': 'Controls' },
    icon('sliders'),
  );
  header.append(
    channels,
    h('div', { class: 'where' }, title, bot),
    h('label', { class: 'choose who' }, h('span', {}, 'You are'), viewer),
    h('label', { class: 'choose language' }, h('span', {}, 'Language'), locale),
    themeButton(),
    controls,
  );
  drawer(document.getElementById('channels'), channels);
  drawer(document.getElementById('controls'), controls);

  const whereabouts = () => where(title);
  on('state', (state) => {
    people(viewer, state);
    languages(locale, state);
    whereabouts();
  });
  on('channel', whereabouts);
  onHealth((words, isWell) => replace(bot, h('span', { class: isWell ? 'dot on' : 'dot' }), h('bdi', {}, words)));
}

function where(title) {
  const channel = store.channel;
  const guild = channel === null ? undefined : store.guildOf(channel.id);
  replace(title, channel && icon(drawing(channel)), h('bdi', {}, channel?.name ?? 'No channel'));
  document.title = channel === null ? 'Sandbox' : `${guild ? '#' : ''}${channel.name} · ${guild?.name ?? 'Sandbox'}`;
}

function people(select, { users, viewer }) {
  const options = users
    .filter((user) => !user.bot)
    .map((user) => h('option', { value: user.id }, user.note ? `${user.name} (${user.note})` : user.name));
  fill(select, options, viewer.id);
}

function languages(select, { locales, viewer }) {
  fill(
    select,
    locales.map((locale) => h('option', { value: locale }, nameOf(locale))),
    viewer.locale,
  );
}

/** An open list must not close because the same is told again. */
function fill(select, options, value) {
  const told = (list) => JSON.stringify(list.map((option) => [option.value, option.textContent]));
  if (told([...select.options]) !== told(options)) {
    replace(select, options);
  }
  select.value = value;
}

/** A language in its own words. */
function nameOf(locale) {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale);
  return name[0].toLocaleUpperCase(locale) + name.slice(1);
}

function speak(locale) {
  api.locale({ as: store.viewer.id, locale }).catch((refusal) => store.problem(refusal.message));
}

function themeButton() {
  const button = h('button', { type: 'button', class: 'quiet', id: 'theme', onclick: () => show(turnTheme()) });
  const show = (name) => {
    const [drawn, words] = THEMES[name];
    replace(button, icon(drawn));
    button.title = `Theme: ${words}`;
    button.setAttribute('aria-label', `Theme: ${words}. Change it.`);
  };
  show(theme());
  return button;
}
