import { control as move } from './api.js';
import { h, replace } from './dom.js';
import { on, store } from './store.js';

/** Fills `element` with what one may change around the bot, each thing with a sentence that says what one will see. */
export function mountControls(element) {
  const list = h('ul', { class: 'controls' });
  let items = new Map();

  function show(controls) {
    const isKnown = controls.length === items.size && controls.every(({ id }) => items.has(id));
    if (!isKnown) {
      items = new Map(controls.map((control) => [control.id, item(control)]));
      replace(
        list,
        [...items.values()].map(({ node }) => node),
      );
    }
    controls.forEach((control) => items.get(control.id).show(control));
    element.classList.toggle('empty', controls.length === 0);
  }

  element.append(h('h2', { class: 'controls-title' }, 'What if …'), list);
  on('state', (state) => show(state.controls));
  on('controls', show);
}

function item(control) {
  const said = `said-${control.id}`;
  const sentence = h('p', { id: said }, control.sentence);
  const [button, show] = control.on === null ? press(control, said) : toggle(control, said);
  return { node: h('li', {}, button, sentence), show };
}

/** A switch; its state is told in words, too. */
function toggle({ id, label }, said) {
  const state = h('span', { class: 'state', 'aria-hidden': 'true' });
  const onclick = () => order({ id, on: button.getAttribute('aria-checked') !== 'true' });
  const button = h(
    'button',
    { type: 'button', role: 'switch', 'aria-describedby': said, dataset: { control: id }, onclick },
    h('span', {}, label),
    state,
  );
  return [
    button,
    (control) => {
      button.setAttribute('aria-checked', String(control.on));
      state.textContent = control.on ? 'On' : 'Off';
    },
  ];
}

/** Something to press, once or more often; where it stands is said beside it. */
function press({ id, label }, said) {
  const status = h('span', { class: 'status', role: 'status' });
  const onclick = () => order({ id });
  const button = h(
    'button',
    { type: 'button', 'aria-describedby': said, dataset: { control: id }, onclick },
    h('span', {}, label),
  );
  return [[button, status], (control) => (status.textContent = control.status)];
}

async function order(wanted) {
  try {
    await move(wanted);
  } catch (refusal) {
    store.problem(refusal.message);
  }
}
