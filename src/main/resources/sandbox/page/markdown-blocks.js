import { inline, matchAt } from './markdown-inline.js';

const DEEPEST = 6;
const FENCE = /```[\s\S]+?```/y;
const ITEM = /^( *)([-*]|\d{1,9}\.) +(.*)$/;

/** What can begin at the start of a line, in this order, with the node it makes. */
const RULES = [
  [
    /```(?:([\w+.#-]+)\n)?\n*([\s\S]*?[^\n])\n*```\n?/y,
    ([, language, text]) => ({ type: 'codeBlock', language, text }),
  ],
  [/>>> ?([\s\S]+)/y, ([, text], depth) => ({ type: 'quote', children: blocks(text, depth + 1) })],
  [/(?:>(?: [^\n]*)?(?:\n|$))+/y, ([text], depth) => ({ type: 'quote', children: blocks(unquoted(text), depth + 1) })],
  [
    /(#{1,3}) +([^\n]+)(?:\n|$)/y,
    ([, marks, text]) => ({ type: 'heading', level: marks.length, children: inline(text) }),
  ],
  [/-# +([^\n]+)(?:\n|$)/y, ([, text]) => ({ type: 'subtext', children: inline(text) })],
  [/[-*] +[^\n]+(?:\n(?:[-*] +| +\S)[^\n]*)*(?:\n|$)/y, ([text]) => lists(items(text))[0]],
  [/\d{1,9}\. +[^\n]+(?:\n(?:\d{1,9}\. +| +\S)[^\n]*)*(?:\n|$)/y, ([text]) => lists(items(text))[0]],
];

/** Reads Discord's Markdown into a tree of nodes, each with a `type`; it never fails. */
export function parse(source) {
  return blocks(source.replaceAll('\r\n', '\n'), 0);
}

function blocks(source, depth) {
  const nodes = [];
  for (let at = 0; at < source.length;) {
    const [length, node] = block(source, at, depth) ?? paragraph(source, at, depth);
    nodes.push(node);
    at += length;
  }
  return nodes;
}

function block(source, at, depth) {
  const found = begins(source, at, depth);
  if (found === undefined) {
    return null;
  }
  const [rule, make] = found;
  const match = matchAt(rule, source, at);
  return [match[0].length, make(match, depth)];
}

/** The rule for what begins here, if anything does. */
function begins(source, at, depth) {
  return depth < DEEPEST ? RULES.find(([rule]) => matchAt(rule, source, at) !== null) : undefined;
}

/** Everything up to the line on which something else begins. */
function paragraph(source, from, depth) {
  let at = from;
  while (at < source.length) {
    const fence = matchAt(FENCE, source, at);
    at += source[at] === '\\' ? 2 : (fence?.[0].length ?? 1);
    if (source[at - 1] === '\n' && begins(source, at, depth) !== undefined) {
      break;
    }
  }
  const text = source.slice(from, at);
  return [text.length, { type: 'paragraph', children: inline(text.replace(/\n$/, '')) }];
}

function unquoted(text) {
  return text.replace(/\n$/, '').replace(/^> ?/gm, '');
}

/** The lines of a list; one without a mark goes on with the item before it. */
function items(text) {
  const found = [];
  text
    .replace(/\n$/, '')
    .split('\n')
    .forEach((line) => {
      const match = ITEM.exec(line);
      if (match === null) {
        found.at(-1).text += `\n${line.trim()}`;
      } else {
        found.push({ indent: match[1].length, mark: match[2], text: match[3] });
      }
    });
  return found;
}

/** Nests lines by how far they are indented; bullets after numbers begin another list. */
function lists(lines) {
  const found = [];
  lines.forEach((line) => {
    const isOrdered = /\d/.test(line.mark);
    const last = found.at(-1);
    if (last !== undefined && line.indent > last.indent) {
      last.entries.at(-1).below.push(line);
    } else if (last?.isOrdered === isOrdered) {
      last.entries.push({ text: line.text, below: [] });
    } else {
      found.push({
        isOrdered,
        indent: line.indent,
        start: Number.parseInt(line.mark, 10),
        entries: [{ text: line.text, below: [] }],
      });
    }
  });
  return found.map(({ isOrdered, start, entries }) => ({
    type: 'list',
    isOrdered,
    start: isOrdered ? start : null,
    items: entries.map(({ text, below }) => [...inline(text), ...lists(below)]),
  }));
}
