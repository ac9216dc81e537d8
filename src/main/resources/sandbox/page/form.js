import { submit } from './api.js';
import { ComponentType } from './component-type.js';
import { h } from './dom.js';
import { FormField } from './form-field.js';
import { newId } from './listbox.js';
import { store } from './store.js';

/** Opens the form that an answer of the bot has, if it has one. */
export function showForm({ modal, interaction }) {
  if (modal) {
    openForm(modal, interaction);
  }
}

/** Opens a form on top of the page: Discord's modal, by the interaction that it answered. */
export function openForm(modal, interactionId) {
  new Form(modal, interactionId).open();
}

class Form {
  constructor(modal, interaction) {
    this.interaction = interaction;
    this.parts = modal.components.map(part).filter((one) => one !== null);
    this.fields = this.parts.filter((one) => one instanceof FormField);
    this.problem = h('p', { class: 'form-refusal', role: 'alert', hidden: true });
    this.send = h('button', { type: 'submit', class: 'button primary' }, 'Submit');
    const title = h('h2', { id: newId('title') }, modal.title);
    this.dialog = h(
      'dialog',
      { class: 'form', 'aria-labelledby': title.id, onclose: () => this.closed() },
      h(
        'form',
        { method: 'dialog', novalidate: true, onsubmit: (event) => this.submit(event) },
        title,
        h(
          'div',
          { class: 'form-fields' },
          this.parts.map((one) => one.element),
        ),
        this.problem,
        h(
          'div',
          { class: 'form-foot' },
          h('button', { type: 'button', class: 'button secondary', onclick: () => this.dialog.close() }, 'Cancel'),
          this.send,
        ),
      ),
    );
  }

  open() {
    this.opener = document.activeElement;
    document.body.append(this.dialog);
    this.dialog.showModal();
    this.fields[0]?.input.focus();
  }

  /** The focus goes back to where it came from; that may have been drawn anew. */
  closed() {
    this.dialog.remove();
    const customId = this.opener?.dataset.customId;
    const same = customId && document.querySelector(`[data-custom-id="${CSS.escape(customId)}"]`);
    const target = this.opener?.isConnected ? this.opener : same || document.getElementById('composer');
    target?.focus();
  }

  async submit(event) {
    event.preventDefault();
    const wrong = this.fields.filter((field) => !field.check());
    this.tell('');
    wrong[0]?.input.focus();
    if (wrong.length > 0 || this.isBusy) {
      return;
    }
    this.busy(true);
    try {
      this.take(await submit({ as: store.viewer.id, interaction: this.interaction, fields: this.values() }));
    } catch (refusal) {
      this.tell(refusal.message);
    } finally {
      this.busy(false);
    }
  }

  take(answer) {
    if (answer.failed) {
      this.tell('Something went wrong; the bot did not take it. Try again.');
      return;
    }
    this.dialog.close();
    showForm(answer);
  }

  values() {
    return Object.fromEntries(this.fields.map((field) => [field.customId, field.value]));
  }

  tell(problem) {
    this.problem.textContent = problem;
    this.problem.hidden = problem === '';
  }

  busy(isBusy) {
    this.isBusy = isBusy;
    this.send.setAttribute('aria-busy', String(isBusy));
  }
}

/** A label with its field, the older row with one, or a text. */
function part(json) {
  if (json.type === ComponentType.TEXT_DISPLAY) {
    return { element: h('p', { class: 'form-text' }, json.content) };
  }
  const field = json.component ?? json.components?.[0];
  return field === undefined ? null : new FormField(field, json);
}
