import assert from 'node:assert/strict';
import fc from 'fast-check';
import { circleFrom } from '../../src/model/circle';
import { nameKey } from '../../src/model/name-key';
import { propertyRuns } from '../language/random-text';
import { placesOf, saidBy } from './said';

describe('a Legal Entity Identifier', () => {
  const said = (code: string) => saidBy('lei', `company A { lei "${code}" }\n`).length;
  const character = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const own = fc.array(character, { minLength: 18, maxLength: 18 }).map((parts) => parts.join(''));

  /** ISO/IEC 7064 MOD 97-10, with numbers as long as they are. */
  function withCheckDigits(code: string): string {
    const digits = [...`${code}00`].map((each) => String(Number.parseInt(each, 36))).join('');
    return code + String(98n - (BigInt(digits) % 97n)).padStart(2, '0');
  }

  it('has the check digits of its characters', () => {
    fc.assert(
      fc.property(own, (code) => assert.equal(said(withCheckDigits(code)), 0)),
      { numRuns: propertyRuns },
    );
    // Those of Alphabet, Apple and Microsoft.
    for (const code of ['5493006MHB84DD0ZWV18', 'HWUPKR0MPOU8FGXBT394', 'INR2EJN1ERAN0W5ZP974'])
      assert.equal(said(code), 0);
  });

  it('shows a digit that was mistyped, and two that changed places', () => {
    fc.assert(
      fc.property(own, fc.nat({ max: 17 }), fc.integer({ min: 1, max: 9 }), (code, at, change) => {
        const right = withCheckDigits(code);
        const digit = right[at]!;
        fc.pre(/\d/.test(digit));
        const wrong = right.slice(0, at) + String((Number(digit) + change) % 10) + right.slice(at + 1);
        assert.equal(said(wrong), 1, wrong);
        const next = right[at + 1]!;
        fc.pre(/\d/.test(next) && next !== digit);
        const swapped = right.slice(0, at) + next + digit + right.slice(at + 2);
        assert.equal(said(swapped), 1, swapped);
      }),
      { numRuns: propertyRuns },
    );
  });

  it('has 20 characters of its alphabet', () => {
    for (const code of ['5493006MHB84DD0ZWV1', '5493006mhb84dd0zwv18', '5493006MHB84DD0ZWVXX', ''])
      assert.equal(said(code), 1, code);
  });
});

describe('the key of a name', () => {
  it('is that of all its spellings', () => {
    for (const [a, b] of [
      ['OpenAI', 'Open AI, Inc.'],
      ['Société Générale', 'SOCIETE GENERALE S.A.'],
      ['The Blackstone Group', 'Blackstone Group L.P.'],
      ['AT&T', 'AT & T Corp.'],
      ['Straße', 'STRASSE GmbH'],
      ['Ørsted A/S', 'Orsted A S'],
      ['01.AI', '01AI Co., Ltd.'],
      ["Moody's", 'Moody’s Corporation'],
    ] as const) {
      assert.equal(nameKey(a), nameKey(b), `${a} ${b}`);
    }
    for (const [a, b] of [
      ['Inc', 'Corp'],
      ['Alpha', 'Alpha Beta'],
      ['Series A', 'Series B'],
      ['The', ''],
    ] as const) {
      assert.notEqual(nameKey(a), nameKey(b), `${a} ${b}`);
    }
    assert.equal(nameKey('!?'), '');
  });

  it('does not see case, blanks and legal forms', () => {
    const word = fc.stringMatching(/^[a-z]{3,8}[0-9]$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(' ', '-', '. ', ', '),
        fc.constantFrom('', ' Inc.', ', LLC', ' AG', ' Ltd', ' S.A.', ' Pty Ltd'),
        (words, blank, form) => {
          assert.equal(nameKey(words.join(blank).toUpperCase() + form), words.join(''));
        },
      ),
      { numRuns: propertyRuns },
    );
  });
});

