// Holds the first four invariants of docs/architecture.md: which part may import what, and that the core reaches
// neither for the system nor for the clock. Type imports count: they are dependencies too.
import { readFileSync, readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix, sep } from 'node:path';
import { Visitor, parseSync } from 'oxc-parser';

/**
 * What a part of the server may import, besides itself. A part is a folder of server/src, or a file there.
 * @typedef {object} Part
 * @property {string[]} parts     other parts
 * @property {'none' | 'types' | 'connection'} lsp  nothing of LSP; its plain types; also the library's connection
 * @property {boolean} [node]     may import Node's own modules
 * @property {boolean} [clock]    may ask what time it is
 */

/** The command line says which version it is. */
const manifest = 'package.json';

/** @type {Record<string, Part>} */
const serverParts = {
  language: { parts: [], lsp: 'none' },
  values: { parts: ['language'], lsp: 'none' },
  model: { parts: ['language', 'values'], lsp: 'none' },
  project: { parts: ['language', 'values', 'model'], lsp: 'none' },
  checks: { parts: ['language', 'values', 'model', 'project'], lsp: 'none' },
  features: { parts: ['language', 'values', 'model', 'project', 'picture', 'protocol.ts'], lsp: 'types' },
  exchange: { parts: ['language', 'values', 'model', 'project'], lsp: 'none' },
  picture: { parts: [], lsp: 'none' },
  'protocol.ts': { parts: ['picture'], lsp: 'types' },
  server: {
    parts: [
      'language',
      'values',
      'model',
      'project',
      'checks',
      'features',
      'exchange',
      'picture',
      'protocol.ts',
    ],
    lsp: 'connection',
  },
  // The edges: what the two mains hand in.
  'decoded.ts': { parts: [], lsp: 'none' },
  'disk.ts': { parts: ['project'], lsp: 'none', node: true },
  'local-day.ts': { parts: ['values'], lsp: 'none' },
  'main.node.ts': {
    parts: ['server', 'disk.ts', 'local-day.ts'],
    lsp: 'connection',
    node: true,
    clock: true,
  },
  'main.browser.ts': { parts: ['server', 'local-day.ts'], lsp: 'connection', clock: true },
  cli: {
    parts: [
      'main.node.ts',
      'decoded.ts',
      'disk.ts',
      'local-day.ts',
      'language',
      'values',
      'model',
      'project',
      'checks',
      'features',
      'exchange',
      'picture',
      'protocol.ts',
    ],
    lsp: 'types',
    node: true,
    clock: true,
  },
};

/** What the client may import of the server: what both ends say to each other, and how pictures are drawn. */
const sharedWithClient = /^server\/src\/(protocol$|decoded$|picture\/)/;

const lspTypes = new Set(['vscode-languageserver-types', 'vscode-languageserver-textdocument']);
const lspConnection = /^(vscode-languageserver|vscode-languageserver-protocol|vscode-jsonrpc)(\/|$)/;

/**
 * @param {string} root the project's root
 * @returns {string[]} one line per violation: where, and what is wrong
 */
export function lintLayers(root) {
  return ['server/src', 'client/src', 'client/test']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(folder, file),
      ),
    )
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.replaceAll(sep, '/'))
    .toSorted()
    .flatMap((file) => violationsOf(file, readFileSync(join(root, file), 'utf8')));
}

/**
 * @param {string} file a path from the project's root, with slashes
 * @param {string} text what the file holds
 * @returns {string[]}
 */
