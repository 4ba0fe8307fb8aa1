// One size of project: opening its picture, editing a deal beside it, and moving in it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../../scripts/vscode/browser.mjs';
import { watchOthers } from '../machine.mjs';
import { summary } from '../results.mjs';
import { dealgraph } from '../servers/dealgraph.mjs';
import { Session } from '../session.mjs';
import { spotIn } from '../typing.mjs';
import { openCytoscape, placesIn } from './cytoscape.mjs';
import { framesOf } from './frames.mjs';
import { dragAround, slideThroughDays, zoomInAndOut } from './gestures.mjs';
import { openPicture } from './picture.mjs';
import { writeProject } from './project.mjs';

const limit = 300_000;
/** So many edits are made. */
const edits = 12;

/**
 * @typedef {{deals: number, parties: number, most: number}} Size `most` parties have a point of their own
 * @typedef {Record<'answer' | 'painted' | 'rested' | 'edited', number>} PictureTimes milliseconds
 * @typedef {Partial<Record<'drag' | 'pan' | 'zoom' | 'slide', import('./frames.mjs').Frames>>} Gestures
 * @typedef {object} Measured
 * @property {Size} size
 * @property {{nodes: number, ties: number, leftOut: number, kilobytes: number}} drawn
 * @property {PictureTimes} times
 * @property {Gestures} gestures
 * @property {{painted: number, rested: number, gestures: Gestures}} peer
 * @property {number} others cores that other processes used meanwhile
 */

/**
 * @param {Size} size
 * @returns {Promise<Measured>}
 */
export async function measurePicture(size) {
  const folder = mkdtempSync(join(tmpdir(), 'dealgraph-bench-'));
  const load = watchOthers();
  const session = new Session(dealgraph, writeProject(folder, size.deals, size.parties), limit);
  const browser = await launchBrowser();
  try {
    await session.open();
    await session.rest();
    const ours = await measureOurs(browser, session, size);
    const peer = await measurePeer(browser, ours.graph, ours.tieIds);
    const { graph: _, tieIds: __, ...rest } = ours;
    await browser.close();
    await session.close();
    return { size, ...rest, peer, others: Math.round(100 * load().others) / 100 };
  } finally {
    await browser.close();
    await session.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {Session} session
 * @param {Size} size
 */
async function measureOurs(browser, session, { most }) {
  const picture = await openPicture(browser, session, stateWith(most));
  const { page } = picture;
  const { asked, painted, rested } = await picture.rest();
  const { milliseconds, bytes, graph } = picture.answer();
  const tieIds = await idsIn(page, 'tie');
  const nodes = (await idsIn(page, 'node')).size;
  const edited = await measureEdits(picture, session);
  const node = await nodeIn(page);
  const empty = await emptyIn(page);
  const gestures = {
    drag: await framesAtRest(page, () => dragAround(page, node, 60)),
    pan: await framesAtRest(page, () => dragAround(page, empty, 60)),
    zoom: await framesAtRest(page, () => zoomInAndOut(page, node)),
    slide: await framesAtRest(page, () => slideThroughDays(page)),
  };
  await page.close();
  const ties = tieIds.size;
  return {
    graph,
    tieIds,
    drawn: { nodes, ties, leftOut: graph.ties.length - ties, kilobytes: Math.round(bytes / 1000) },
    times: { answer: milliseconds, painted: painted - asked, rested: rested - asked, edited },
    gestures,
  };
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {import('../../server/src/picture/graph').Graph} graph
 * @param {ReadonlySet<string>} ties
 */
async function measurePeer(browser, graph, ties) {
  const { page, painted, rested } = await openCytoscape(browser, graph, ties);
  const { node, empty } = await placesIn(page);
  const gestures = {
    drag: await framesAtRest(page, () => dragAround(page, node, 60)),
    pan: await framesAtRest(page, () => dragAround(page, empty, 60)),
    zoom: await framesAtRest(page, () => zoomInAndOut(page, node)),
  };
  await page.close();
  return { painted, rested, gestures };
}

/**
 * A digit of an amount is typed and taken back, over and over.
 * @param {import('./picture.mjs').Picture} picture
 * @param {Session} session
 * @returns {Promise<number>} the median of the milliseconds from the change to the picture of it
 */
async function measureEdits(picture, session) {
  const { middle } = session.corpus;
  await session.show(middle);
  const { line, character } = spotIn(middle.text, ' $', /\d+M/);
  const start = { line, character };
  const before = await placesOfNodes(picture.page);
  /** @type {number[]} */
  const times = [];
  for (let edit = 0; edit < edits; edit++) {
    const typed = { range: { start, end: start }, text: '1' };
    const takenBack = { range: { start, end: { line, character: character + 1 } }, text: '' };
    const began = performance.now();
    await session.edit(middle, edit % 2 === 0 ? typed : takenBack);
    const found = performance.now() - began;
    times.push(found + (await picture.change()));
  }
  if ((await placesOfNodes(picture.page)) !== before) throw new Error('an edit moved something');
  return summary(times).median;
}

/** @param {import('playwright-core').Page} page @param {() => Promise<void>} act */
async function framesAtRest(page, act) {
  await page.waitForTimeout(600);
  return framesOf(page, act);
}

/** @param {import('playwright-core').Page} page @param {'node' | 'tie'} type @returns {Promise<Set<string>>} */
async function idsIn(page, type) {
  return new Set(
    await page.evaluate(
      (type) =>
        [...document.querySelectorAll(`.graph [data-type="${type}"]`)].map(
          (element) => element.getAttribute('data-id') ?? '',
        ),
      type,
    ),
  );
}

/** @param {import('playwright-core').Page} page */
function placesOfNodes(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('.graph [data-type="node"]')]
      .map((element) => `${element.getAttribute('data-id')} ${element.firstElementChild?.outerHTML}`)
      .sort()
      .join('\n'),
  );
}

/** The node nearest to the middle. @param {import('playwright-core').Page} page */
async function nodeIn(page) {
  return page.evaluate(() => {
    const places = [...document.querySelectorAll('.graph [data-type="node"] > :first-child')]
      .map((element) => element.getBoundingClientRect())
      .map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))
      .filter(({ x, y }) => document.elementFromPoint(x, y)?.closest('[data-type="node"]') !== null)
      .sort((a, b) => Math.hypot(a.x - 640, a.y - 350) - Math.hypot(b.x - 640, b.y - 350));
    const [nearest] = places;
    if (!nearest) throw new Error('there is no node');
    return nearest;
  });
}

/** A place with nothing on it. @param {import('playwright-core').Page} page */
async function emptyIn(page) {
  return page.evaluate(() => {
    for (let y = 90; y < 500; y += 20) {
      for (let x = 20; x < 1200; x += 10) {
        if (document.elementFromPoint(x, y)?.matches('.graph') === true) return { x, y };
      }
    }
    throw new Error('there is no empty place');
  });
}

/** How a page begins that shows so many parties. @param {number} most */
function stateWith(most) {
  return {
    title: 'Everything',
    tab: 'graph',
    arrangement: 'clusters',
    day: null,
    most,
    collapseUnits: false,
    sizeBy: 'money',
    showsAmounts: true,
    showsHulls: true,
    showsCircles: true,
    showsLegend: true,
    hiddenKinds: [],
    hiddenFirmness: [],
    hiddenSectors: [],
    least: 0,
    focus: 0,
    places: {},
    camera: null,
  };
}
