import assert from 'node:assert/strict';
import { darkPalette, printPalette } from '../../src/picture/style';
import picture from '../../src/picture/page/picture.css';
import standalone from '../../src/picture/page/standalone.css';

/** The values of custom properties in a style sheet. */
function propertiesIn(css: string): Map<string, string> {
  return new Map(
    [...css.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

describe('the palettes of pictures', () => {
  const [light = '', dark = ''] = standalone.split('@media');
  const inks = propertiesIn(picture.split('body.vscode-high-contrast')[0] ?? '');

  it('are those of a page of its own in the dark', () => {
    const colours = propertiesIn(`${light}${dark}`);
    let compared = 0;
    for (const [ink, colour] of Object.entries(darkPalette)) {
      // Some are mixed of others.
      const [, variable] = /^var\((--[\w-]+)/.exec(inks.get(`--dealgraph-${ink}`) ?? '') ?? [];
      if (variable === undefined) continue;
      assert.equal(colour, colours.get(variable), ink);
      compared++;
    }
    assert.ok(compared > 10);
  });

  it('are on the paper of a page of its own in the light', () =>
    assert.equal(printPalette.paper, propertiesIn(light).get('--vscode-editor-background')));
});
