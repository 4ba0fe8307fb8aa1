import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { npmManifest, npmReadme } from './package-npm.mjs';
import { noticesFor } from './notices.mjs';

describe('the package for npm', () => {
  it('needs nothing but Node, and has a command', () => {
    const manifest = npmManifest(JSON.parse(readFileSync('package.json', 'utf8')));
    assert.deepEqual(manifest.bin, { dealgraph: './cli.js' });
    assert.equal(manifest.license, 'MIT');
    assert.ok(!('dependencies' in manifest) && !('scripts' in manifest) && !('private' in manifest));
    for (const file of ['cli.js', 'picture.js', 'LICENSE', 'README.md', 'THIRD-PARTY-NOTICES.txt'])
      assert.ok(manifest.files.includes(file), file);
  });

  it('says what the commands are, without links that lead nowhere', () => {
    const readme = npmReadme(readFileSync('docs/cli.md', 'utf8'));
    assert.match(readme, /^# Dealgraph\n/);
    assert.match(readme, /`check`/);
    assert.doesNotMatch(readme, /\]\(/);
  });

  it('has the licences of what it is made of', () => {
    const notices = noticesFor([
      'server/src/cli/main.ts',
      'node_modules/big.js/big.mjs',
      'node_modules/big.js/a.js',
    ]);
    assert.equal(notices.split('big.js 7').length, 2);
    assert.match(notices, /Permission is hereby granted/);
  });
});
