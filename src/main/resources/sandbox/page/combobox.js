import { Listbox } from './listbox.js';

/**
 * A text field with a list that pops up: the combobox of the ARIA Authoring Practices.
 *
 * Its owner decides what the list holds (`show`), passes keys on (`key`), puts `popup` beside the field, and is told of
 * what is picked (`onpick`).
 */
export class Combobox {
  constructor(input, { label, anchor = input, onpick }) {
    this.input = input;
    this.anchor = anchor;
    this.onpick = onpick;
    this.listbox = new Listbox({ label, onpick: (item) => this.pick(item) });
    this.popup = this.listbox.element;
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', this.listbox.id);
    this.tell();
  }

  get isOpen() {
    return this.listbox.isOpen;
  }

  /** Shows these items, or closes where there are none and nothing to say. */
  show(items, { status = '', active = 0 } = {}) {
    if (items.length === 0 && status === '') {
      this.close();
      return;
    }
    this.listbox.show(this.anchor, items, { status, active });
    this.tell();
  }

  close() {
    this.listbox.hide();
    this.tell();
  }

  /** Takes a key if the list is open and knows it; whether it did. */
  key(event) {
    if (!this.isOpen || event.isComposing) {
      return false;
    }
    switch (event.key) {
      case 'ArrowDown':
        return this.move(1);
      case 'ArrowUp':
        return this.move(-1);
      case 'Escape':
        this.close();
        return true;
      case 'Enter':
      case 'Tab':
        return !event.shiftKey && this.pickActive();
      default:
        return false;
    }
  }

  move(step) {
    if (this.listbox.items.length > 0) {
      this.listbox.move(step);
      this.tell();
    }
    return true;
  }

  pickActive() {
    const item = this.listbox.activeItem;
    if (item === undefined) {
      return false;
    }
    this.pick(item);
    return true;
  }

  pick(item) {
    this.close();
    this.onpick(item);
  }

  /** A field of several lines is a combobox only while the list is open. */
  tell() {
    const { input, isOpen } = this;
    const isCombobox = isOpen || input.tagName === 'INPUT';
    attribute(input, 'role', isCombobox ? 'combobox' : null);
    attribute(input, 'aria-expanded', isCombobox ? String(isOpen) : null);
    attribute(input, 'aria-activedescendant', isOpen ? this.listbox.activeId : null);
  }
}

function attribute(element, name, value) {
  if (value === null) {
    element.removeAttribute(name);
  } else {
    element.setAttribute(name, value);
  }
}
