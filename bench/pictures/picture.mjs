// The page of pictures in a browser, with the server behind it and an editor's part played here.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { root } from '../../scripts/process.mjs';
import { startFrames } from './frames.mjs';

const size = { width: 1280, height: 800 };

/** What the extension gives its page, without VS Code around it. */
async function extensionParts() {
  const outfile = join(root, 'out', 'bench-picture.cjs');
  await esbuild.build({
    stdin: {
      contents: `
        export { standaloneHtml } from './standalone-page';
        export { englishWords } from './words';`,
      resolveDir: join(root, 'server', 'src', 'picture', 'page'),
      loader: 'ts',
    },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    loader: { '.css': 'text' },
    logLevel: 'warning',
  });
  return createRequire(import.meta.url)(outfile);
}

/**
 * When things happened in the page: milliseconds since it was opened, nought as long as they have not.
 * @typedef {{asked: number, answered: number, painted: number, rested: number}} Times
 *
 * @typedef {object} Picture
 * @property {import('playwright-core').Page} page
 * @property {() => Promise<Times>} rest waits until everything that was asked for is drawn and at rest
 * @property {() => Promise<number>} change tells the page that the deals have changed, and gives the milliseconds until
 *   that is drawn
 * @property {() => {milliseconds: number, bytes: number, graph: import('../../server/src/picture/graph').Graph}} answer
 *   how long the server took for the last answer, how long that was, and what
 */

/**
 * Opens the page. It asks the server as it does in VS Code.
 * @param {import('playwright-core').Browser} browser
 * @param {import('../session.mjs').Session} session
 * @param {Record<string, unknown>} state what the page has kept from before
 * @returns {Promise<Picture>}
 */
export async function openPicture(browser, session, state) {
  const { standaloneHtml, englishWords } = await extensionParts();
  const scope = { root: pathToFileURL(session.corpus.folder).href };
  const start = { scope, title: 'Everything', words: englishWords, language: 'en' };
  const script = readFileSync(join(root, 'dist', 'picture.js'), 'utf8');
  const html = standaloneHtml({ script, data: { start }, nonce: 'bench' });
  /** @type {ReturnType<Picture['answer']> | undefined} */
  let answer;
  const host = createServer((request, response) => {
    void (async () => {
      if (request.method !== 'POST') {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
        return;
      }
      const { question, params } = JSON.parse(await text(request));
      if (question !== 'graph') {
        response.end('null');
        return;
      }
      const began = performance.now();
      const graph = await session.request('dealgraph/picture/graph', { scope, ...params });
      const milliseconds = performance.now() - began;
      const json = JSON.stringify(graph);
      answer = { milliseconds, bytes: json.length, graph };
      response.end(json);
    })();
  });
  host.listen(0, '127.0.0.1');
  await once(host, 'listening');
  const address = host.address();
  if (typeof address !== 'object' || !address) throw new Error('the page has no address');
  const page = await browser.newPage({ viewport: size, bypassCSP: true });
  page.on('close', () => host.close());
  await page.addInitScript(playHost, { ...state, scope });
  await page.addInitScript(startFrames);
  await page.goto(`http://127.0.0.1:${address.port}/`);
  const rest = async () => {
    await page.waitForFunction(() => Reflect.get(window, 'pictureTimes').rested > 0, undefined, {
      timeout: 120_000,
    });
    return page.evaluate(() => ({ ...Reflect.get(window, 'pictureTimes') }));
  };
  return {
    page,
    rest,
    change: async () => {
      const began = await page.evaluate(() => {
        const times = Reflect.get(window, 'pictureTimes');
        times.rested = 0;
        window.postMessage({ type: 'changed' }, '*');
        return performance.now();
      });
      return (await rest()).painted - began;
    },
    answer: () => {
      if (!answer) throw new Error('the page has not asked for anything');
      return answer;
    },
  };
}

/** Plays VS Code's part, in the page. @param {unknown} state */
function playHost(state) {
  const times = { asked: 0, answered: 0, painted: 0, rested: 0 };
  const channel = new MessageChannel();
  channel.port1.addEventListener('message', () => {
    times.painted ||= performance.now();
    if (document.querySelector('.graph[data-settled]')) times.rested ||= performance.now();
  });
  // Whoever listens by an event has to begin themselves.
  channel.port1.start();
  const watch = () => {
    if (times.rested > 0) return;
    if (document.querySelector('.graph [data-type="node"]')) channel.port2.postMessage(null);
    requestAnimationFrame(watch);
  };
  Object.assign(window, {
    pictureTimes: times,
    acquireVsCodeApi: () => ({
      getState: () => state,
      setState: () => undefined,
      postMessage: async (
        /** @type {{type: string, id: number, question: string, params: unknown}} */ message,
      ) => {
        if (message.type !== 'ask') return;
        times.asked = performance.now();
        times.painted = times.rested = 0;
        const { question, params } = message;
        const response = await fetch('/', { method: 'POST', body: JSON.stringify({ question, params }) });
        const result = await response.json();
        times.answered = performance.now();
        window.postMessage({ type: 'answer', id: message.id, result }, '*');
        requestAnimationFrame(watch);
      },
    }),
  });
}
