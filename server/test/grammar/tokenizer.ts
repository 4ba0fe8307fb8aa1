import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';
import { outputs } from '../../../scripts/generate/grammar';

// Both packages are CommonJS, whose names an ES module gets from the default export only.
const { createOnigScanner, createOnigString, loadWASM } = oniguruma;
const { INITIAL, Registry, parseRawGrammar } = textmate;

/** Loads the grammar as the generator makes it now. */
export async function loadGrammar(): Promise<IGrammar> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  const [file] = outputs();
  if (!file) throw new Error('the generator makes no grammar');
  const registry = new Registry({
    onigLib: loadWASM(readFileSync(wasm)).then(() => ({ createOnigScanner, createOnigString })),
    loadGrammar: (name) =>
      Promise.resolve(name === 'source.deal' ? parseRawGrammar(file.content, file.path) : null),
  });
  const grammar = await registry.loadGrammar('source.deal');
  if (!grammar) throw new Error('the grammar does not load');
  return grammar;
}

/** A stretch of a text with its innermost scope. */
export interface Scoped {
  readonly text: string;
  /** Offset in the whole text. */
  readonly start: number;
  readonly scope: string;
  /** All scopes around it, from the outside. */
  readonly scopes: readonly string[];
}

/** Tokenizes a text line by line, as editors do. */
export function tokenize(grammar: IGrammar, text: string): Scoped[] {
  const tokens: Scoped[] = [];
  let state = INITIAL;
  let offset = 0;
  for (const line of text.split(/(?<=\n)|(?<=\r)(?!\n)/)) {
    const content = line.replace(/[\r\n]+$/, '');
    const result = grammar.tokenizeLine(content, state);
    state = result.ruleStack;
    for (const { startIndex, endIndex, scopes } of result.tokens) {
      const piece = content.slice(startIndex, endIndex);
      if (piece) tokens.push({ text: piece, start: offset + startIndex, scope: scopes.at(-1) ?? '', scopes });
    }
    offset += line.length;
  }
  return tokens;
}
