/**
 * Makes an element: `h('button', { class: 'small', onclick: send }, 'Send')`.
 *
 * Attributes that are null, undefined or false are left out; true is an empty one. `on…` is a listener, `dataset` an
 * object. Children are strings, nodes, or lists of them; what is null, undefined or false is left out.
 */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  Object.entries(attributes ?? {}).forEach(([name, value]) => set(element, name, value));
  element.append(...present(children));
  return element;
}

/** Puts these children in place of those that an element has. */
export function replace(element, ...children) {
  element.replaceChildren(...present(children));
}

function set(element, name, value) {
  if (value === null || value === undefined || value === false) {
    return;
  }
  if (name.startsWith('on')) {
    element.addEventListener(name.slice(2), value);
  } else if (name === 'dataset') {
    Object.assign(element.dataset, value);
  } else {
    element.setAttribute(name, value === true ? '' : value);
  }
}

function present(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}
