import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import { diagnosticsOf } from '../src/features/diagnostics';
import { rangeIn } from '../src/features/locations';
import { DealDocument } from '../src/language/document';
import { formatItems } from '../src/language/format/items';
import { TokenFlaw, TokenKind } from '../src/language/lexer';
import { tokensOf } from '../src/language/tokens';
import type { Span } from '../src/language/tree';
import { projectOf, uriOf } from './project-fixture';

const folder = join(process.cwd(), 'server', 'test', 'datasets');

/** What is read of a file, each part as a baseline beside it. UPDATE_BASELINES=1 writes them anew. */
const baselines: Readonly<Record<string, (document: DealDocument) => string>> = {
  'tokens.txt': tokensText,
  'tree.txt': treeText,
  'diagnostics.txt': diagnosticsText,
  'formatted.deal': (document) =>
    formatItems(document.items)
      .map(({ text }) => text)
      .join(''),
};

describe('datasets', () => {
  for (const name of readdirSync(folder)) {
    for (const [sort, lineBreak] of [
      ['LF', '\n'],
      ['CRLF', '\r\n'],
    ] as const) {
      describe(`${name} in ${sort}`, () => {
        const text = readFileSync(join(folder, name, 'main.deal'), 'utf8').replace(/\r\n/g, '\n');
        const document = DealDocument.parse(text.replaceAll('\n', lineBreak));
        for (const [file, describeDocument] of Object.entries(baselines)) {
          it(`has its ${file}`, () => {
            const found = describeDocument(document);
            if (file.endsWith('.deal')) assert.equal(found, found.replace(/\r\n|\n/g, lineBreak));
            checkBaseline(join(folder, name, file), found.replaceAll('\r\n', '\n'));
          });
        }
      });
    }
  }
});

function checkBaseline(file: string, found: string): void {
  if (process.env.UPDATE_BASELINES) writeFileSync(file, found);
  assert.ok(existsSync(file), `${file} is missing: UPDATE_BASELINES=1 writes it`);
  assert.equal(found, readFileSync(file, 'utf8').replaceAll('\r\n', '\n'));
}

/** `line:column kind text`, blanks and line breaks left out. */
function tokensText(document: DealDocument): string {
  return lines(
    document.items.flatMap((item, index) =>
      tokensOf(item)
        .filter(({ kind }) => kind !== TokenKind.Whitespace && kind !== TokenKind.Newline)
        .map((token) => {
          const text = JSON.stringify(item.text.slice(token.start, token.end).replaceAll('\r\n', '\n'));
          const flaw = token.flaw === TokenFlaw.None ? '' : ' (not closed)';
          return `${place(document, index, token)} ${tokenNames[token.kind]} ${text}${flaw}`;
        }),
    ),
  );
}

const tokenNames: Readonly<Record<TokenKind, string>> = {
  [TokenKind.EndOfFile]: 'EndOfFile',
  [TokenKind.Newline]: 'Newline',
  [TokenKind.Whitespace]: 'Whitespace',
  [TokenKind.LineComment]: 'LineComment',
  [TokenKind.DocComment]: 'DocComment',
  [TokenKind.BlockComment]: 'BlockComment',
  [TokenKind.Word]: 'Word',
  [TokenKind.String]: 'String',
  [TokenKind.BlockString]: 'BlockString',
  [TokenKind.Url]: 'Url',
  [TokenKind.Literal]: 'Literal',
  [TokenKind.CurrencySymbol]: 'CurrencySymbol',
  [TokenKind.Sign]: 'Sign',
  [TokenKind.Range]: 'Range',
  [TokenKind.Arrow]: 'Arrow',
  [TokenKind.BothWays]: 'BothWays',
  [TokenKind.OpenBrace]: 'OpenBrace',
  [TokenKind.CloseBrace]: 'CloseBrace',
  [TokenKind.Colon]: 'Colon',
  [TokenKind.Semicolon]: 'Semicolon',
  [TokenKind.Comma]: 'Comma',
  [TokenKind.Dot]: 'Dot',
  [TokenKind.Unknown]: 'Unknown',
};

/** Every node of the tree on a line of its own, with its place and what it holds; deeper ones are indented. */
function treeText(document: DealDocument): string {
  return lines(
    document.items.flatMap((item, index) => [
      `item${item.declaration ? '' : ' without a declaration'}`,
      ...Object.entries(item.declaration ?? {}).flatMap(([key, value]) =>
        nodeLines(document, index, key, value, 1),
      ),
    ]),
  );
}

function nodeLines(
  document: DealDocument,
  index: number,
  key: string,
  value: unknown,
  depth: number,
): string[] {
  if (key === 'start' || key === 'end') return [];
  const indent = '  '.repeat(depth);
  if (typeof value !== 'object' || value === null) {
    // Offsets differ with the line breaks; the range of the node says enough.
    return typeof value === 'number' || key === 'type' ? [] : [`${indent}${key}: ${textOf(value)}`];
  }
  if (Array.isArray(value)) {
    return value.flatMap((each: unknown, at) => nodeLines(document, index, `${key}[${at}]`, each, depth));
  }
  const type = 'type' in value ? ` ${String(value.type)}` : '';
  return [
    `${indent}${key}${type}${isSpan(value) ? ` ${range(document, index, value)}` : ''}`,
    ...Object.entries(value).flatMap(([own, part]) => nodeLines(document, index, own, part, depth + 1)),
  ];
}

function textOf(value: unknown): string {
  return JSON.stringify(typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value);
}

function isSpan(value: object): value is Span {
  return 'start' in value && 'end' in value;
}

/** `line:column-line:column severity code message`, for the file as a project of its own. */
function diagnosticsText(document: DealDocument): string {
  const { project, findings } = projectOf({ 'main.deal': document });
  return lines(
    diagnosticsOf(project, findings, uriOf('main.deal')).diagnostics.map(
      ({ range: { start, end }, severity, code, message }) => {
        const label = Object.entries(DiagnosticSeverity).find(([, value]) => value === severity)?.[0];
        return `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1} ${label} ${code} ${textIn(message)}`;
      },
    ),
  );
}

function textIn(message: Diagnostic['message']): string {
  return typeof message === 'string' ? message : message.value;
}

function place(document: DealDocument, index: number, span: Span): string {
  const { start } = rangeIn(document, index, span);
  return `${start.line + 1}:${start.character + 1}`;
}

function range(document: DealDocument, index: number, span: Span): string {
  const { start, end } = rangeIn(document, index, span);
  return `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
}

function lines(list: readonly string[]): string {
  return list.map((line) => `${line}\n`).join('');
}
