/** A text as it is compared: letter case, accents and how many spaces there are do not matter. */
export function folded(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/**
 * What fits a typed text: first the text itself, then what begins with it, what has a word that does, what contains it.
 *
 * @param words gives the texts by which a thing can be found
 */
export function matching(things, typed, words) {
  const wanted = folded(typed);
  const ranks = things.map((thing) => ({ thing, rank: Math.min(...words(thing).map((word) => rank(word, wanted))) }));
  return ranks
    .filter((found) => found.rank < Infinity)
    .sort((one, other) => one.rank - other.rank)
    .map((found) => found.thing);
}

function rank(word, wanted) {
  const text = folded(word);
  const isFitting = [text === wanted, text.startsWith(wanted), text.includes(` ${wanted}`), text.includes(wanted)];
  const first = isFitting.indexOf(true);
  return first < 0 ? Infinity : first;
}
