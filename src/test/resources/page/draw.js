// Draws what the window shows as an SVG, from the browser's own layout. Arguments: title, description, rounding of the frame.
const [title, description, frame] = arguments;
const [WIDTH, HEIGHT] = [innerWidth, innerHeight];
const SANS = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";
const MONOSPACE = "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace";
const PICTURE_QUALITY = 0.72;
const measuring = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
const clips = [];

const drawn = node(document.body);
return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title description" font-family="${SANS}">
<title id="title">${escaped(title)}</title>
<desc id="description">${escaped(description)}</desc>
<defs>${clips.map(({ id, x, y, width, height, round: r }) => `<clipPath id="${id}"><rect${box(x, y, width, height)} rx="${round(r)}"/></clipPath>`).join('')}${`<clipPath id="frame"><rect width="${WIDTH}" height="${HEIGHT}" rx="${frame}"/></clipPath>`}</defs>
<g clip-path="url(#frame)">
<rect width="${WIDTH}" height="${HEIGHT}" fill="${paint(getComputedStyle(document.body).backgroundColor)}"/>
${drawn}
</g>
<rect x=".5" y=".5" width="${WIDTH - 1}" height="${HEIGHT - 1}" rx="${frame}" fill="none" stroke="#8888" />
</svg>
`;

function node(one) {
  return one.nodeType === Node.TEXT_NODE ? lines(one) : one.nodeType === Node.ELEMENT_NODE ? element(one) : '';
}

function element(one) {
  const style = getComputedStyle(one);
  const place = one.getBoundingClientRect();
  const isSeen = one.checkVisibility({ checkVisibilityCSS: true }) && Number(style.opacity) > 0 && !one.matches('.unseen, .skip');
  const isHere = place.bottom > 0 && place.right > 0 && place.top < HEIGHT && place.left < WIDTH;
  if (!isSeen || (!isHere && style.display !== 'contents')) {
    return '';
  }
  const inside = content(one, style, place);
  const clipped = style.overflow === 'visible' || inside === '' ? inside : `<g clip-path="${clip(place, style)}">${inside}</g>`;
  const whole = ground(style, place) + clipped + outline(style, place);
  return Number(style.opacity) < 1 ? `<g opacity="${style.opacity}">${whole}</g>` : whole;
}

function content(one, style, place) {
  switch (one.tagName.toLowerCase()) {
    case 'img':
      return picture(one, style, place);
    case 'svg':
      return drawing(one, style, place);
    case 'audio':
      return one.controls ? player(one, place) : '';
    case 'select':
      return field(one.selectedOptions[0]?.text ?? '', style, place, style.color) + arrow(style, place);
    case 'input':
    case 'textarea':
      return field(one.value || one.placeholder, style, place, one.value ? style.color : getComputedStyle(one, '::placeholder').color);
    default:
      return [...one.childNodes].sort((first, second) => height(first) - height(second)).map(node).join('');
  }
}

/** What lies higher is drawn later. */
function height(one) {
  const style = one.nodeType === Node.ELEMENT_NODE ? getComputedStyle(one) : null;
  return style === null || style.position === 'static' ? 0 : Number.parseInt(style.zIndex, 10) || 0.5;
}

/** The background and the borders of an element. */
function ground(style, { x, y, width, height }) {
  const radius = Number.parseFloat(style.borderTopLeftRadius) || 0;
  const r = style.borderTopLeftRadius.endsWith('%') ? (radius / 100) * width : Math.min(radius, width / 2, height / 2);
  const sides = ['Top', 'Right', 'Bottom', 'Left'].map((side) => ({
    width: style[`border${side}Style`] === 'none' ? 0 : Number.parseFloat(style[`border${side}Width`]),
    colour: style[`border${side}Color`],
  }));
  const [top, right, bottom, left] = sides;
  const isEven = sides.every((side) => side.width === top.width && side.colour === top.colour);
  const fill = isClear(style.backgroundColor) ? '' : `<rect${box(x, y, width, height)}${rounded(r)} fill="${paint(style.backgroundColor)}"/>`;
  if (isEven) {
    const half = top.width / 2;
    return top.width === 0 || isClear(top.colour)
      ? fill
      : `${fill}<rect${box(x + half, y + half, width - top.width, height - top.width)}${rounded(r - half)} fill="none" stroke="${paint(top.colour)}" stroke-width="${top.width}"/>`;
  }
  const strips = [
    [top, x, y, width, top.width],
    [right, x + width - right.width, y, right.width, height],
    [bottom, x, y + height - bottom.width, width, bottom.width],
    [left, x, y, left.width, height],
  ]
    .filter(([side]) => side.width > 0 && !isClear(side.colour))
    .map(([side, ...at]) => `<rect${box(...at)} fill="${paint(side.colour)}"/>`)
    .join('');
  return r === 0 ? fill + strips : `${fill}<g clip-path="${clip({ x, y, width, height }, style)}">${strips}</g>`;
}

/** The ring around what has the focus. */
function outline(style, { x, y, width, height }) {
  const thick = Number.parseFloat(style.outlineWidth);
  if (style.outlineStyle === 'none' || thick === 0) {
    return '';
  }
  const away = Number.parseFloat(style.outlineOffset) + thick / 2;
  const r = (Number.parseFloat(style.borderTopLeftRadius) || 0) + Math.max(away, 0);
  return `<rect${box(x - away, y - away, width + 2 * away, height + 2 * away)}${rounded(r)} fill="none" stroke="${paint(style.outlineColor)}" stroke-width="${thick}"/>`;
}

function isClear(colour) {
  return paint(colour).endsWith('00') && paint(colour).length === 9;
}

/** Any way of writing a colour as one that every program for pictures knows. */
function paint(colour) {
  measuring.clearRect(0, 0, 1, 1);
  measuring.fillStyle = colour;
  measuring.fillRect(0, 0, 1, 1);
  const bytes = [...measuring.getImageData(0, 0, 1, 1).data];
  return `#${(bytes[3] === 255 ? bytes.slice(0, 3) : bytes).map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

