import { folded } from './matching.js';

const PAUSE = 700;

/** Finds an item by the letters that are typed one after the other. */
export class Typeahead {
  constructor() {
    this.typed = '';
  }

  /** The place of the item that begins with what was typed, this letter last; -1 for none. */
  find(items, letter) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.typed = ''), PAUSE);
    this.typed += letter;
    return items.findIndex((item) => folded(item.name.replace(/^[@#]/, '')).startsWith(folded(this.typed)));
  }
}
