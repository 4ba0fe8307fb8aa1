// A plot with two logarithmic axes as SVG. It brings its own background, so that it reads on a light and a dark page.

const width = 720;
const height = 420;
const frame = { left: 72, right: 190, top: 48, bottom: 52 };
const colours = ['#0b5cad', '#6b6b6b', '#b34700', '#7a3e9d', '#11734b'];

/**
 * @typedef {{x: number, y: number}} Point
 * @param {{title: string, unit: string, xTitle: string, series: {name: string, points: Point[]}[]}} plot the first
 *   series is the one that the plot is about
 * @returns {string}
 */
export function growthPlot({ title, unit, xTitle, series }) {
  const present = series
    .map((one, index) => ({ ...one, index, colour: colours[index % colours.length] ?? '#000' }))
    .filter(({ points }) => points.length > 0);
  const points = present.flatMap(({ points }) => points);
  const [xs, ys] = [decades(points.map(({ x }) => x)), decades(points.map(({ y }) => y))];
  const x = scale(xs, frame.left, width - frame.right);
  const y = scale(ys, height - frame.bottom, frame.top);
  const labels = spread(present.map(({ points }) => y(points.at(-1)?.y ?? 1)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title" font-family="system-ui, sans-serif" font-size="13">`,
    `<title id="title">${escape(`${title}, in ${unit}, against the number of ${xTitle}`)}</title>`,
    `<rect width="${width}" height="${height}" rx="6" fill="#ffffff"/>`,
    `<text x="${frame.left}" y="26" font-size="15" font-weight="600" fill="#1f1f1f">${escape(`${title} (${unit})`)}</text>`,
    ...xs.map(
      (value) =>
        `<path d="M${x(value)} ${frame.top}V${height - frame.bottom}" stroke="#dddddd"/>` +
        text(x(value), height - frame.bottom + 20, 'middle', '#3b3b3b', number(value)),
    ),
    ...ys.map(
      (value) =>
        `<path d="M${frame.left} ${y(value)}H${width - frame.right}" stroke="#dddddd"/>` +
        text(frame.left - 8, y(value) + 4, 'end', '#3b3b3b', number(value)),
    ),
    text((frame.left + width - frame.right) / 2, height - 12, 'middle', '#3b3b3b', xTitle),
    ...present.map(({ name, points, index, colour }, place) => {
      const line = points.map((point, at) => `${at === 0 ? 'M' : 'L'}${x(point.x)} ${y(point.y)}`).join('');
      const last = points.at(-1) ?? { x: 1, y: 1 };
      const label = labels[place] ?? 0;
      const labelX = width - frame.right + 14;
      return (
        `<path d="${line}" fill="none" stroke="${colour}" stroke-width="${index === 0 ? 3 : 1.75}"/>` +
        points.map((point) => marker(index, x(point.x), y(point.y), colour)).join('') +
        `<path d="M${x(last.x) + 6} ${y(last.y)}L${labelX - 4} ${label}" stroke="${colour}" stroke-width="0.75" stroke-dasharray="2 3"/>` +
        text(labelX, label + 4, 'start', colour, name, index === 0)
      );
    }),
    '</svg>',
    '',
  ].join('\n');
}

/** @param {number[]} values @returns {number[]} the powers of ten around them */
function decades(values) {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  return Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
}

/** @param {number[]} ticks @param {number} from @param {number} to */
function scale(ticks, from, to) {
  const low = Math.log10(ticks[0] ?? 1);
  const high = Math.log10(ticks.at(-1) ?? 10);
  return (/** @type {number} */ value) =>
    Math.round(10 * (from + ((Math.log10(value) - low) / (high - low)) * (to - from))) / 10;
}

/** Moves labels apart that would cover each other. @param {number[]} heights @returns {number[]} */
function spread(heights) {
  const placed = heights.map((height, index) => ({ height, index })).toSorted((a, b) => a.height - b.height);
  placed.forEach((label, place) => {
    const above = placed[place - 1];
    if (above) label.height = Math.max(label.height, above.height + 17);
  });
  return placed.toSorted((a, b) => a.index - b.index).map(({ height }) => height);
}

// A shape for each series, so that colour is not the only difference.
/** @param {number} index @param {number} x @param {number} y @param {string} colour */
function marker(index, x, y, colour) {
  const shapes = [
    'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0',
    'M-4-4h8v8h-8z',
    'M0-5l5 9h-10z',
    'M0-5l5 5l-5 5l-5-5z',
    'M0 5l5-9h-10z',
  ];
  return `<path transform="translate(${x} ${y})" d="${shapes[index % shapes.length]}" fill="${colour}"/>`;
}

/**
 * @param {number} x
 * @param {number} y
 * @param {'start' | 'middle' | 'end'} anchor
 * @param {string} colour
 * @param {string} content
 * @param {boolean} [bold]
 */
function text(x, y, anchor, colour, content, bold = false) {
  const weight = bold ? ' font-weight="600"' : '';
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${colour}"${weight}>${escape(content)}</text>`;
}

/** @param {number} value */
function number(value) {
  return value.toLocaleString('en');
}

/** @param {string} content */
function escape(content) {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
