import { h } from './dom.js';
import { icon } from './icons.js';

const NEAR = 48;

/**
 * Keeps a log at its end while the reader is there.
 *
 * `follow()` goes there now, `settle()` does so if the reader was there, and `noticed(isOwn)` says that there is
 * something new: who reads further up gets a button, and who wrote it themselves is taken there.
 */
export function bottom(log, list) {
  let isFollowing = true;
  let last = 0;
  const button = h(
    'button',
    { type: 'button', class: 'to-bottom', hidden: true, onclick: follow },
    'New messages',
    icon('down'),
  );
  log.after(button);

  function follow() {
    isFollowing = true;
    button.hidden = true;
    log.scrollTop = log.scrollHeight;
  }

  function settle() {
    if (isFollowing) {
      follow();
    }
  }

  log.addEventListener('scroll', () => {
    const isNear = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
    // Only going up is leaving: the end also moves away by itself, when a picture has loaded.
    isFollowing = isNear || (isFollowing && log.scrollTop >= last);
    last = log.scrollTop;
    button.hidden ||= isNear;
  });
  // Pictures that load, and a composer that grows, change where the end is.
  const sizes = new ResizeObserver(settle);
  sizes.observe(list);
  sizes.observe(log);

  return {
    follow,
    settle,
    noticed(isOwn) {
      if (isOwn) {
        follow();
      } else {
        button.hidden = isFollowing;
      }
    },
  };
}
