/** Deeper than this, marks are just text: nobody writes it, and a hostile message must not cost more than others. */
const DEEPEST = 12;
const ADDRESS = String.raw`https?:\/\/(?:[^\s<>()]|\([^\s<>()]*\))+`;

/**
 * What can begin at a place in a line, in this order: an expression that matches there, and the node it makes.
 * `inside` reads the text between two marks.
 */
const RULES = [
  [/\\([^\dA-Za-z\s])/y, ([, text]) => ({ type: 'text', text })],
  [/```(?:([\w+.#-]+)\n)?\n*([\s\S]*?[^\n])\n*```/y, ([, language, text]) => ({ type: 'codeBlock', language, text })],
  [/(`+)([\s\S]*?[^`])\1(?!`)/y, ([, , text]) => ({ type: 'code', text: text.replace(/^ (.*`.*) $/, '$1') })],
  [/<(https?:\/\/[^\s<>]+)>/y, ([, address]) => link(address)],
  [
    new RegExp(String.raw`\[((?:\\.|\[[^[\]\\]*\]|[^[\]\\])+)\]\(<?(${ADDRESS})>?(?:\s+"([^"]*)")?\)`, 'y'),
    ([whole, label, address, title], inside) =>
      link(address, title, inside(label, { isLinked: true })) ?? { type: 'text', text: whole },
  ],
  [new RegExp(String.raw`(?<!\w)${ADDRESS}`, 'y'), ([whole]) => bare(whole)],
  [/<@!?(\d+)>/y, ([, id]) => ({ type: 'user', id })],
  [/<@&(\d+)>/y, ([, id]) => ({ type: 'role', id })],
  [/<#(\d+)>/y, ([, id]) => ({ type: 'channel', id })],
  [/<\/([\p{L}\p{N}_-]+(?: [\p{L}\p{N}_-]+){0,2}):\d+>/uy, ([, name]) => ({ type: 'command', name })],
  [/<a?:(\w{2,}):\d+>/y, ([, name]) => ({ type: 'emoji', name })],
  [/<t:(-?\d{1,13})(?::([tTdDfFsSR]))?>/y, ([, at, style]) => ({ type: 'time', at: at * 1000, style: style ?? 'f' })],
  [/@(everyone|here)\b/y, ([, name]) => ({ type: 'everyone', name })],
  [/\|\|([\s\S]+?)\|\|/y, ([, text], inside) => ({ type: 'spoiler', children: inside(text) })],
  [/\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, ([, text], inside) => ({ type: 'bold', children: inside(text) })],
  [/__((?:\\[\s\S]|[^\\])+?)__(?!_)/y, ([, text], inside) => ({ type: 'underline', children: inside(text) })],
  [/~~((?:\\[\s\S]|[^\\])+?)~~/y, ([, text], inside) => ({ type: 'strike', children: inside(text) })],
  [
    /\*(?=\S)((?:\\[\s\S]|\*\*|\s+(?:\\[\s\S]|[^*\s\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/y,
    ([, text], inside) => ({ type: 'italic', children: inside(text) }),
  ],
  [/(?<!\w)_((?:__|\\[\s\S]|[^\\_])+?)_(?!\w)/y, ([, text], inside) => ({ type: 'italic', children: inside(text) })],
];
const PLACE = /^https:\/\/(?:\w+\.)?discord\.com\/channels\/(?:\d+|@me)\/(\d+)(?:\/(\d+))?$/;
const PLAIN = /[^\\`<[@|*_~h]+|[^]/y;

/** Reads text within a paragraph into nodes; `context.isLinked` where links may not be nested. */
export function inline(source, context = {}, depth = 0) {
  const nodes = [];
  const inside = (text, more) => inline(text, { ...context, ...more }, depth + 1);
  for (let at = 0; at < source.length;) {
    const [length, node] = next(source, at, inside, depth, context);
    append(nodes, node);
    at += length;
  }
  return nodes;
}

function next(source, at, inside, depth, context) {
  for (const [rule, make] of depth < DEEPEST ? RULES : []) {
    const match = matchAt(rule, source, at);
    const node = match === null ? null : make(match, inside);
    if (node !== null && !(context.isLinked && (node.type === 'link' || node.type === 'jump'))) {
      return [node.taken ?? match[0].length, node];
    }
  }
  const [text] = matchAt(PLAIN, source, at);
  return [text.length, { type: 'text', text }];
}

/** Matches an expression exactly here; rules are shared, so their place is set each time. */
export function matchAt(rule, source, at) {
  rule.lastIndex = at;
  return rule.exec(source);
}

function append(nodes, node) {
  const last = nodes.at(-1);
  if (node.type === 'text' && last?.type === 'text') {
    last.text += node.text;
  } else {
    nodes.push(node);
  }
}

/** A full stop after an address ends the sentence, not the address. */
function bare(found) {
  const address = found.replace(/[.,:;"'!?\]*_~|]+$/, '');
  const node = link(address);
  return node === null ? null : { ...node, taken: address.length };
}

/** Only addresses of the web become links: a `javascript:` one must not. One of a message leads to it on this page. */
function link(address, title = null, children = null) {
  const place = children === null ? PLACE.exec(address) : null;
  if (place !== null) {
    const [, channel, message = null] = place;
    return { type: 'jump', address, channel, message };
  }
  const isWeb = URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
  return isWeb ? { type: 'link', address, title, children: children ?? [{ type: 'text', text: address }] } : null;
}