function clip({ x, y, width, height }, style) {
  const id = `c${clips.length}`;
  clips.push({ id, x, y, width, height, round: Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, width / 2, height / 2) });
  return `url(#${id})`;
}

/** Each line of a text where the browser has put it, and as wide, whatever fonts there are elsewhere. */
function lines(text) {
  const style = getComputedStyle(text.parentElement);
  const range = document.createRange();
  const found = [];
  [...text.data.matchAll(/\S+|\s+/g)].forEach(({ 0: word, index }) => {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const place = range.getClientRects()[0];
    const last = found.at(-1);
    if (place === undefined || place.width === 0) {
      return;
    }
    if (last !== undefined && Math.abs(last.top - place.top) < 2) {
      last.words += word.replace(/\s+/g, ' ');
      last.right = place.right;
    } else if (word.trim() !== '') {
      found.push({ words: word, left: place.left, right: place.right, top: place.top, height: place.height });
    }
  });
  return found
    .filter(({ top, height: tall }) => top < HEIGHT && top + tall > 0)
    .map(({ words, left, right, top, height: tall }) => {
      const trimmed = words.trimEnd();
      const width = (right - left) * (measured(trimmed, style).width / measured(words, style).width);
      return line(trimmed, style, left, top, tall, width, style.color);
    })
    .join('');
}

function measured(words, style) {
  measuring.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  return measuring.measureText(words);
}

function line(words, style, left, top, tall, width, colour) {
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = measured(words, style);
  const baseline = top + (tall - above - below) / 2 + above;
  const attributes = [
    `x="${round(left)}" y="${round(baseline)}" font-size="${Number.parseFloat(style.fontSize)}" fill="${paint(colour)}"`,
    width === null ? '' : `textLength="${round(width)}" lengthAdjust="spacingAndGlyphs"`,
    Number(style.fontWeight) === 400 ? '' : `font-weight="${style.fontWeight}"`,
    style.fontStyle === 'normal' ? '' : `font-style="${style.fontStyle}"`,
    style.textDecorationLine === 'underline' ? 'text-decoration="underline"' : '',
    /mono/i.test(style.fontFamily.split(',')[0]) ? `font-family="${MONOSPACE}"` : '',
  ];
  return `<text ${attributes.filter(Boolean).join(' ')}>${escaped(words)}</text>`;
}

