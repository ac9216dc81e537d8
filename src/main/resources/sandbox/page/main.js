import { mountComposer } from './composer.js';
import { mountControls } from './controls.js';
import { h, replace } from './dom.js';
import { mountHeader } from './header.js';
import { onHealth } from './health.js';
import { mountMessages } from './messages.js';
import { mountSidebar } from './sidebar.js';
import { on, store } from './store.js';
import { tick } from './time.js';

const VIEWER = 'viewer';
const CHANNEL = 'channel';
const READ_IN = 8_000;
const [channels, top, log, notice, compose, controls] = ['channels', 'top', 'log', 'notice', 'compose', 'controls'].map(
  (id) => document.getElementById(id),
);

mountSidebar(channels);
mountHeader(top);
mountMessages(log);
mountComposer(compose);
mountControls(controls);

onHealth((words, isWell) => {
  notice.hidden = isWell;
  replace(notice, h('i'), h('i'), h('i'), words);
});
on('problem', tell);
on('channel', beginTyping);
on('viewer', ({ id }) => sessionStorage.setItem(VIEWER, id));
on('channel', (channel) => channel && sessionStorage.setItem(CHANNEL, channel.id));
store.start(sessionStorage.getItem(VIEWER), sessionStorage.getItem(CHANNEL));
setInterval(tick, 1000);

/** One can type at once, where that does not call up a keyboard over half of the screen. */
function beginTyping() {
  if (document.activeElement === document.body && !matchMedia('(pointer: coarse)').matches) {
    document.getElementById('composer')?.focus();
  }
}

/** Shows what went wrong for as long as it takes to read; it is said to screen readers, too. */
function tell(sentence) {
  const line = h('p', {}, sentence);
  document.getElementById('problem').append(line);
  setTimeout(() => line.remove(), READ_IN);
}
