import { announce } from './announce.js';
import { h, replace } from './dom.js';
import { icon } from './icons.js';
import { mentionsViewer, spoken } from './message.js';
import { avatar } from './people.js';
import { on, store } from './store.js';

/** Discord's numbers for kinds of channels that are drawn otherwise than with a hash. */
const DRAWINGS = new Map([
  [1, 'person'],
  [2, 'speaker'],
  [10, 'thread'],
  [11, 'thread'],
  [12, 'thread'],
  [13, 'speaker'],
  [15, 'forum'],
]);

/** Shows guilds, their channels and threads, and the direct messages; one press opens them. */
export function mountSidebar(nav) {
  const unread = new Map();

  function draw() {
    const focused = nav.contains(document.activeElement) ? document.activeElement.dataset.channel : undefined;
    const { guilds, direct } = store.state;
    replace(
      nav,
      guilds.map((guild) => group([avatar(guild), h('bdi', {}, guild.name)], guild.channels, unread)),
      direct && group('Direct messages', [direct], unread),
      guilds.length === 0 && h('p', { class: 'hint' }, 'In no guild yet.'),
    );
    nav.querySelector(`[data-channel="${focused}"]`)?.focus();
  }

  on('message', (message) => {
    const isNew = message.edited === null && message.author.id !== store.viewer.id;
    if (isNew && message.channel !== store.channel?.id) {
      const isForViewer = mentionsViewer(message) || message.channel === store.state.direct?.id;
      unread.set(message.channel, unread.get(message.channel) || isForViewer);
      if (isForViewer) {
        announce(spoken(message));
      }
      draw();
    }
  });
  on('channel', (channel) => {
    unread.delete(channel?.id);
    draw();
  });
  on('viewer', () => unread.clear());
  on('state', draw);
}

function group(heading, channels, unread) {
  const isOnTop = (channel) => channels.every((other) => other.id !== channel.parent);
  const branch = (channel) => {
    const below = channels.filter((other) => other.parent === channel.id);
    return h('li', {}, entry(channel, unread), below.length > 0 && h('ul', {}, below.map(branch)));
  };
  return h('section', {}, h('h2', {}, heading), h('ul', {}, channels.filter(isOnTop).map(branch)));
}

function entry(channel, unread) {
  const isOpen = channel.id === store.channel?.id;
  const news = !isOpen && unread.has(channel.id) && h('span', { class: 'news' }, unread.get(channel.id) ? '@' : 'new');
  return h(
    'button',
    {
      type: 'button',
      class: news ? 'entry unread' : 'entry',
      'aria-current': isOpen && 'page',
      dataset: { channel: channel.id },
      onclick: () => store.open(channel.id),
    },
    icon(drawing(channel)),
    h('span', { class: 'entry-name' }, h('bdi', {}, channel.name)),
    news,
  );
}

/** The drawing beside a channel's name. */
export function drawing(channel) {
  return DRAWINGS.get(channel.type) ?? 'hash';
}
