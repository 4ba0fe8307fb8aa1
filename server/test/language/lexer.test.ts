import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isBareName, Lexer, TokenFlaw, TokenKind } from '../../src/language/lexer';
import { quote, writeName } from '../../src/language/quote';
import { anyText, propertyRuns } from './random-text';

const kindLabels: Readonly<Record<TokenKind, string>> = {
  [TokenKind.EndOfFile]: 'end',
  [TokenKind.Newline]: 'newline',
  [TokenKind.Whitespace]: 'blank',
  [TokenKind.LineComment]: 'comment',
  [TokenKind.DocComment]: 'doc',
  [TokenKind.BlockComment]: 'block-comment',
  [TokenKind.Word]: 'word',
  [TokenKind.String]: 'string',
  [TokenKind.BlockString]: 'block-string',
  [TokenKind.Url]: 'url',
  [TokenKind.Literal]: 'literal',
  [TokenKind.CurrencySymbol]: 'currency',
  [TokenKind.Sign]: 'sign',
  [TokenKind.Range]: 'range',
  [TokenKind.Arrow]: 'arrow',
  [TokenKind.BothWays]: 'both-ways',
  [TokenKind.OpenBrace]: 'open',
  [TokenKind.CloseBrace]: 'close',
  [TokenKind.Colon]: 'colon',
  [TokenKind.Semicolon]: 'semicolon',
  [TokenKind.Comma]: 'comma',
  [TokenKind.Dot]: 'dot',
  [TokenKind.Unknown]: 'unknown',
};

/** The tokens of a text but for blanks, as `kind:text`; a `!` marks those that are not closed. */
function tokensIn(text: string): string[] {
  const lexer = new Lexer(text);
  const tokens: string[] = [];
  for (lexer.read(0); lexer.kind !== TokenKind.EndOfFile; lexer.read(lexer.end)) {
    if (lexer.kind === TokenKind.Whitespace) continue;
    const flaw = lexer.flaw === TokenFlaw.None ? '' : '!';
    tokens.push(`${flaw}${kindLabels[lexer.kind]}:${text.slice(lexer.start, lexer.end)}`);
  }
  return tokens;
}

function checkTokens(text: string, ...expected: string[]): void {
  assert.deepEqual(tokensIn(text), expected);
}

describe('lexer', () => {
  it('reads words of any script, with dashes inside', () => {
    checkTokens('Series-E Zoë 北京 _x', 'word:Series-E', 'word:Zoë', 'word:北京', 'word:_x');
    checkTokens('A->B', 'word:A', 'arrow:->', 'word:B');
    checkTokens('A-', 'word:A', 'sign:-');
    checkTokens('e\u0301t', 'word:e\u0301t');
  });

  it('reads figures whole, and no comma of a list into them', () => {
    checkTokens('$18.5B', 'currency:$', 'literal:18.5B');
    checkTokens('131,072 1,2', 'literal:131,072', 'literal:1', 'comma:,', 'literal:2');
    checkTokens('1,2345', 'literal:1', 'comma:,', 'literal:2345');
    checkTokens('$100B..$500B', 'currency:$', 'literal:100B', 'range:..', 'currency:$', 'literal:500B');
    checkTokens('2019..', 'literal:2019', 'range:..');
    checkTokens('~14%', 'sign:~', 'literal:14', 'sign:%');
    checkTokens('2025-01-21', 'literal:2025-01-21');
    checkTokens('<=$2B', 'sign:<=', 'currency:$', 'literal:2B');
  });

  it('reads a currency’s own sign as one', () => {
    checkTokens('HK$5M', 'currency:HK$', 'literal:5M');
    checkTokens('CNY5M', 'word:CNY5M');
    checkTokens('abc$5', 'word:abc', 'currency:$', 'literal:5');
  });

  it('reads texts up to their closing quotes, escapes included', () => {
    checkTokens(String.raw`"a \" b" c`, String.raw`string:"a \" b"`, 'word:c');
    checkTokens('"""a "b"\nc""" d', 'block-string:"""a "b"\nc"""', 'word:d');
    checkTokens('""', 'string:""');
  });

  it('ends an open text with its line', () => {
    checkTokens('"abc\nd', '!string:"abc', 'newline:\n', 'word:d');
    checkTokens('"abc\\\nd', '!string:"abc\\', 'newline:\n', 'word:d');
  });

  it('ends an open block of text before a declaration in the first column', () => {
    checkTokens(
      '"""abc\n  company B\ncompany C',
      '!block-string:"""abc\n  company B',
      'newline:\n',
      'word:company',
      'word:C',
    );
    checkTokens('"""abc\ncompanies\n"""', 'block-string:"""abc\ncompanies\n"""');
  });

  it('tells comments apart', () => {
    checkTokens(
      '// a\n/// b\n//// c',
      'comment:// a',
      'newline:\n',
      'doc:/// b',
      'newline:\n',
      'comment://// c',
    );
    checkTokens('/* a\nb */ c', 'block-comment:/* a\nb */', 'word:c');
    checkTokens('/* a\nb', '!block-comment:/* a', 'newline:\n', 'word:b');
    checkTokens('"// a" /', 'string:"// a"', 'sign:/');
  });

  it('tells addresses, arrows and bounds apart', () => {
    checkTokens('<https://x.example/a//b>', 'url:<https://x.example/a//b>');
    checkTokens('<https://x.example a', '!url:<https://x.example', 'word:a');
    checkTokens('<->', 'both-ways:<->');
    checkTokens('<b', 'sign:<', 'word:b');
  });

  it('takes each sort of line break for one', () => {
    checkTokens(
      'a\r\nb\rc\nd',
      'word:a',
      'newline:\r\n',
      'word:b',
      'newline:\r',
      'word:c',
      'newline:\n',
      'word:d',
    );
  });

  it('takes a byte order mark and a no-break space for blanks', () => {
    checkTokens('\ufeffa\u00a0b', 'word:a', 'word:b');
  });

  it('has a token for what is nothing of the language', () => {
    checkTokens('\ufffd\u0000😀', 'unknown:\ufffd', 'unknown:\u0000', 'unknown:😀');
  });

  it('reads the same from any boundary of tokens on', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lexer = new Lexer(text);
        for (let at = 0; at < text.length; at = lexer.end) {
          lexer.read(at);
          assert.ok(lexer.end > at && lexer.reach >= lexer.end);
          const fresh = new Lexer(text);
          fresh.read(at);
          assert.deepEqual([fresh.kind, fresh.end, fresh.flaw], [lexer.kind, lexer.end, lexer.flaw]);
        }
      }),
      { numRuns: propertyRuns },
    );
  });
});

describe('names as they are written', () => {
  it('stand bare where one word will do', () => {
    for (const name of ['Google', 'Series-E', 'Zoë', '北京']) assert.equal(writeName(name), name);
    for (const name of ['8VC', 'Two words', '01.AI', '', 'a-', 'A.b'])
      assert.equal(writeName(name), `"${name}"`);
    assert.ok(!isBareName('C$'));
  });

  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const written = quote(name);
        const lexer = new Lexer(written);
        lexer.read(0);
        assert.deepEqual(
          [lexer.kind, lexer.end, lexer.flaw],
          [TokenKind.String, written.length, TokenFlaw.None],
        );
      }),
      { numRuns: propertyRuns },
    );
  });
});
