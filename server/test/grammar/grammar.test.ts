import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { IGrammar } from 'vscode-textmate';
import { semanticTokensLegend, semanticTokensOf } from '../../src/features/semantic-tokens';
import { DealDocument } from '../../src/language/document';
import {
  kindNames,
  kinds,
  modifierNames,
  modifiers,
  propertyNames,
  properties,
} from '../../src/language/schema';
import { looseText, propertyRuns } from '../language/random-text';
import { loadGrammar, tokenize } from './tokenizer';

describe('grammar', function () {
  this.timeout(900_000);
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  /** Checks the scopes of words: `word scope`, one per line, in the order of the text; others may stand between. */
  function checkScopes(text: string, expected: string): void {
    const tokens = tokenize(grammar, text);
    let from = 0;
    for (const line of expected.trim().split('\n')) {
      const [, word = '', scope = ''] = /^\s*(.*) (\S+)$/.exec(line) ?? [];
      const at = tokens.findIndex((token, index) => index >= from && token.text.trim() === word);
      assert.ok(
        at >= 0,
        `“${word}” is no token of\n${text}\n${JSON.stringify(tokens.map((token) => token.text))}`,
      );
      assert.ok(
        tokens[at]!.scopes.some((each) => each.startsWith(scope)),
        `“${word}” is ${tokens[at]!.scope}`,
      );
      from = at + 1;
    }
  }

  it('colours a declaration from its kind to its sources', () => {
    checkScopes(
      'round SeriesE "Series E": Lightspeed -> Anthropic {\n  amount $2B per ft, <https://x.example>\n  status talks on 2025-01\n}',
      `round keyword
       SeriesE entity.name.function
       Lightspeed entity.name.type.class
       -> keyword.operator
       Anthropic entity.name.type.class
       { punctuation.section
       amount variable.other.property
       $ constant.numeric
       2B constant.numeric
       per keyword
       ft variable.other.readwrite
       <https://x.example> string.other.link
       status variable.other.property
       talks variable.other.enummember
       on keyword
       2025-01 constant.numeric
       } punctuation.section`,
    );
  });

  it('tells names, roles and resources apart by where they stand', () => {
    checkScopes(
      'venture Stargate {\n  member SoftBank, Oracle as equity, operator with $19B\n  provides cloud, compute exclusive\n}',
      `SoftBank entity.name.type.class
       Oracle entity.name.type.class
       as keyword
       equity variable.other.enummember
       operator variable.other.enummember
       with keyword
       19B constant.numeric
       cloud variable.other.enummember
       compute variable.other.enummember
       exclusive keyword`,
    );
  });

  it('takes a kind that is a property for what it is', () => {
    checkScopes(
      'round R: A -> B {\n  valuation $60B post\n}\nvaluation V: B { value $1B }',
      `valuation variable.other.property
       60B constant.numeric
       post keyword
       valuation keyword
       V variable.other.readwrite`,
    );
  });

  it('colours claims with their verbs and paths', () => {
    checkScopes(
      'claim Doubts: Musk disputes Stargate.budget { on 2025-01-22 }',
      `claim keyword
       disputes keyword
       Stargate variable.other.readwrite
       budget variable.other.property
       on variable.other.property
       2025-01-22 constant.numeric`,
    );
  });

  it('ends an open string with its line', () => {
    checkScopes('company A "open\ncompany B', `company keyword\n company keyword\n B entity.name.type.class`);
  });

  it('ends an open block and an open text with the next declaration', () => {
    checkScopes(
      'company A {\n  founded 2021\ncompany B',
      `founded variable.other.property\n company keyword`,
    );
    checkScopes('company A {\n  note """ text\ncompany B', `note variable.other.property\n company keyword`);
  });

  it('knows every property and modifier', () => {
    for (const property of propertyNames) {
      const [kind] = properties[property].on;
      const tokens = tokenize(grammar, `${kind} X {\n  ${properties[property].example}\n}`);
      const key = tokens.find(({ text }) => text.trim() === property);
      assert.equal(key?.scope, 'variable.other.property.deal', property);
    }
    for (const modifier of modifierNames) {
      const taker = propertyNames.find((name) => properties[name].modifiers.includes(modifier));
      assert.ok(taker, `no property takes ${modifier}`);
      const tokens = tokenize(grammar, `{\n  ${taker} 1 ${modifiers[modifier].example}\n}`);
      const word = tokens.find(({ text }) => text.trim() === modifier);
      assert.equal(word?.scope, 'keyword.control.deal', modifier);
    }
  });

  it('has for each kind’s example the colours of the semantic tokens', () => {
    for (const kind of kindNames) checkAgreement(kinds[kind].example, semanticTypes);
  });

  it('never takes for a comment or text what is none', () => {
    fc.assert(
      fc.property(looseText, (text) => checkAgreement(text, new Set(['comment', 'string']))),
      { numRuns: propertyRuns },
    );
  });

  const semanticTypes = new Set(semanticTokensLegend.tokenTypes);

  /** Checks that each character has the same type in the grammar as among the semantic tokens, as far as those go. */
  function checkAgreement(text: string, types: ReadonlySet<string>): void {
    const bySchema = typesBySemanticTokens(text);
    const byGrammar = typesByGrammar(text);
    for (let at = 0; at < text.length; at++) {
      if (/\s/.test(text[at]!)) continue;
      const wanted = bySchema[at];
      const found = byGrammar[at];
      if (![wanted, found].some((type) => type !== undefined && types.has(type))) continue;
      // Texts in quotes can be names; only the tree knows.
      if (found === 'string' && wanted !== 'comment') continue;
      if (types.size > 2 && wanted === undefined) continue;
      assert.equal(found, wanted, `“${text.slice(at, at + 12)}” at ${at} of\n${text}`);
    }
  }

  function typesBySemanticTokens(text: string): (string | undefined)[] {
    const document = DealDocument.parse(text);
    const { data } = semanticTokensOf(document);
    const types: (string | undefined)[] = [];
    let line = 0;
    let character = 0;
    for (let at = 0; at < data.length; at += 5) {
      character = data[at] === 0 ? character + data[at + 1]! : data[at + 1]!;
      line += data[at]!;
      const start = document.offsetAt({ line, character });
      types.length = Math.max(types.length, start + data[at + 2]!);
      types.fill(semanticTokensLegend.tokenTypes[data[at + 3]!], start, start + data[at + 2]!);
    }
    return types;
  }

  /** The semantic token type that editors give to a scope. */
  const typeOfScope: readonly (readonly [string, string])[] = [
    ['comment', 'comment'],
    ['string', 'string'],
    ['keyword.control', 'keyword'],
    ['keyword.operator', 'operator'],
    ['entity.name.type.class', 'class'],
    ['entity.name.function', 'function'],
    ['entity.name.namespace', 'namespace'],
    ['variable.other.readwrite', 'variable'],
    ['variable.other.enummember', 'enumMember'],
    ['variable.other.property', 'property'],
    ['constant.numeric', 'number'],
  ];

  function typesByGrammar(text: string): (string | undefined)[] {
    const types: (string | undefined)[] = [];
    for (const { text: piece, start, scopes } of tokenize(grammar, text)) {
      const found = typeOfScope.find(([prefix]) => scopes.some((scope) => scope.startsWith(prefix)));
      types.length = Math.max(types.length, start + piece.length);
      types.fill(found?.[1], start, start + piece.length);
    }
    return types;
  }
});
