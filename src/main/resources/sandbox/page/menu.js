import { h } from './dom.js';
import { Listbox } from './listbox.js';
import { menuItems, surroundings } from './pickable.js';
import { Typeahead } from './typeahead.js';

const OPENING = ['Enter', ' ', 'ArrowDown', 'ArrowUp'];

/** How the keys move in an open list. */
const MOVES = {
  ArrowDown: (list) => list.move(1),
  ArrowUp: (list) => list.move(-1),
  Home: (list) => list.activate(0),
  End: (list) => list.activate(list.items.length - 1),
};

/**
 * A menu of a message or a form: the select-only combobox of the ARIA Authoring Practices.
 *
 * `onchoose` is called with the values, and those before, once they are chosen: in a menu of one at the choice, in one of
 * several when one is done or goes elsewhere. Escape keeps what was chosen before.
 */
export class Menu {
  constructor(json, { label = json.placeholder || 'Menu', isDisabled = false, onchoose = () => {} } = {}) {
    this.json = json;
    this.least = json.min_values ?? 1;
    this.most = json.max_values ?? 1;
    this.isDisabled = isDisabled;
    this.onchoose = onchoose;
    this.items = menuItems(json, surroundings());
    this.values = this.items.filter((item) => item.isDefault).map((item) => item.value);
    this.wanted = this.values;
    this.typeahead = new Typeahead();
    this.clear = h('button', { type: 'button', onclick: () => this.choose([]) }, 'Clear');
    this.done = h('button', { type: 'button', class: 'done', onclick: () => this.choose(this.wanted) }, 'Done');
    const footer = [this.isMultiple && this.done, this.least === 0 && this.clear].filter(Boolean);
    this.listbox = new Listbox({
      label,
      isMultiple: this.isMultiple,
      onpick: (item) => this.pick(item),
      footer: footer.length > 0 && h('div', { class: 'popup-foot' }, footer),
    });
    this.box = this.makeBox(label);
    this.element = h('div', { class: 'menu' }, this.box, this.listbox.element);
    this.element.addEventListener('keydown', (event) => this.key(event));
    this.element.addEventListener('focusout', (event) => this.left(event.relatedTarget));
    this.draw();
  }

  get isMultiple() {
    return this.most > 1;
  }

  get isOpen() {
    return this.listbox.isOpen;
  }

  makeBox(label) {
    return h('div', {
      class: 'menu-box',
      role: 'combobox',
      tabindex: '0',
      dataset: { customId: this.json.custom_id },
      'aria-haspopup': 'listbox',
      'aria-controls': this.listbox.id,
      'aria-label': label,
      onclick: () => (this.isOpen ? this.cancel() : this.open()),
    });
  }

  open() {
    if (this.isDisabled || this.box.getAttribute('aria-busy') === 'true') {
      return;
    }
    this.wanted = this.values;
    this.items.forEach((item) => (item.chosen = this.wanted.includes(item.value)));
    const first = this.items.findIndex((item) => item.chosen);
    const status = this.items.length === 0 ? 'There is nothing to choose here.' : '';
    this.listbox.show(this.box, this.items, { active: Math.max(first, 0), status });
    this.draw();
  }

  key(event) {
    if (this.isOpen && event.key === 'Escape') {
      this.cancel();
      this.box.focus();
    } else if (event.target !== this.box || !this.isTaken(event)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  isTaken(event) {
    if (!this.isOpen) {
      return OPENING.includes(event.key) && (this.open(), true);
    }
    const isLetter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey;
    if (event.key === 'Enter' || event.key === ' ') {
      this.listbox.activeItem && this.pick(this.listbox.activeItem);
    } else if (isLetter) {
      this.seek(event.key);
    } else if (MOVES[event.key] === undefined) {
      return false;
    } else {
      MOVES[event.key](this.listbox);
    }
    this.draw();
    return true;
  }

  seek(letter) {
    const found = this.typeahead.find(this.items, letter);
    if (found >= 0) {
      this.listbox.activate(found);
    }
  }

  /** Takes or, where it was taken, leaves an item. */
  pick({ value }) {
    const has = this.wanted.includes(value);
    if (!this.isMultiple) {
      this.choose(has && this.least === 0 ? [] : [value]);
    } else if (has || this.wanted.length < this.most) {
      this.wanted = has ? this.wanted.filter((other) => other !== value) : [...this.wanted, value];
      this.listbox.choose((item) => this.wanted.includes(item.value));
      this.draw();
    }
  }

  choose(values) {
    this.box.focus();
    this.close(values);
  }

  /** Closes with these values, if they may be and are others than before. */
  close(values) {
    const isFitting = values.length >= this.least && values.length <= this.most;
    const isOther = values.length !== this.values.length || values.some((value) => !this.values.includes(value));
    this.cancel();
    if (isFitting && isOther) {
      const before = this.values;
      this.set(values);
      this.onchoose(values, before);
    }
  }

  /** Shows these as chosen. */
  set(values) {
    this.values = values;
    this.wanted = values;
    this.draw();
  }

  left(target) {
    if (this.isOpen && !this.element.contains(target)) {
      this.close(this.wanted);
    }
  }

  cancel() {
    this.listbox.hide();
    this.set(this.values);
  }

  draw() {
    const shown = this.items.filter((item) => this.wanted.includes(item.value)).map((item) => item.name);
    this.box.textContent = shown.length > 0 ? shown.join(', ') : this.json.placeholder || 'Make a selection';
    this.box.classList.toggle('unchosen', shown.length === 0);
    this.box.setAttribute('aria-expanded', String(this.isOpen));
    this.box.setAttribute('aria-activedescendant', (this.isOpen && this.listbox.activeId) || '');
    this.box.setAttribute('aria-disabled', String(this.isDisabled));
    this.clear.disabled = this.wanted.length === 0;
    this.done.disabled = this.wanted.length < this.least;
  }
}
