const KEY = 'theme';
const THEMES = ['system', 'light', 'dark'];

/** The theme that the reader chose; `system` follows what their device prefers. */
export function theme() {
  const kept = localStorage.getItem(KEY);
  return THEMES.includes(kept) ? kept : 'system';
}

/** Changes to the theme after this one, and says which that is. */
export function turnTheme() {
  const next = THEMES[(THEMES.indexOf(theme()) + 1) % THEMES.length];
  localStorage.setItem(KEY, next);
  apply();
  return next;
}

function apply() {
  if (theme() === 'system') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = theme();
  }
}

apply();
