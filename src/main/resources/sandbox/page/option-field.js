import { shownDescription, shownName } from './catalogue.js';
import { Combobox } from './combobox.js';
import { h } from './dom.js';
import { grow } from './growing.js';
import { icon } from './icons.js';
import { newId } from './listbox.js';
import { matching } from './matching.js';
import { chosen, isListed, isNumber, limits, read } from './options.js';
import { choicesOf, surroundings } from './pickable.js';
import { Suggestions } from './suggestions.js';

const NARROWEST = 6;
const WIDEST = 36;

/** One option of a command that is being typed. */
export class OptionField {
  /**
   * @param anchor what the list pops up beside
   * @param complete takes the typed text and promises the bot's choices for it
   * @param onchosen is called when one was chosen from the list
   */
  constructor(option, { anchor, complete, onchosen, onremove }) {
    this.option = option;
    this.value = undefined;
    this.choices = choicesOf(option, surroundings());
    this.input = inputOf(option);
    this.combobox = this.hasList ? this.makeCombobox(anchor, onchosen) : null;
    this.suggestions = new Suggestions(complete, (choices, status) => this.combobox.show(choices, { status }));
    this.element = optionBox(option, [this.input, this.combobox?.popup], onremove);
    this.input.addEventListener('input', () => this.typed());
    this.input.addEventListener('click', () => this.offer());
    this.input.addEventListener('focus', () => this.isEmpty && this.offer());
    this.input.addEventListener('blur', () => this.settle());
  }

  get hasList() {
    return isListed(this.option) || (this.option.autocomplete ?? false);
  }

  get isEmpty() {
    return this.input.value === '';
  }

  /** What was typed, `{text, value}`. */
  get entry() {
    return { text: this.input.value, value: this.value };
  }

  set entry({ text, value }) {
    this.input.value = text;
    const known = value === undefined && isListed(this.option) && text !== '' ? chosen(this.choices, text) : undefined;
    this.value = value ?? known?.value;
    this.fit();
  }

  get hint() {
    return [shownDescription(this.option), limits(this.option)].filter((words) => words !== '').join(' · ');
  }

  /** `{value}`, `{problem}` or `{}`: see options.js. */
  read() {
    return read(this.option, this.entry, this.choices);
  }

  typed() {
    this.value = undefined;
    this.fit();
    this.offer();
  }

  /** Shows what fits; the whole list once something is chosen. */
  offer() {
    if (isListed(this.option)) {
      const typed = this.value === undefined ? this.input.value : '';
      const found = matching(this.choices, typed.replace(/^[@#]/, ''), (choice) => [choice.name.replace(/^[@#]/, '')]);
      this.combobox.show(found, { status: found.length === 0 ? 'Nothing was found.' : '' });
    } else if (this.combobox !== null) {
      this.suggestions.typed(this.input.value);
    }
  }

  settle() {
    this.suggestions.stop();
    this.combobox?.close();
  }

  makeCombobox(anchor, onchosen) {
    return new Combobox(this.input, {
      label: shownName(this.option),
      anchor,
      onpick: (choice) => {
        this.suggestions.stop();
        this.entry = { text: choice.name, value: choice.value };
        onchosen();
      },
    });
  }

  fit() {
    if (this.input.tagName === 'INPUT') {
      this.input.size = Math.min(Math.max(this.input.value.length + 1, NARROWEST), WIDEST);
    } else {
      grow(this.input);
    }
  }
}

/** An option's name, what it is typed into, and a button that takes it away if the command can do without. */
export function optionBox(option, children, onremove) {
  const name = shownName(option);
  const attributes = { class: 'option-remove', 'aria-label': `Remove ${name}`, onclick: onremove };
  // With the keyboard one empties the option and presses Backspace; Tab goes from option to option.
  const remove = h('button', { type: 'button', tabindex: '-1', ...attributes }, icon('close'));
  return h(
    'div',
    { class: 'option', dataset: { option: option.name } },
    h('label', { for: children[0].id }, name),
    children,
    !option.required && remove,
  );
}

function inputOf(option) {
  const attributes = {
    id: newId('option'),
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-required': option.required && 'true',
  };
  if (isNumber(option) || isListed(option) || option.autocomplete) {
    return h('input', attributes);
  }
  return h('textarea', { ...attributes, rows: '1' });
}
