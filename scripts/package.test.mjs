import assert from 'node:assert/strict';
import { withoutRelativeTargets } from './package.mjs';

describe('the README in the package', () => {
  it('keeps what has an address of its own, and loses what has not', () => {
    const readme =
      '# A\n\n![tree](docs/images/tree.png)\n\nSee [the language](docs/language.md), [EDTF](https://loc.gov/x) and [below](#b).\n\n<img width="5" src="docs/b.png">\n\n![c](https://x.org/c.png)\n';
    assert.equal(
      withoutRelativeTargets(readme),
      '# A\n\nSee the language, [EDTF](https://loc.gov/x) and [below](#b).\n\n![c](https://x.org/c.png)\n',
    );
  });
});
