// What people with weak eyes, or with a screen reader, could not use: answers a list of sentences.
const findings = [];
const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

document.querySelectorAll('[id]').forEach((node) => {
  if (document.querySelectorAll(`#${CSS.escape(node.id)}`).length > 1) {
    findings.push(`the id ${node.id} is there twice`);
  }
});
document.querySelectorAll('img:not([alt])').forEach((node) => findings.push(`a picture without words: ${node.src}`));
document.querySelectorAll('[aria-labelledby], [aria-describedby], [aria-controls]').forEach((node) =>
  ['aria-labelledby', 'aria-describedby', 'aria-controls']
    .flatMap((name) => (node.getAttribute(name) ?? '').split(' '))
    .filter((id) => id !== '' && document.getElementById(id) === null)
    .forEach((id) => findings.push(`${spot(node)} refers to ${id}, which is not there`)),
);
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  check(walker.currentNode);
}
return [...new Set(findings)];

function check(text) {
  const element = text.parentElement;
  const isSeen = element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && text.data.trim() !== '';
  if (!isSeen || element.closest('option, [aria-hidden=true], :disabled, [aria-disabled=true], [inert], .unseen, .skip')) {
    return;
  }
  const style = getComputedStyle(element);
  const ground = groundOf(element);
  const ink = over(colour(style.color), ground);
  const size = Number.parseFloat(style.fontSize);
  const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  const contrast = ratio(ink, ground);
  if (contrast < (isLarge ? 3 : 4.5)) {
    findings.push(`“${text.data.trim().slice(0, 40)}” in ${spot(element)} has a contrast of ${contrast.toFixed(2)}`);
  }
}

function groundOf(element) {
  const layers = [];
  for (let node = element; node !== null; node = node.parentElement) {
    layers.push(colour(getComputedStyle(node).backgroundColor));
  }
  return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255, 1]);
}

/** Any way of writing a colour, as red, green, blue and how much it covers. */
function colour(written) {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = written;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

function over([red, green, blue, alpha], below) {
  return [...[red, green, blue].map((one, at) => one * alpha + below[at] * (1 - alpha)), 1];
}

function ratio(one, other) {
  const [light, dark] = [brightness(one), brightness(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function brightness(rgb) {
  const [red, green, blue] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function spot(node) {
  return `${node.tagName.toLowerCase()}${node.id && `#${node.id}`}${node.className && `.${node.className}`}`;
}
