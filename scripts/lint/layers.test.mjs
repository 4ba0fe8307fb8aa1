import assert from 'node:assert/strict';
import { violationsOf } from './layers.mjs';

/**
 * @param {string} file
 * @param {string} text
 * @param {RegExp[]} expected one for each violation, in order
 */
function checkViolations(file, text, ...expected) {
  const found = violationsOf(file, text);
  assert.equal(found.length, expected.length, found.join('\n'));
  expected.forEach((pattern, index) => assert.match(found[index] ?? '', pattern));
}

describe('the lint of the layers', () => {
  it('lets arrows run down', () => {
    checkViolations('server/src/model/party.ts', `import { parse } from '../language/parser';`);
    checkViolations(
      'server/src/features/hover.ts',
      `import type { Hover } from 'vscode-languageserver-types';`,
    );
    checkViolations(
      'server/src/server/server.ts',
      `import { createConnection } from 'vscode-languageserver/node';`,
    );
    checkViolations(
      'server/src/main.node.ts',
      `import { start } from './server/server'; import 'node:fs'; Date.now();`,
    );
    checkViolations('server/src/main.browser.ts', `import { start } from './server/server'; new Date();`);
    checkViolations('client/src/extension.ts', `import { treeRequest } from '../../server/src/protocol';`);
  });

  it('stops an arrow that runs up', () => {
    checkViolations(
      'server/src/language/parser.ts',
      `\nimport { x } from '../model/x';`,
      /parser\.ts:2 language imports model/,
    );
    checkViolations('server/src/checks/a.ts', `import '../features/hover';`, /checks imports features/);
    checkViolations(
      'server/src/features/hover.ts',
      `import { x } from '../checks/a';`,
      /features imports checks/,
    );
    checkViolations('server/src/values/money.ts', `import '../server/server';`, /values imports server/);
  });

  it('sees every way to import', () => {
    checkViolations(
      'server/src/values/money.ts',
      [
        `import type { A } from '../model/a';`,
        `export { B } from '../model/b';`,
        `export * from '../model/c';`,
        `const d = import('../model/d');`,
        `type E = import('../model/e').E;`,
      ].join('\n'),
      /:1 /,
      /:2 /,
      /:3 /,
      /:4 /,
      /:5 /,
    );
  });

  it('keeps LSP out of what is below the features, and the connection out of the features', () => {
    checkViolations(
      'server/src/project/index.ts',
      `import type { Range } from 'vscode-languageserver-types';`,
      /knows no LSP/,
    );
    checkViolations(
      'server/src/features/hover.ts',
      `import { x } from 'vscode-languageserver';`,
      /the connection/,
    );
    checkViolations(
      'server/src/features/hover.ts',
      `import { x } from 'vscode-languageserver/node';`,
      /the connection/,
    );
  });

  it('keeps the system and the clock out of the core', () => {
    checkViolations(
      'server/src/project/files.ts',
      `import { readFileSync } from 'node:fs';`,
      /only the edges know Node/,
    );
    checkViolations(
      'server/src/project/files.ts',
      `import { join } from 'path';`,
      /only the edges know Node/,
    );
    checkViolations('server/src/main.browser.ts', `import { join } from 'path';`, /only the edges know Node/);
    checkViolations(
      'server/src/checks/stale.ts',
      `Date.now();\nnew Date();\nDate();\nperformance.now();\nnew Date(0);\nDate.UTC(2025, 0);`,
      /:1 .*clock/,
      /:2 .*clock/,
      /:3 .*clock/,
      /:4 .*clock/,
    );
  });

  it('keeps the client away from the core', () => {
    checkViolations(
      'client/src/tree.ts',
      `import { schema } from '../../server/src/language/schema';`,
      /only server\/src\/protocol\.ts/,
    );
    checkViolations(
      'client/test/host/a.test.ts',
      `import type { A } from '../../../server/src/model/a';`,
      /the client imports/,
    );
  });

  it('asks for a home for every file', () => {
    checkViolations('server/src/utils/misc.ts', '', /belongs to no part/);
  });
});
