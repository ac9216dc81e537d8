/** Makes a text field as high as what is in it, where the browser does not do that by itself. */
export function grow(field) {
  if (!CSS.supports('field-sizing', 'content')) {
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  }
}
