/**
 * A region that is beside the messages on wide screens and slides in over them on narrow ones, where `button` opens it.
 *
 * While it is open over them, the rest of the page cannot be reached, though what the page says is still heard; Escape,
 * a press beside it, or choosing a channel closes it.
 */
export function drawer(region, button) {
  const scrim = document.getElementById('scrim');
  const isOver = () => getComputedStyle(button).display !== 'none';
  const isOther = (one) => one !== region && one !== scrim && !one.matches('[role="status"], [aria-live]');
  const others = () => [...document.body.children].filter(isOther);

  function set(isOpen) {
    region.classList.toggle('open', isOpen);
    button.setAttribute('aria-expanded', String(isOpen));
    scrim.hidden = !isOpen;
    others().forEach((one) => (one.inert = isOpen));
  }

  function close() {
    if (region.classList.contains('open')) {
      set(false);
      button.focus();
    }
  }

  button.setAttribute('aria-controls', region.id);
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', () => {
    set(true);
    region.querySelector('button, a[href], input, select')?.focus();
  });
  scrim.addEventListener('click', close);
  region.addEventListener('keydown', (event) => event.key === 'Escape' && close());
  region.addEventListener('click', (event) => event.target.closest('[data-channel]') && close());
  addEventListener('resize', () => !isOver() && close());
}
