/**
 * Makes these nodes, in this order, the children of a parent, and moves none that is in its place already.
 *
 * A node that is taken out and put back would lose what is going on in it: sound that plays, an open menu, the focus.
 */
export function arrange(parent, nodes) {
  const wanted = new Set(nodes);
  [...parent.children].filter((child) => !wanted.has(child)).forEach((child) => child.remove());
  nodes.forEach((node, place) => {
    if (parent.children[place] !== node) {
      parent.insertBefore(node, parent.children[place] ?? null);
    }
  });
}

/** Changes a list of articles; where the one with the focus is gone afterwards, the one in its place gets it. */
export function keepingPlace(list, change) {
  const place = articles(list).findIndex((article) => article.contains(document.activeElement));
  change();
  if (place !== -1 && !list.contains(document.activeElement)) {
    const left = articles(list);
    left[Math.min(place, left.length - 1)]?.focus({ preventScroll: true });
  }
}

function articles(list) {
  return [...list.querySelectorAll('article')];
}

/** Draws a part anew; where the focus was on something in it, it is put on what has the same name afterwards. */
export function keepingFocus(part, draw) {
  const focused = part.contains(document.activeElement) ? document.activeElement : null;
  const name = focused === null ? null : nameOf(focused);
  draw();
  if (focused !== null && !focused.isConnected) {
    const focusable = [...part.querySelectorAll('a[href], button, input, select, textarea, [tabindex]')];
    (focusable.find((one) => nameOf(one) === name) ?? part.closest('article'))?.focus({ preventScroll: true });
  }
}

function nameOf(element) {
  return element.dataset.customId ?? `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent}`;
}
