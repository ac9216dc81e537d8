import { ComponentType, isMenu } from './component-type.js';
import { h } from './dom.js';
import { choiceProblem, counter, isRequired, textProblem } from './field-rules.js';
import { newId } from './listbox.js';
import { Menu } from './menu.js';

const PARAGRAPH = 2;

/** One field of a form: a text or a menu, with its label, and below it what is wrong. */
export class FormField {
  /**
   * @param json the field
   * @param label `{label, description}`: what stands around it
   */
  constructor(json, { label = json.label ?? '', description }) {
    this.json = json;
    this.customId = json.custom_id;
    this.says = h('span', { class: 'form-says', id: newId('says') }, description);
    this.problem = h('span', { class: 'form-problem', id: newId('problem') });
    this.count = h('span', { class: 'form-count' });
    const optional = !isRequired(json) && h('span', { class: 'form-optional' }, ' optional');
    this.menu = isMenu(json) ? new Menu(fitting(json), { label, onchoose: () => this.check() }) : null;
    this.input = this.menu?.box ?? textInput(json);
    this.input.setAttribute('aria-describedby', `${this.says.id} ${this.problem.id}`);
    this.input.addEventListener('input', () => this.typed());
    this.element = h(
      'div',
      { class: 'form-field' },
      h(this.menu === null ? 'label' : 'div', { class: 'form-label', for: this.input.id || null }, label, optional),
      description && this.says,
      this.menu?.element ?? this.input,
      h('div', { class: 'form-below' }, this.problem, this.count),
    );
    this.typed();
  }

  /** What is sent: a text, or what was chosen. */
  get value() {
    if (this.menu === null) {
      return this.input.value;
    }
    return this.menu.isMultiple ? this.menu.values : (this.menu.values[0] ?? '');
  }

  /** Whether it can be sent; says why not. */
  check() {
    const problem =
      this.menu === null ? textProblem(this.json, this.input.value) : choiceProblem(this.json, this.menu.values);
    this.problem.textContent = problem;
    this.input.setAttribute('aria-invalid', String(problem !== ''));
    return problem === '';
  }

  typed() {
    this.problem.textContent = '';
    this.input.removeAttribute('aria-invalid');
    if (this.json.type === ComponentType.TEXT_INPUT) {
      this.count.textContent = counter(this.json, this.input.value);
    }
  }
}

/** A menu that need not be filled in can be emptied. */
function fitting(json) {
  return isRequired(json) ? json : { ...json, min_values: 0 };
}

function textInput(json) {
  const attributes = {
    id: newId('field'),
    name: json.custom_id,
    dataset: { customId: json.custom_id },
    placeholder: json.placeholder,
    autocomplete: 'off',
    'aria-required': isRequired(json) && 'true',
  };
  const input =
    json.style === PARAGRAPH
      ? h('textarea', { ...attributes, rows: '4' })
      : h('input', { ...attributes, type: 'text' });
  input.value = json.value ?? '';
  return input;
}
