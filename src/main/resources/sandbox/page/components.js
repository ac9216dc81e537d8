import { press, select } from './api.js';
import { ComponentType, isMenu } from './component-type.js';
import { h } from './dom.js';
import { showForm } from './form.js';
import { renderLayout } from './layout.js';
import { Menu } from './menu.js';
import { emojiText } from './pickable.js';
import { store } from './store.js';

const STYLES = ['', 'primary', 'secondary', 'success', 'danger', 'link'];
const LINK = 5;

/**
 * The buttons and menus of a message, and what else it is laid out of. What can be focused has the component's id as
 * `data-custom-id`.
 */
export function renderComponents(message) {
  return message.components.map((component) => drawn(component, message)).filter((node) => node !== null);
}

function drawn(component, message) {
  if (isMenu(component)) {
    return menu(component, message);
  }
  switch (component.type) {
    case ComponentType.ACTION_ROW:
      return h(
        'div',
        { class: 'row' },
        component.components.map((child) => drawn(child, message)),
      );
    case ComponentType.BUTTON:
      return button(component, message);
    default:
      return renderLayout(component, (child) => drawn(child, message));
  }
}

function button(component, message) {
  const words = [
    component.emoji && h('span', { 'aria-hidden': component.label && 'true' }, emojiText(component.emoji)),
    component.label && h('span', null, component.label),
  ];
  if (component.style === LINK && !component.disabled) {
    return h('a', { class: 'button link', href: component.url, target: '_blank', rel: 'noopener noreferrer' }, words);
  }
  const customId = component.custom_id;
  const attributes = {
    type: 'button',
    class: `button ${STYLES[component.style] ?? ''}`,
    dataset: { customId: customId ?? '' },
    disabled: component.disabled || message.loading || customId === undefined,
    onclick: () => isBusy(element) || answered(element, () => press({ ...origin(message), customId })),
  };
  const element = h('button', attributes, words);
  return element;
}

function menu(component, message) {
  const customId = component.custom_id;
  const made = new Menu(component, {
    isDisabled: component.disabled || message.loading,
    onchoose: async (values, before) => {
      if (!(await answered(made.box, () => select({ ...origin(message), customId, values })))) {
        made.set(before);
      }
    },
  });
  return made.element;
}

function isBusy(element) {
  return element.getAttribute('aria-busy') === 'true';
}

/** Shows that something is under way until the bot has answered; whether the server took it. */
async function answered(element, ask) {
  element.setAttribute('aria-busy', 'true');
  try {
    showForm(await ask());
    return true;
  } catch (refusal) {
    store.problem(refusal.message);
    return false;
  } finally {
    element.removeAttribute('aria-busy');
  }
}

function origin(message) {
  return { as: store.viewer.id, channel: message.channel, message: message.id };
}
