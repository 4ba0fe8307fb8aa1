import assert from 'node:assert/strict';
import { Big } from 'big.js';
import fc from 'fast-check';
import { propertyRuns } from '../language/random-text';
import { placesOf, saidBy } from './said';

const world = 'company A\ncompany B\nsource one\nsource two\n';

function deal(...lines: string[]): string {
  return `investment Deal: A -> B {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
}

describe('a large figure', () => {
  const said = (...lines: string[]) =>
    saidBy('single-source', world + deal(...lines), { config: '{ "secondSourceAbove": "$1B" }' });

  it('wants a second source', () => {
    assert.deepEqual(said('amount $2B per one'), [
      '$2B is above $1B and has one source only, one. Cite a second one that does not take it from there.',
    ]);
    assert.equal(said('amount $2B per one', 'status closed on 2024 per two').length, 1);
    assert.equal(said('amount $2B', 'status closed on 2024 per two').length, 1);
    assert.equal(said('amount >$2B per one').length, 1);
    assert.equal(said('valuation $2B per one', 'amount $20M per one').length, 1);
    assert.equal(said('valuation $2B per one', 'amount $3B per one').length, 1);
    assert.equal(said('valuation $2B per one', 'amount $3B per two').length, 2);
    for (const lines of [
      ['amount $2B per one, two'],
      ['amount $2B per one, <https://a.example>'],
      ['amount $2B per one', 'per two'],
      ['amount $2B per one', 'amount $2.1B per two'],
      ['amount $2B'],
      ['amount $1B per one'],
      ['amount ~$1.05B per one'],
      ['amount <$2B per one'],
      ['amount €2B per one'],
      ['amount undisclosed per one'],
    ]) {
      assert.deepEqual(said(...lines), [], lines.join());
    }
    assert.deepEqual(saidBy('single-source', world + deal('amount $2B per one')), []);
  });
});

describe('sources of one origin', () => {
  it('count as one, over any number of steps', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 2, maxLength: 8 }), fc.nat(), fc.nat(), (picks, a, b) => {
        // Each takes its knowledge from one before it, or from nobody.
        const via = picks.map((pick, index) =>
          pick % (index + 1) === index ? undefined : pick % (index + 1),
        );
        const sources = via.map((from, index) =>
          from === undefined ? `source s${index}\n` : `source s${index} { via s${from} }\n`,
        );
        const originOf = (index: number): number => {
          const from = via[index];
          return from === undefined ? index : originOf(from);
        };
        const [one, other] = [a % picks.length, b % picks.length];
        const text = `company A\ncompany B\n${sources.join('')}${deal(`amount $1B per s${one}, s${other}`)}`;
        const isTold = one !== other && originOf(one) === originOf(other);
        assert.equal(saidBy('same-origin', text).length, isTold ? 1 : 0, text);
      }),
      { numRuns: propertyRuns },
    );
  });

  it('are told with their origin, and where each knows it from', () => {
    const text = `company A\ncompany B\nsource a "Wire"\nsource b { via a }\nsource c { via b }\nsource d\n`;
    assert.deepEqual(saidBy('same-origin', text + deal('amount $1B per c, d, b')), [
      '“c”, “b” go back to one source, “Wire”, and count as one. Cite one of them, or another that knows it for itself.',
    ]);
    assert.deepEqual(placesOf('same-origin', text + deal('amount $1B', 'per c, b')), [
      'c, b | via b | via a',
    ]);
  });

  it('are let pass where one knows more, and may know it from each other', () => {
    const said = (sources: string, per: string) =>
      saidBy('same-origin', `company A\ncompany B\n${sources}${deal(`amount $1B per ${per}`)}`).length;
    assert.equal(said('source a\nsource b\nsource c { via a, b }\n', 'a, c'), 0);
    assert.equal(said('source a\nsource b\nsource c { via a, b }\n', 'a, b, c'), 0);
    assert.equal(said('source a { via b }\nsource b { via a }\n', 'a, b'), 1);
    assert.equal(said('source a { via a }\nsource b\n', 'a, b'), 0);
    assert.equal(said('source a { via lost }\nsource b { via lost }\n', 'a, b'), 1);
  });
});

describe('sources that differ', () => {
  const said = (...lines: string[]) => saidBy('sources-differ', world + deal(...lines));

  it('are told where no reading brings their figures together', () => {
    const figure = fc.record({ digits: fc.integer({ min: 1, max: 99 }), about: fc.boolean() });
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        const written = ({ digits, about }: typeof a) => `${about ? '~' : ''}$${digits}M`;
        const [low, high] = a.digits < b.digits ? [a, b] : [b, a];
        const most = new Big(low.digits).times(low.about ? '1.1' : 1);
        const least = new Big(high.digits).times(high.about ? '0.9' : 1);
        const found = said(`amount ${written(a)} per one`, `amount ${written(b)} per two`);
        assert.equal(found.length, most.lt(least) ? 1 : 0, `${written(a)} ${written(b)}`);
      }),
      { numRuns: propertyRuns },
    );
  });

  it('are told with each figure, and how far they lie apart', () => {
    assert.deepEqual(said('amount $1B per one', 'amount $1.2B per two'), [
      'Sources differ over “amount” by $200M, which is 20%: $1B (one), $1.2B (two). The first figure counts.',
    ]);
    assert.deepEqual(said('amount $1B..$2B per one', 'amount >$3B per two'), [
      'Sources differ over “amount” by at least $1B: $1B–$2B (one), at least $3B (two). The first figure counts.',
    ]);
    assert.deepEqual(said('stake 10% per one', 'stake 13% per two'), [
      'Sources differ over “stake” by 3%: 10% (one), 13% (two). The first figure counts.',
    ]);
    const sources = ['one', 'two', '<https://a.example>', '<https://b.example>', '<https://c.example>'];
    assert.match(
      said(...sources.map((source, index) => `amount $${index + 1}B per ${source}`))[0] ?? '',
      /by \$4B, which is 400%: .*\$4B \(https:\/\/b\.example\) and 1 more\./,
    );
  });

  it('are let pass where they speak of other things', () => {
    for (const lines of [
      ['amount $1B per one', 'amount $1B per two'],
      ['amount $1B per one', 'amount €9B per two'],
      ['amount $1B on 2023 per one', 'amount $2B on 2024 per two'],
      ['amount $1B per one', 'amount undisclosed per two'],
      ['amount $1B per one', 'amount $2B'],
      ['valuation $8B pre per one', 'valuation $9B post per two'],
      ['tranche $1B per one', 'tranche $2B per two'],
      ['amount $1B per one', 'amount $2B per one'],
    ]) {
      assert.deepEqual(said(...lines), [], lines.join());
    }
  });
});

describe('an exact figure before signing', () => {
  it('says how sure it is', () => {
    const said = (...lines: string[]) => saidBy('exact-before-signing', world + deal(...lines));
    assert.deepEqual(said('amount $2B', 'status talks on 2025-01'), [
      '$2B is stated as a fact, but the deal is only “talks”. Write “about” with “~”, or how sure it is, such as “likely”.',
    ]);
    assert.equal(said('amount $2B', 'status rumored').length, 1);
    for (const lines of [
      ['amount $2B speculative', 'status talks on 2025-01'],
      ['amount ~$2B', 'status talks on 2025-01'],
      ['amount <$2B', 'status talks on 2025-01'],
      ['amount undisclosed', 'status talks on 2025-01'],
      ['amount $2B', 'status announced on 2025-01'],
      ['amount $2B', 'status talks on 2024', 'status withdrawn on 2025-01'],
      ['amount $2B', 'status announced on 2024', 'status talks on 2025-01'],
      ['amount $2B', 'status talks on 2026'],
      ['amount $2B'],
    ]) {
      assert.deepEqual(said(...lines), [], lines.join());
    }
  });
});
