const GAP = 4;
const MARGIN = 8;
const NARROWEST = 280;
const TALLEST = 352;

/** Puts a popup below what it belongs to, or above where there is more room, inside the window. */
export function place(popup, anchor) {
  const box = anchor.getBoundingClientRect();
  const width = document.documentElement.clientWidth;
  const height = window.visualViewport?.height ?? window.innerHeight;
  const below = height - box.bottom - GAP - MARGIN;
  const above = box.top - GAP - MARGIN;
  const wide = Math.min(Math.max(box.width, NARROWEST), width - 2 * MARGIN);
  popup.style.width = `${wide}px`;
  popup.style.left = `${Math.max(MARGIN, Math.min(box.left, width - MARGIN - wide))}px`;
  popup.style.maxHeight = `${TALLEST}px`;
  const isAbove = popup.offsetHeight > below && above > below;
  popup.style.maxHeight = `${Math.min(TALLEST, isAbove ? above : below)}px`;
  popup.style.top = isAbove ? `${box.top - GAP - popup.offsetHeight}px` : `${box.bottom + GAP}px`;
}

/** Keeps a popup in its place while things move; returns a function that ends it. */
export function keepPlaced(popup, anchor) {
  const ending = new AbortController();
  const sizes = new ResizeObserver(() => place(popup, anchor));
  const end = () => {
    ending.abort();
    sizes.disconnect();
  };
  const moved = ({ target }) => {
    if (!popup.isConnected) {
      end();
    } else if (target === window || !popup.contains(target)) {
      place(popup, anchor);
    }
  };
  sizes.observe(anchor);
  window.addEventListener('scroll', moved, { capture: true, passive: true, signal: ending.signal });
  window.addEventListener('resize', moved, { signal: ending.signal });
  place(popup, anchor);
  return end;
}
