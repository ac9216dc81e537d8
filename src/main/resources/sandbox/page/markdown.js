import { jump } from './jump.js';
import { parse } from './markdown-blocks.js';
import { plain, render } from './markdown-render.js';
import { store } from './store.js';

export { parse, render };

/** Discord's Markdown as nodes, with the names that the viewer knows. */
export function markdown(text) {
  return render(parse(text), names());
}

/** The same as one line of words. */
export function words(text) {
  return plain(parse(text), names());
}

function names() {
  return {
    viewer: store.viewer.id,
    user: (id) => store.user(id),
    role: (id) => store.role(id),
    channel: (id) => store.channelOf(id),
    open: jump,
  };
}