/** What stands in a field, on its middle line. */
function field(words, style, { x, y, width, height }, colour) {
  const shown = words.split('\n')[0];
  if (shown === '') {
    return '';
  }
  const left = x + Number.parseFloat(style.borderLeftWidth) + Number.parseFloat(style.paddingLeft);
  const wide = Math.min(measured(shown, style).width, width);
  return line(shown, style, left, y, height, wide, colour);
}

function arrow(style, { x, y, width, height }) {
  const [tip, middle] = [x + width - 14, y + height / 2];
  return `<path d="M${round(tip - 4)} ${round(middle - 2)}l4 4l4 -4" fill="none" stroke="${paint(style.color)}" stroke-width="1.6"/>`;
}

/** The browser's own player, which nobody else can look into. */
function player(one, { x, y, width, height }) {
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const [body, ink] = isDark ? ['#3b3e43', '#ffffff'] : ['#f1f3f4', '#202124'];
  const middle = y + height / 2;
  const time = `0:00 / ${Math.floor(one.duration / 60)}:${String(Math.round(one.duration % 60)).padStart(2, '0')}`;
  return [
    `<rect${box(x, y, width, height)} rx="${height / 2}" fill="${body}"/>`,
    `<path d="M${round(x + 20)} ${round(middle - 6)}v12l9 -6z" fill="${ink}"/>`,
    `<text x="${round(x + 46)}" y="${round(middle + 5)}" font-size="14" fill="${ink}">${time}</text>`,
    `<rect${box(x + 130, middle - 2, width - 200, 4)} rx="2" fill="${ink}" opacity=".55"/>`,
    `<path d="M${round(x + width - 56)} ${round(middle - 3)}h4l5 -5v16l-5 -5h-4z" fill="${ink}"/>`,
    ...[-6, 0, 6].map((at) => `<circle cx="${round(x + width - 25)}" cy="${round(middle + at)}" r="2" fill="${ink}"/>`),
  ].join('');
}

/** A photograph, as small as it is shown. */
function picture(one, style, place) {
  const { x, y, width, height } = place;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(width * 1.5), Math.round(height * 1.5)];
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(one, 0, 0, canvas.width, canvas.height);
  const data = canvas.toDataURL('image/jpeg', PICTURE_QUALITY);
  return `<image${box(x, y, width, height)} preserveAspectRatio="none" clip-path="${clip(place, style)}" href="${data}"/>`;
}

function drawing(one, style, { x, y, width, height }) {
  const copy = one.cloneNode(true);
  ['class', 'style', 'aria-hidden', 'focusable', 'xmlns'].forEach((name) => copy.removeAttribute(name));
  Object.entries({ x, y, width, height }).forEach(([name, value]) => copy.setAttribute(name, round(value)));
  Object.entries({
    color: paint(style.color),
    fill: style.fill === 'none' ? 'none' : paint(style.fill),
    stroke: style.stroke === 'none' ? 'none' : paint(style.stroke),
    'stroke-width': style.strokeWidth,
    'stroke-linecap': style.strokeLinecap,
    'stroke-linejoin': style.strokeLinejoin,
  }).forEach(([name, value]) => copy.setAttribute(name, value));
  return new XMLSerializer().serializeToString(copy).replaceAll(' xmlns="http://www.w3.org/2000/svg"', '');
}

function box(x, y, width, height) {
  return ` x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
}

function rounded(r) {
  return r > 0 ? ` rx="${round(r)}"` : '';
}

function round(number) {
  return Math.round(number * 10) / 10;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
