// The same graph drawn by Cytoscape.js with its layout fCoSE, which is used most for such pictures.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { root } from '../../scripts/process.mjs';
import { packageIn } from '../servers/version.mjs';
import { startFrames } from './frames.mjs';

export const peersFolder = join(root, 'bench', 'pictures', 'peers');

export const versionOfPeer = () =>
  ['cytoscape', 'cytoscape-fcose']
    .map((name) => packageIn(join(peersFolder, 'node_modules', name)))
    .join(' with ');

/**
 * @param {import('playwright-core').Browser} browser
 * @param {import('../../server/src/picture/graph').Graph} graph
 * @param {ReadonlySet<string>} drawn ids of the ties that ours draws
 * @returns {Promise<{page: import('playwright-core').Page, painted: number, rested: number}>} milliseconds until it is
 *   seen, and until it is at rest: it shows nothing before
 */
export async function openCytoscape(browser, graph, drawn) {
  const outfile = join(root, 'out', 'bench-cytoscape.js');
  await esbuild.build({
    stdin: {
      contents: `
        import cytoscape from 'cytoscape';
        import fcose from 'cytoscape-fcose';
        cytoscape.use(fcose);
        window.cytoscape = cytoscape;`,
      resolveDir: peersFolder,
    },
    outfile,
    bundle: true,
    minify: true,
    format: 'iife',
    logLevel: 'error',
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(startFrames);
  await page.goto('about:blank');
  await page.setContent('<style>html,body,#cy{margin:0;width:100%;height:100%}</style><div id="cy"></div>');
  await page.addScriptTag({ content: readFileSync(outfile, 'utf8') });
  const money = Math.max(1, ...graph.nodes.map((node) => node.money ?? 0));
  const elements = [
    ...graph.nodes.map(({ id, title, money: own }) => ({
      data: { id: `n ${id}`, title, size: 18 + 50 * Math.sqrt((own ?? 0) / money) },
    })),
    ...graph.ties
      .filter(({ id }) => drawn.has(id))
      .map(({ id, from, to, directed, deals }) => ({
        data: {
          id: `t ${id}`,
          source: `n ${from}`,
          target: `n ${to}`,
          arrow: directed ? 'triangle' : 'none',
          title: deals[0]?.money ?? '',
        },
      })),
  ];
  const times = await page.evaluate(draw, elements);
  return { page, ...times };
}

/** In the page. @param {object[]} elements @returns {Promise<{painted: number, rested: number}>} */
async function draw(elements) {
  const began = performance.now();
  const cy = Reflect.get(
    window,
    'cytoscape',
  )({
    container: document.getElementById('cy'),
    elements,
    style: [
      { selector: 'node', style: { label: 'data(title)', width: 'data(size)', height: 'data(size)' } },
      {
        selector: 'edge',
        style: {
          'curve-style': 'bezier',
          'target-arrow-shape': 'data(arrow)',
          label: 'data(title)',
          'font-size': 10,
          width: 2,
        },
      },
    ],
    layout: { name: 'fcose', animate: false },
  });
  Object.assign(window, { cy });
  const rested = performance.now() - began;
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return { painted: performance.now() - began, rested };
}

/**
 * Where a node is on the page, and a place with nothing on it.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<{node: {x: number, y: number}, empty: {x: number, y: number}}>}
 */
export async function placesIn(page) {
  return page.evaluate(() => {
    const places = Reflect.get(window, 'cy')
      .nodes()
      .map((/** @type {{renderedPosition(): {x: number, y: number}}} */ node) => ({
        ...node.renderedPosition(),
      }));
    const middle = (/** @type {{x: number, y: number}} */ { x, y }) => Math.hypot(x - 640, y - 400);
    const [node] = places.sort(
      (/** @type {{x: number, y: number}} */ a, /** @type {{x: number, y: number}} */ b) =>
        middle(a) - middle(b),
    );
    return { node, empty: { x: 4, y: 4 } };
  });
}
