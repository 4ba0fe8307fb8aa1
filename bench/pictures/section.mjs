// The part of the page about pictures.
/** @typedef {import('./measure.mjs').Measured} Measured */

/** A figure, where ours and the other's stand, and what ours has to be. The text of a goal says the rest. */
const quiet = 0.2;

/** Names of gestures on the page. */
const gestures = /** @type {const} */ ({
  drag: 'a node is dragged',
  pan: 'the picture is moved',
  zoom: 'the picture is zoomed',
  slide: 'the day is moved',
});

/** Frames of which so many may come late where the goal is an even picture. */
const mostLate = 0.05;
/** Milliseconds until a picture of 10,000 deals is to be seen. */
const longest = 2_000;

/**
 * @param {import('./results.mjs').PictureResults | undefined} results
 * @returns {string[]} lines of Markdown
 */
export function pictureSection(results) {
  if (!results) return [];
  const { sizes, machine, browser, peer, day } = results;
  const rows = sizes.flatMap(rowsOf);
  const judged = rows.filter(({ met }) => met !== undefined);
  const loud = Math.max(...sizes.map(({ others }) => others));
  return [
    '## Pictures',
    '',
    `**${judged.filter(({ met }) => met).length} of ${judged.length} goals are met.** The page of pictures in a browser, with the real server behind it, beside`,
    `_Cytoscape.js_ on the same points and lines. \`npm run bench:pictures\` measures this part.`,
    '',
    '| | deals | Dealgraph | Cytoscape.js | ratio | goal | met |',
    '| --- | --- | ---: | ---: | ---: | --- | --- |',
    ...rows.map(({ cells }) => `| ${cells.join(' | ')} |`),
    '',
    'Frames: milliseconds from one to the next, median and 95th percentile; in parentheses the share of frames that came',
    'later than a screen of 60 Hz wants them, and of those that came after more than two of its turns. The ratio is of the 95th percentiles.',
    '',
    'What is drawn:',
    '',
    ...sizes.map(
      ({ size, drawn }) =>
        `- ${size.deals.toLocaleString('en')} deals of ${size.parties.toLocaleString('en')} parties, at most ${size.most.toLocaleString('en')} with a point of their own: ${drawn.nodes.toLocaleString('en')} points, ` +
        `${drawn.ties.toLocaleString('en')} lines${drawn.leftOut > 0 ? `, ${drawn.leftOut.toLocaleString('en')} lighter ones when one of their ends is selected` : ''}; the answer is ${drawn.kilobytes.toLocaleString('en')} kB.`,
    ),
    '',
    `${machine.cores} cores (${machine.processor}), ${browser} without a graphics processor, 1280 × 800 pixels; ${peer}; ${day}.`,
    `Other processes used ${loud > quiet ? `up to ${loud} cores meanwhile, so the absolute figures are worse than those of a quiet machine` : `at most ${loud} cores`}.`,
    'Pointer and wheel are moved through the browser as a hand does, 120 times for each gesture. Opening counts from the',
    'question to the first frame with the picture in it; Cytoscape.js is given the answer, so that the ratio is of what comes',
    'after it. An edit is a digit of an amount: after it every node must stand where it stood.',
    '',
  ];
}

/**
 * @param {Measured} measured
 * @returns {{cells: string[], met: boolean | undefined}[]}
 */
function rowsOf({ size, times, gestures: ours, peer }) {
  const where = `${size.deals.toLocaleString('en')}${size.most > 300 ? ', all that can be chosen' : ''}`;
  const isLarge = size.deals >= 10_000;
  const isEven = size.parties <= 300;
  const opens = isLarge && size.most <= 150;
  const row = (
    /** @type {string} */ title,
    /** @type {number} */ own,
    /** @type {number | undefined} */ other,
    /** @type {number | undefined} */ ratio,
    /** @type {number | undefined} */ goal,
  ) => ({
    cells: [
      title,
      where,
      round(own),
      other === undefined ? '–' : round(other),
      ratio === undefined ? '–' : ratio.toFixed(2),
      goal === undefined ? '' : `≤ ${goal.toLocaleString('en')} ms`,
      goal === undefined ? '' : own <= goal ? 'yes' : '**no**',
    ],
    met: goal === undefined ? undefined : own <= goal,
  });
  const drawing = (/** @type {number} */ until) => (until - times.answer) / Math.max(1, peer.painted);
  return [
    row('question → answer of the server', times.answer, undefined, undefined, undefined),
    row('opened → seen', times.painted, peer.painted, drawing(times.painted), opens ? longest : undefined),
    row('opened → at rest', times.rested, peer.painted, drawing(times.rested), undefined),
    row('edit → drawn', times.edited, undefined, undefined, undefined),
    .../** @type {const} */ (['drag', 'pan', 'zoom', 'slide']).flatMap((name) => {
      const [own, other] = [ours[name], peer.gestures[name]];
      if (!own) return [];
      const met = isEven && name !== 'slide' ? own.late <= mostLate : undefined;
      return [
        {
          cells: [
            `frames while ${gestures[name]}`,
            where,
            frames(own),
            other ? frames(other) : '–',
            other ? (own.p95 / other.p95).toFixed(2) : '–',
            met === undefined ? '' : `≤ ${100 * mostLate}% late`,
            met === undefined ? '' : met ? 'yes' : '**no**',
          ],
          met,
        },
      ];
    }),
  ];
}

/** @param {import('./frames.mjs').Frames} frames */
function frames({ median, p95, late, lost }) {
  return `${Math.round(median)} / ${Math.round(p95)} (${Math.round(100 * late)}%, ${Math.round(100 * lost)}%)`;
}

/** @param {number} value */
function round(value) {
  return Math.round(value).toLocaleString('en');
}
