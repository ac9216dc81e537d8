import { h, replace } from './dom.js';
import { keepPlaced } from './place.js';

let made = 0;

/** An id that no other element of the page has. */
export function newId(what) {
  made += 1;
  return `${what}-${made}`;
}

/**
 * A list that pops up beside what it belongs to; the focus stays there, and `aria-activedescendant` says where one is.
 *
 * Items are `{name, description, mark, chosen}`. `onpick` is called with an item that is clicked.
 */
export class Listbox {
  constructor({ label, isMultiple = false, onpick, footer = [] }) {
    this.id = newId('list');
    this.onpick = onpick;
    this.items = [];
    this.active = -1;
    this.list = h('ul', {
      role: 'listbox',
      id: this.id,
      'aria-label': label,
      'aria-multiselectable': isMultiple && 'true',
    });
    this.status = h('p', { class: 'popup-status', role: 'status' });
    this.element = h('div', { class: 'popup', popover: 'manual' }, this.list, this.status, footer);
    this.element.addEventListener('mousedown', (event) => this.keepFocus(event));
  }

  get isOpen() {
    return this.element.matches(':popover-open');
  }

  get activeItem() {
    return this.items[this.active];
  }

  get activeId() {
    return this.active < 0 ? null : `${this.id}-${this.active}`;
  }

  /** Shows these, with a word about them or none, and the one at this place active; -1 for none. */
  show(anchor, items, { status = '', active = -1 } = {}) {
    this.items = items;
    replace(
      this.list,
      items.map((item, index) => this.row(item, index)),
    );
    this.list.hidden = items.length === 0;
    this.status.textContent = status;
    this.status.hidden = status === '';
    this.hide();
    this.element.showPopover();
    this.unplace = keepPlaced(this.element, anchor);
    this.activate(Math.min(active, items.length - 1));
  }

  hide() {
    if (this.isOpen) {
      this.unplace();
      this.element.hidePopover();
    }
    this.active = -1;
  }

  /** Goes on by so many, round the ends. */
  move(step) {
    const from = this.active < 0 && step < 0 ? 0 : this.active;
    this.activate((from + step + this.items.length) % this.items.length);
  }

  activate(index) {
    this.mark(false);
    this.active = this.items.length === 0 ? -1 : index;
    this.mark(true);
    this.list.children[this.active]?.scrollIntoView({ block: 'nearest' });
  }

  /** Says anew which are chosen. */
  choose(isChosen) {
    this.items.forEach((item, index) => {
      item.chosen = isChosen(item);
      this.list.children[index].setAttribute('aria-selected', String(item.chosen));
      this.list.children[index].classList.toggle('chosen', item.chosen);
    });
  }

  row(item, index) {
    return h(
      'li',
      {
        role: 'option',
        class: item.chosen && 'chosen',
        id: `${this.id}-${index}`,
        'aria-selected': String(item.chosen ?? false),
        onclick: () => this.onpick(item),
      },
      item.mark && h('span', { class: 'option-mark', 'aria-hidden': 'true' }, item.mark),
      h('span', { class: 'option-name' }, item.name),
      item.description && h('span', { class: 'option-says' }, item.description),
    );
  }

  mark(isActive) {
    const row = this.list.children[this.active];
    row?.classList.toggle('active', isActive);
    if (row !== undefined && this.items[this.active].chosen === undefined) {
      row.setAttribute('aria-selected', String(isActive));
    }
  }

  keepFocus(event) {
    if (event.target.closest('button') === null) {
      event.preventDefault();
    }
  }
}