describe('parties that look alike', () => {
  const said = (...parties: string[]) => saidBy('near-duplicate-party', parties.join('\n'));

  it('are told once for each but the first by name', () => {
    assert.deepEqual(said('company OpenAI', 'company B "Open AI, Inc."', 'company A "OPENAI"'), [
      'The company “OpenAI” may be “OPENAI”, which is declared as well. Bring the two together; if they are two, say which is the parent, or in which country each is.',
      'The company “Open AI, Inc.” may be “OPENAI”, which is declared as well. Bring the two together; if they are two, say which is the parent, or in which country each is.',
    ]);
  });

  it('are let pass where something tells them apart', () => {
    for (const parties of [
      ['company OpenAI', 'company OpenBI'],
      ['company OpenAI', 'fund "Open AI"'],
      ['company OpenAI', 'company "Open AI" { parent OpenAI }'],
      ['company OpenAI { parent X }', 'company "Open AI" { parent X }', 'company X'],
      ['company OpenAI { country US }', 'company "Open AI" { country DE }'],
      ['company OpenAI { lei "5493006MHB84DD0ZWV18" }', 'company "Open AI" { lei "HWUPKR0MPOU8FGXBT394" }'],
      ['fund Alpha { manager B }', 'fund B "Alpha LLC"'],
      ['company "?"', 'company "!"'],
      ['company A', 'company A'],
    ]) {
      assert.deepEqual(said(...parties), [], parties.join());
    }
    assert.equal(said('company OpenAI { country US }', 'company "Open AI" { country us }').length, 1);
  });
});

describe('an alias', () => {
  const places = (...parties: string[]) => placesOf('alias-clash', parties.join('\n'));

  it('is the name of one party', () => {
    assert.deepEqual(places('fund A { aka "LSVP" }', 'fund LSVP "Large"'), ['"LSVP" | LSVP']);
    assert.deepEqual(places('fund A { aka "Large, Inc." }', 'fund LSVP "Large"'), [
      '"Large, Inc." | "Large"',
    ]);
    assert.deepEqual(places('fund A { aka Big }', 'fund B { aka "BIG" }'), ['"BIG" | Big']);
    assert.deepEqual(places('fund A { aka "A", "One" }', 'fund B { aka "Two" }'), []);
    assert.deepEqual(places('company A { aka "Old" until 2019 }', 'company B { aka "Old" from 2020 }'), []);
    assert.equal(places('company A { aka "Old" until 2020 }', 'company B { aka "Old" from 2020 }').length, 1);
    assert.deepEqual(places('company A { aka "Old" }', 'resource B { aka "Old" }'), []);
  });
});

describe('ownership in a circle', () => {
  it('is told once, with all who are in it', () => {
    const circle = 'company C { parent A }\ncompany A { parent B }\ncompany B { parent C }\n';
    assert.deepEqual(saidBy('ownership-cycle', circle), [
      'A is a unit of itself: A → B → C → A. Remove one of these parents.',
    ]);
    assert.deepEqual(placesOf('ownership-cycle', circle), ['parent B | parent C | parent A']);
    assert.deepEqual(saidBy('ownership-cycle', 'company A { parent A }\n'), [
      'A is its own parent. Remove the line, or name another party.',
    ]);
    // It leads into the circle, and is not in it.
    assert.equal(saidBy('ownership-cycle', `company "0" { parent A }\n${circle}`).length, 1);
  });

  it('takes lines that hold at one time', () => {
    assert.deepEqual(
      saidBy('ownership-cycle', 'company A { parent B until 2020 }\ncompany B { parent A from 2021 }\n'),
      [],
    );
  });

  it('is found from the first name of each circle', () => {
    const size = 6;
    const edges = fc.array(fc.tuple(fc.nat({ max: size - 1 }), fc.nat({ max: size - 1 })), { maxLength: 10 });
    fc.assert(
      fc.property(edges, (pairs) => {
        const next = (name: string) =>
          pairs.flatMap(([from, to]) => (String(from) === name ? [String(to)] : []));
        for (let start = 0; start < size; start++) {
          // Whether some way leads back over names that come later, tried out.
          const reached = new Set<string>();
          const visit = (name: string) => {
            for (const other of next(name)) {
              if (Number(other) < start || reached.has(other)) continue;
              reached.add(other);
              visit(other);
            }
          };
          visit(String(start));
          const circle = circleFrom(String(start), next);
          assert.equal(circle !== undefined, reached.has(String(start)));
          if (!circle) continue;
          assert.equal(circle[0], String(start));
          assert.equal(circle.at(-1), String(start));
          assert.equal(new Set(circle).size, circle.length - 1);
          circle.slice(1).forEach((name, index) => assert.ok(next(circle[index]!).includes(name)));
        }
      }),
      { numRuns: propertyRuns },
    );
  });
});

