import { h } from './dom.js';
import { icon } from './icons.js';

/** A picture that opens large when it is pressed. */
export function picture(url, description) {
  return h(
    'button',
    { type: 'button', class: 'picture', 'aria-haspopup': 'dialog', onclick: () => enlarge(url, description) },
    h('img', { src: url, alt: description || 'A picture without a description', loading: 'lazy' }),
  );
}

function enlarge(url, description) {
  const dialog = h(
    'dialog',
    { class: 'lightbox', 'aria-label': description || 'Picture' },
    h(
      'header',
      {},
      h('p', {}, description),
      h('a', { href: url, target: '_blank', rel: 'noopener' }, 'Open by itself'),
      h(
        'button',
        { type: 'button', class: 'quiet', 'aria-label': 'Close', onclick: () => dialog.close() },
        icon('close'),
      ),
    ),
    h('img', { src: url, alt: description ?? '' }),
  );
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