export function violationsOf(file, text) {
  const { imports, clockReads } = read(file, text);
  const at = (/** @type {number} */ offset) => `${file}:${text.slice(0, offset).split('\n').length}`;

  if (file.startsWith('client/')) {
    return imports
      .map((found) => ({ ...found, target: resolve(file, found.specifier) }))
      .filter(({ target }) => target?.startsWith('server/') && !sharedWithClient.test(target))
      .map(
        ({ target, offset }) =>
          `${at(offset)} the client imports ${target}: only server/src/protocol.ts, decoded.ts and picture/ are for it`,
      );
  }

  const own = partOf(file);
  const part = serverParts[own];
  if (!part)
    return [
      `${file}:1 belongs to no part of the server: name it in scripts/lint/layers.mjs and docs/architecture.md`,
    ];
  const violations = imports.flatMap(({ specifier, offset }) => {
    const wrong = forbidden(own, part, file, specifier);
    return wrong ? [`${at(offset)} ${wrong}`] : [];
  });
  if (!part.clock) {
    violations.push(
      ...clockReads.map((offset) => `${at(offset)} ${own} reads the clock: the time is handed in`),
    );
  }
  return violations;
}

/**
 * @param {string} own
 * @param {Part} part
 * @param {string} file
 * @param {string} specifier
 * @returns {string | undefined} what is wrong with the import
 */
function forbidden(own, part, file, specifier) {
  const target = resolve(file, specifier);
  if (target !== undefined) {
    if (target === manifest && own === 'cli') return undefined;
    if (!target.startsWith('server/src/')) return `${own} imports ${target}, outside server/src`;
    const other = partOf(`${target}.ts`);
    const allowed = other === own || part.parts.includes(other);
    return allowed ? undefined : `${own} imports ${other}: no arrow runs that way`;
  }
  if (isBuiltin(specifier) && !part.node) return `${own} imports ${specifier}: only the edges know Node`;
  if (specifier === 'vscode') return `${own} imports vscode: the server runs without it`;
  if (lspTypes.has(specifier) && part.lsp === 'none') return `${own} imports ${specifier}: it knows no LSP`;
  if (lspConnection.test(specifier) && part.lsp !== 'connection') {
    return `${own} imports ${specifier}: only server/ and the mains know the connection`;
  }
  return undefined;
}

/**
 * @param {string} file
 * @param {string} specifier
 * @returns {string | undefined} a path from the project's root; nothing for a package
 */
function resolve(file, specifier) {
  return specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : undefined;
}

/**
 * @param {string} file a path below server/src
 * @returns {string} the folder of server/src that it stands in, or the file itself
 */
function partOf(file) {
  return file.split('/')[2] ?? '';
}

/**
 * @param {string} file
 * @param {string} text
 * @returns {{imports: {specifier: string, offset: number}[], clockReads: number[]}}
 */
function read(file, text) {
  const { program, errors } = parseSync(file, text);
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
  /** @type {{specifier: string, offset: number}[]} */
  const imports = [];
  /** @type {number[]} */
  const clockReads = [];
  const take = (/** @type {{value: unknown, start: number} | null} */ source) => {
    if (source && typeof source.value === 'string')
      imports.push({ specifier: source.value, offset: source.start });
  };
  new Visitor({
    ImportDeclaration: (node) => take(node.source),
    ExportNamedDeclaration: (node) => take(node.source),
    ExportAllDeclaration: (node) => take(node.source),
    ImportExpression: (node) => take(node.source.type === 'Literal' ? node.source : null),
    TSImportType: (node) => take(node.source),
    NewExpression: (node) => {
      if (isDate(node.callee) && node.arguments.length === 0) clockReads.push(node.start);
    },
    CallExpression: (node) => {
      const { callee } = node;
      if (isDate(callee)) clockReads.push(node.start);
      if (
        callee.type === 'MemberExpression' &&
        callee.object.type === 'Identifier' &&
        ['Date', 'performance'].includes(callee.object.name) &&
        callee.property.type === 'Identifier' &&
        callee.property.name === 'now'
      ) {
        clockReads.push(node.start);
      }
    },
  }).visit(program);
  return { imports: imports.toSorted((a, b) => a.offset - b.offset), clockReads };
}

/** @param {import('oxc-parser').Expression} node */
function isDate(node) {
  return node.type === 'Identifier' && node.name === 'Date';
}
