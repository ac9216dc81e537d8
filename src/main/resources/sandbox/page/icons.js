const SVG = 'http://www.w3.org/2000/svg';

/** Lines on a square of 24, drawn with a round pen of 2. */
const DRAWN = {
  hash: 'M10 4 8 20M16 4l-2 16M4.5 9h16M3.5 15h16',
  thread: 'M5 4v9a3 3 0 0 0 3 3h11M15 12l4 4-4 4',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20a7.5 7.5 0 0 1 15 0',
  speaker: 'M4 9.5v5h4l5 4v-13l-5 4ZM17 9a4 4 0 0 1 0 6M19.5 6.5a8 8 0 0 1 0 11',
  forum: 'M4 5h12v8H9l-5 4ZM19 9h1v11l-4-3h-6',
  menu: 'M4 7h16M4 12h16M4 17h16',
  sliders: 'M4 8h9M19 8h1M16 5.5v5M4 16h1M11 16h9M8 13.5v5',
  close: 'M6 6l12 12M18 6 6 18',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z',
  device: 'M4 5h16v11H4ZM9 20h6M12 16v4',
  eye: 'M2.5 12s3.5-6.5 9.5-6.5 9.5 6.5 9.5 6.5-3.5 6.5-9.5 6.5S2.5 12 2.5 12ZM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  bin: 'M4.5 7h15M10 4h4M6.5 7l1 13h9l1-13M10.2 11v5.5M13.8 11v5.5',
  reply: 'M5 19v-6a3 3 0 0 1 3-3h11M15 6l4 4-4 4',
  warning: 'M12 4 2.8 20h18.4ZM12 10v4.5M12 17.2v.1',
  down: 'M12 5v14M6 13l6 6 6-6',
  download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  music: 'M9 18V6l10-2v12M9 18a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0ZM19 16a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0Z',
  file: 'M6 3h8l4 4v14H6ZM14 3v4h4M9 12h6M9 16h6',
  play: 'M8 5.5v13l11-6.5Z',
  pause: 'M8.5 5.5v13M15.5 5.5v13',
};

/** A small drawing beside words; it says nothing by itself to a screen reader. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', DRAWN[name]);
  svg.append(path);
  return svg;
}
