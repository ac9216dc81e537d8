const STEPS = {
  ArrowUp: (place) => place - 1,
  ArrowDown: (place) => place + 1,
  Home: () => 0,
  End: () => Infinity,
};

/** Lets the arrow keys go from message to message in a log, so that Tab need not pass by every one of them. */
export function walkable(log) {
  log.addEventListener('keydown', (event) => {
    const isHere = event.target === log || event.target.matches('article.message');
    if (isHere && event.key in STEPS && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      step(log, STEPS[event.key]);
    }
  });
}

function step(log, next) {
  const articles = [...log.querySelectorAll('article.message')];
  const here = articles.indexOf(document.activeElement);
  const place = Math.min(Math.max(next(here === -1 ? articles.length : here), 0), articles.length - 1);
  articles[place]?.focus();
}