describe('claims', () => {
  it('are about something else, and answer what was said before', () => {
    const claim = (name: string, target: string, body: string) =>
      `claim ${name}: A denies ${target} { ${body} }\n`;
    const said = (...claims: string[]) => saidBy('claim-circle', `person A\n${claims.join('')}`);
    assert.deepEqual(said(claim('C', 'C', 'note "x"')), [
      'The claim is about itself. Name what it is about.',
    ]);
    assert.equal(said(claim('C', 'A', 'answers C')).length, 1);
    assert.equal(said(claim('C', 'A', 'about C')).length, 1);
    assert.deepEqual(
      said(claim('C', 'A', 'answers D'), claim('D', 'A', 'answers E'), claim('E', 'A', 'answers C')),
      ['These claims answer each other: C → D → E → C. Whichever was made first answers nothing.'],
    );
    assert.deepEqual(said(claim('C', 'A', 'answers D'), claim('D', 'C', 'note "x"')), []);
  });
});

describe('a party', () => {
  const said = (text: string) => saidBy('self-dealing', `company A\ncompany B\n${text}`);

  it('does not deal with itself', () => {
    assert.deepEqual(said('loan L: A -> A'), ['“A” stands on both sides. Correct one of the two names.']);
    assert.deepEqual(said('loan L: A, B, A -> B'), [
      '“A” stands twice on one side. Remove one of the two names.',
      '“B” stands on both sides. Correct one of the two names.',
    ]);
    assert.equal(said('merger M: A <-> A').length, 1);
    assert.equal(said('project P: A, A').length, 1);
    assert.equal(said('fx X: EUR -> EUR { rate 1 }').length, 1);
    assert.equal(said('holding H: A -> A { stake 5% }').length, 1);
    for (const text of [
      'loan L: A -> B',
      'loan L: undisclosed -> undisclosed',
      'claim C: A denies A',
      'investment Buyback: A -> A { type tender; seller undisclosed }',
      'project P: A',
    ]) {
      assert.deepEqual(said(text), [], text);
    }
  });
});

describe('a deal that is written down twice', () => {
  const deal = (name: string, ...lines: string[]) =>
    `investment ${name}: A, B -> C {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
  const said = (...deals: string[]) =>
    saidBy('duplicate-deal', `company A\ncompany B\ncompany C\n${deals.join('')}`);
  const first = deal('First', 'amount $1B', 'status closed on 2024-06-01');

  it('is told once, whatever parties it has', () => {
    assert.deepEqual(said(first, deal('Second', 'amount ~$1.05B', 'status closed on 2024-06')), [
      '“Second”, about $1.05B (June 2024), looks like “First”, $1B (1 June 2024): the same parties, near dates, the same money. Remove one, or say that one “relates” to the other.',
    ]);
    assert.equal(said(first, deal('Second', 'amount $1B', 'status closed on 2024')).length, 1);
    assert.equal(said(first, first.replace('A, B', 'B, A').replace('First', 'Second')).length, 1);
    assert.equal(said(first, first.replace('First', 'Second'), first.replace('First', 'Third')).length, 2);
    const venture = (name: string) =>
      `venture ${name} { member B, A; budget $1B; status signed on 2024-06 }\n`;
    assert.equal(said(venture('First'), venture('Second')).length, 1);
  });

  it('is let pass where something tells the two apart', () => {
    for (const second of [
      deal('Second', 'amount $1B', 'status closed on 2024-06-01', 'relates First'),
      deal('Second', 'amount $1.1B', 'status closed on 2024-06-01'),
      deal('Second', 'amount €1B', 'status closed on 2024-06-01'),
      deal('Second', 'amount undisclosed', 'status closed on 2024-06-01'),
      deal('Second', 'amount $1B', 'status closed on 2024-07-03'),
      deal('Second', 'amount $1B', 'status closed on 2023..2024'),
      deal('Second', 'amount $1B', 'status closed'),
      deal('Second', 'amount $1B', 'status closed on 2024-06-01', 'status terminated on 2024-06-02'),
      deal('Second', 'amount $1B', 'status closed on 2024-06-01').replace('A, B', 'A'),
      deal('Second', 'amount $1B', 'status closed on 2024-06-01').replace('investment', 'round'),
      deal('First', 'amount $1B', 'status closed on 2024-06-01'),
    ]) {
      assert.deepEqual(said(first, second), [], second);
    }
    const typed = (name: string, type: string) =>
      deal(name, `type ${type}`, 'amount $1B', 'status closed on 2024-06-01').replace('investment', 'round');
    assert.deepEqual(said(typed('First', 'series-a'), typed('Second', 'bridge')), []);
    assert.equal(said(typed('First', 'series-a'), typed('Second', 'series-a, primary')).length, 1);
  });
});
