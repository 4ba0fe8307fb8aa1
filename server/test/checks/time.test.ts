import assert from 'node:assert/strict';
import fc from 'fast-check';
import { futureAsFact } from '../../src/checks/future-as-fact';
import { DealDocument } from '../../src/language/document';
import { defaultSettings } from '../../src/model/corpus';
import { Findings } from '../../src/project/findings';
import { Project } from '../../src/project/project';
import { dateAfter, dayOf, daysApart, fromDay, onDay, readDate, type DealDate } from '../../src/values/date';
import { dayAfter, readDuration } from '../../src/values/duration';
import { propertyRuns } from '../language/random-text';
import { allFindings, uriOf } from '../project-fixture';
import { placesOf, saidBy } from './said';

const world =
  'company A\ncompany B\ncompany C\nsource early { published 2024-03 }\nsource late { published 2025-01-20 }\nsource undated\n';

function deal(head: string, ...lines: string[]): string {
  return `${head} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
}

function dateOf(text: string): DealDate {
  const reading = readDate(text);
  assert.ok(reading.ok, text);
  return reading.value;
}

function after(date: string, duration: string): DealDate {
  const reading = readDuration(duration);
  assert.ok(reading.ok, duration);
  return dateAfter(dateOf(date), reading.value);
}

describe('a date after another one', () => {
  it('is known as well as that', () => {
    for (const [date, duration, expected] of [
      ['2024-01-31', '1mo', '2024-02-29'],
      ['2024-02-29', '1y', '2025-02-28'],
      ['2024-12-30', '1w3d', '2025-01-09'],
      ['2024-02', '18mo', '2025-08'],
      ['2024-Q1', '6mo', '2024-Q3'],
      ['2024', '2y', '2026'],
      ['~2024', '2y', '~2026'],
      ['2024', '6mo', '2024-07..2025-06'],
      ['2024-02', '10d', '2024-02-11..2024-03-10'],
      ['2024..', '6mo', '2024-07..'],
    ] as const) {
      assert.deepEqual(after(date, duration), dateOf(expected), `${date} + ${duration}`);
    }
  });

  it('comes later, by as many months of the calendar', () => {
    const days = fc.integer({ min: dayOf(1990, 1, 1), max: dayOf(2060, 1, 1) });
    fc.assert(
      fc.property(days, fc.nat({ max: 400 }), fc.nat({ max: 500 }), (day, months, extra) => {
        const moved = dayAfter(day, { years: 0, months, weeks: 0, days: 0 });
        const [from, to] = [fromDay(day), fromDay(moved)];
        assert.equal(to.year * 12 + to.month - from.year * 12 - from.month, months);
        assert.ok(to.day === from.day || (to.day < from.day && fromDay(moved + 1).day === 1));
        assert.equal(dayAfter(day, { years: 0, months, weeks: 0, days: extra }), moved + extra);
        assert.equal(daysApart(onDay(day), onDay(moved)), moved - day);
      }),
      { numRuns: propertyRuns },
    );
  });
});

describe('what was expected', () => {
  const said = (...lines: string[]) =>
    saidBy('expectation-passed', world + deal('investment Deal: A -> B', ...lines));

  it('by a day that has passed wants to be followed', () => {
    assert.deepEqual(said('status announced on 2024-01', 'status closed on 2024-06 likely', 'per undated'), [
      '“closed” was expected June 2024, which has passed. Write what became of it, or when it is expected now.',
    ]);
    assert.equal(said('status closed on 2024-06 uncertain per early').length, 1);
    assert.equal(said('status closed on 2024-06 speculative').length, 1);
    assert.equal(said('status closed on 2024-06 likely per early', 'status talks on 2024-05').length, 1);
  });

  it('is let pass where the day has not come, where more is known, or where it was known by then', () => {
    for (const lines of [
      ['status closed on 2025-01 likely per early'],
      ['status closed on 2024.. likely per early'],
      ['status closed on ~2025-01 likely per early'],
      ['status closed on 2024-06 likely per early', 'status closed on 2024-08'],
      ['status closed on 2024-06 likely per late'],
      ['status closed on 2024-06 likely', 'per late'],
      ['status closed on 2024-06 likely', 'amount $1B per late'],
      ['status closed on 2024-06 likely per undated'],
      ['status closed on 2024-06 likely per <https://a.example>'],
      ['status closed likely per early'],
      ['status closed on 2024-06 per early'],
    ]) {
      assert.deepEqual(said(...lines), [], lines.join());
    }
  });

  it('by a claim is looked for in the deal', () => {
    const forecast = (status: string, ...history: string[]) =>
      saidBy(
        'expectation-passed',
        world +
          deal('supply Deal: A -> B', 'provides data', ...history) +
          deal('claim Forecast: C expects Deal.status', `status ${status}`),
      );
    assert.deepEqual(forecast('closed on 2024-06 likely', 'status signed on 2023'), [
      '“closed” was expected June 2024, which has passed, and “Deal” has no status since. Write there what became of it.',
    ]);
    for (const [status, ...history] of [
      ['closed on 2025.. likely', 'status signed on 2023'],
      ['closed on 2024-06', 'status signed on 2024-07'],
      ['closed on 2024-06', 'status signed on 2023', 'status closed on 2024-02'],
      ['closed on 2024-06', 'status signed'],
      ['closed on 2024-06'],
      ['closed', 'status signed on 2023'],
    ] as const) {
      assert.deepEqual(forecast(status, ...history), [], history.join());
    }
  });
});

describe('a contract that has run out', () => {
  const said = (...lines: string[]) => saidBy('term-passed', world + deal('license Deal: A -> B', ...lines));

  it('says what became of it', () => {
    assert.deepEqual(said('term 18mo from 2023-01', 'status signed on 2023-01'), [
      'This ended July 2024, but the deal is still “signed”. Write what became of it, such as “status expired”.',
    ]);
    assert.deepEqual(said('term 1y from 2023-05-01'), [
      'This ended 30 April 2024. Write what became of the deal, such as “status expired”.',
    ]);
    assert.equal(said('provides data until 2024-06', 'status signed on 2023').length, 1);
    assert.equal(said('term 5y from 2022 until 2024', 'status signed on 2022').length, 1);
  });

  it('with an exclusivity says what is provided since that ended', () => {
    const exclusive = 'provides data, models exclusive from 2022 until 2024-06';
    assert.deepEqual(said(exclusive, 'status signed on 2022'), [
      'The exclusivity ended June 2024, and nothing says what holds since. Write what is still provided, such as “provides data, models from 2024-07-01”, or what became of the deal.',
    ]);
    assert.deepEqual(said(exclusive, 'provides data, models from 2024-07-01', 'status signed on 2022'), []);
    assert.deepEqual(said(exclusive, 'status signed on 2022', 'status expired on 2024-06'), []);
  });

  it('is let pass where it runs, is over, or is being seen to', () => {
    for (const lines of [
      ['term 18mo from 2023-08', 'status signed on 2023-08'],
      ['term 1y from 2024', 'status signed on 2024'],
      ['term 18mo', 'status signed on 2020'],
      ['term 18mo from 2021', 'status signed on 2021', 'status expired on 2022'],
      ['term 18mo from 2021', 'status signed on 2021', 'status renegotiating'],
      ['term 18mo from 2021', 'status signed on 2021', 'status amended on 2022'],
      ['term 18mo from 2021', 'status signed on 2021', 'status paused on 2024'],
      ['term 18mo from 2021', 'status talks on 2021'],
      ['provides data until 2024-06', 'provides models', 'status signed on 2023'],
      ['provides data exclusive until 2025-01', 'status signed on 2023'],
      ['provides data until 2024..', 'status signed on 2023'],
    ]) {
      assert.deepEqual(said(...lines), [], lines.join());
    }
    const project = (status: string) =>
      saidBy('term-passed', world + deal('project Plant: A', 'term 2y from 2020', `status ${status}`)).length;
    assert.equal(project('announced on 2020'), 1);
    assert.equal(project('closed on 2021'), 0);
  });
});

describe('a lifetime', () => {
  const said = (life: string, ...lines: string[]) =>
    saidBy(
      'outside-lifetime',
      `company A\ncompany B { ${life} }\n${deal('investment Deal: A -> B', ...lines)}`,
    );

  it('bounds what a party does', () => {
    assert.deepEqual(said('founded 2021', 'status closed on 2020-12'), [
      'B was founded only 2021, after this (December 2020). Correct one of the dates.',
    ]);
    assert.deepEqual(said('closed 2021', 'status announced on 2022'), [
      'B was closed 2021, before this (2022). Correct one of the dates.',
    ]);
    assert.equal(said('founded 2021', 'tranche $1B on 2020').length, 1);
    assert.equal(said('founded 2021', 'paid $1B on 2020').length, 1);
    const held = 'company A { founded 2021 }\ncompany B\n' + deal('holding H: A -> B', 'stake 5% on 2020');
    assert.equal(saidBy('outside-lifetime', held).length, 1);
    const member =
      'company A { founded 2021 }\n' + deal('venture V', 'member A from 2019', 'status closed on 2019');
    assert.deepEqual(placesOf('outside-lifetime', member), ['member A from 2019 | founded 2021']);
  });

  it('bounds what lasts, by its beginning and by its end', () => {
    for (const [life, ...lines] of [
      ['founded 2021', 'stake 5% from 2015 until 2018'],
      ['founded 2021', 'stake 5% from 2020'],
      ['founded 2021', 'provides compute until 2020'],
      ['closed 2021', 'provides compute from 2022'],
      ['closed 2021', 'stake 5% from 2022-01'],
    ] as const) {
      assert.equal(said(life, ...lines).length, 1, `${life} ${lines.join()}`);
    }
    for (const [life, ...lines] of [
      ['founded 2021', 'stake 5% from 2021'],
      ['founded 2021', 'provides compute from 2021 until 2022'],
      ['closed 2021', 'provides compute from 2021 until 2025'],
      ['closed 2021', 'provides compute until 2022'],
      ['closed 2021', 'stake 5% from 2022 likely'],
    ] as const) {
      assert.deepEqual(said(life, ...lines), [], `${life} ${lines.join()}`);
    }
  });

  it('bounds roles at a party, and whose unit it becomes', () => {
    const role = (life: string, line: string) =>
      placesOf(
        'outside-lifetime',
        `company A { ${life} }\nperson P { role CEO at B from 1990; ${line} }\ncompany B\n`,
      );
    assert.deepEqual(role('founded 2021', 'role CEO at A until 2012'), [
      'role CEO at A until 2012 | founded 2021',
    ]);
    assert.deepEqual(role('closed 2021', 'role CEO at A from 2022'), [
      'role CEO at A from 2022 | closed 2021',
    ]);
    assert.deepEqual(role('founded 2021', 'role founder at A from 2019'), []);
    assert.deepEqual(role('closed 2021', 'role CEO at A from 2019 until 2023'), []);
    const unit = (line: string) =>
      saidBy('outside-lifetime', `company B\ncompany A { closed 2021; ${line} }\n`);
    assert.deepEqual(unit('parent B from 2022'), [
      'A was closed 2021, before this (2022). Correct one of the dates.',
    ]);
    assert.equal(unit('provides compute from 2022').length, 1);
    for (const line of ['parent B from 2021', 'parent B from 2019 until 2023', 'aka "Brand" from 2022']) {
      assert.deepEqual(unit(line), [], line);
    }
  });

  it('leaves room for half-known dates, plans, and what is left behind', () => {
    for (const [life, ...lines] of [
      ['founded 2021', 'status closed on 2021-01'],
      ['founded ~2021', 'status closed on 2020-12'],
      ['founded 2021 uncertain', 'status closed on 2018'],
      ['founded 2021 per <https://a.example>; founded 2017 per <https://b.example>', 'status closed on 2018'],
      ['founded 2021', 'status announced on 2018'],
      ['founded 2021', 'status closed on 2018 uncertain'],
      ['founded 2021', 'status closed'],
      ['closed 2021', 'status signed on 2021-12'],
      ['closed 2021', 'status terminated on 2023'],
      ['closed 2021', 'status signed on 2020', 'paid $1B on 2023'],
      ['closed 2021', 'status closed on 2023 likely'],
    ] as const) {
      assert.deepEqual(said(life, ...lines), [], `${life} ${lines.join()}`);
    }
    const member = 'company A { founded 2021 }\n' + deal('venture V', 'member A', 'status closed on 2019');
    assert.deepEqual(saidBy('outside-lifetime', member), []);
    const adviser =
      'company A { founded 2021 }\ncompany B\ncompany C\n' +
      deal('grant G: B -> C', 'adviser A', 'status closed on 2019');
    assert.deepEqual(saidBy('outside-lifetime', adviser), []);
  });
});

describe('a party that was bought', () => {
  const bought = (...lines: string[]) => deal('acquisition Sale: A -> B', 'status closed on 2020', ...lines);
  const round = (...lines: string[]) => deal('round Later: C -> B', 'status closed on 2023', ...lines);
  const said = (...texts: string[]) => saidBy('bought-party-acts', world + texts.join(''));

  it('raises nothing from others, and is sold by nobody else', () => {
    assert.deepEqual(said(bought(), round()), [
      'B raises money from others after A bought it (“Sale”, 2020). If that was a part of it, say so there: “type majority”, or its stake.',
    ]);
    assert.equal(said(bought('stake 100%'), round('lead C')).length, 1);
    const resold = (seller: string) =>
      deal('acquisition Again: C -> B', `seller ${seller}`, 'status closed on 2022');
    assert.deepEqual(said('company Z\n', bought(), resold('Z')), [
      'B is sold by Z after A bought it (“Sale”, 2020). Correct the seller, or say there that it was a part: “type majority”, or its stake.',
    ]);
    assert.deepEqual(said(bought(), resold('A')), []);
    assert.deepEqual(said(bought(), resold('B')), []);
    assert.deepEqual(said(bought(), resold('undisclosed')), []);
    assert.deepEqual(said('company Unit { parent A }\n', bought(), resold('Unit')), []);
    assert.deepEqual(placesOf('bought-party-acts', world + bought() + round()), ['Later | Sale']);
  });

  it('goes on as a unit, and may have been bought in part, before, or by somebody who sold it', () => {
    for (const texts of [
      [bought('type majority'), round()],
      [bought('type minority'), round()],
      [bought('type assets'), round()],
      [bought('type acquihire'), round()],
      [bought('stake 60%'), round()],
      [bought('stake >60%'), round()],
      [bought(), round('lead A')],
      [bought(), round('type IPO')],
      [bought(), round('type secondary', 'seller A')],
      [bought(), round(), deal('holding H: C -> B', 'stake 5% on 2022')],
      [bought(), round().replace('C -> B', 'undisclosed -> B')],
      [bought(), round().replace('C -> B', 'A -> B')],
      [bought(), round().replace('closed on 2023', 'talks on 2024-12')],
      [bought(), round().replace('on 2023', 'on 2020')],
      [bought(), round().replace('on 2023', 'on 2018')],
      [bought(), round('status announced on 2019')],
      [bought(), deal('supply Later: B -> C', 'provides data', 'status signed on 2023')],
      [bought(), deal('investment Later: B -> C', 'status signed on 2023')],
      [bought(), deal('grant Later: C -> B', 'status signed on 2023')],
      [bought('status terminated on 2021'), round()],
      [bought().replace('closed', 'announced'), round()],
      [bought().replace('on 2020', 'on 2020 uncertain'), round()],
      [bought(), deal('acquisition Again: C -> B', 'status closed on 2022'), round()],
      ['company Z { parent A }\n', bought(), round().replace('C -> B', 'Z -> B')],
    ]) {
      assert.deepEqual(said(...texts), [], texts.join(''));
    }
    const left = world.replace('company B', 'company B { parent A until 2022 }');
    assert.deepEqual(saidBy('bought-party-acts', left + bought() + round()), []);
  });
});

describe('the future', () => {
  const said = (...lines: string[]) => saidBy('future-as-fact', world + deal('grant Deal: A -> B', ...lines));

  it('is no fact', () => {
    assert.deepEqual(said('status closed on 2025-06 per undated'), [
      'June 2025 lies ahead, but is stated as a fact. Correct the date, or say how sure it is, such as “likely”.',
    ]);
    assert.equal(said('paid $1B on 2025-02-01').length, 1);
    assert.equal(saidBy('future-as-fact', 'source S { published 2026 }\n').length, 1);
    assert.equal(saidBy('future-as-fact', 'company A { founded 2026 }\n').length, 1);
    assert.equal(saidBy('future-as-fact', world + deal('claim Claim: C denies A', 'on 2026')).length, 1);
    for (const lines of [
      ['status closed on 2025-06 likely'],
      ['status closed on 2025'],
      ['status closed on ~2025-02'],
      ['status signed from 2019'],
      ['tranche $1B on 2026'],
      ['amount $1B from 2026 until 2030'],
    ]) {
      assert.deepEqual(said(...lines), [], lines.join());
    }
    assert.deepEqual(
      saidBy('future-as-fact', world + deal('claim Claim: C expects A', 'on 2026', 'status closed on 2027')),
      [],
    );
  });

  it('is what comes after today, whatever day a project is seen from', () => {
    const text = world + deal('grant Deal: A -> B', 'status closed on 2025-06');
    const aheadOn = (today: number, asOf: number) => {
      const project = new Project(
        'file:///project',
        () => asOf,
        () => defaultSettings,
        () => today,
      );
      const findings = new Findings(project, [futureAsFact], () => assert.fail());
      findings.invalidate(project.setFile(uriOf('a.deal'), DealDocument.parse(text)));
      return allFindings(project, findings).length;
    };
    const [before, after] = [dayOf(2025, 5, 31), dayOf(2025, 6, 1)];
    assert.equal(aheadOn(before, before), 1);
    assert.equal(aheadOn(before, after), 1);
    assert.equal(aheadOn(after, before), 0);
  });

  it('is not known to a source', () => {
    assert.deepEqual(said('paid $1B on 2024-06 per early'), [
      'No source of this line is as late as June 2024: to them it lay ahead. Cite one that knows of it, correct the date, or say how sure it is.',
    ]);
    assert.equal(said('status announced on 2024-06', 'per early').length, 1);
    for (const lines of [
      ['paid $1B on 2024-03-15 per early'],
      ['paid $1B on 2024-06 per early, late'],
      ['paid $1B on 2024-06 per early, undated'],
      ['paid $1B on 2024-06 per early, <https://a.example>'],
      ['paid $1B on 2024-06 per early likely'],
      ['tranche $1B on 2024-06 per early'],
      ['paid $1B on 2024-06', 'amount $1B per early'],
    ]) {
      assert.deepEqual(said(...lines), [], lines.join());
    }
    // Told by the check of closings, where no source of the deal knows of it; else here.
    assert.deepEqual(said('status closed on 2024-06 per early'), []);
    assert.equal(said('status closed on 2024-06 per early', 'amount $1B per late').length, 1);
  });
});

describe('rounds', () => {
  const round = (name: string, ...lines: string[]) => deal(`round ${name}: A -> B`, ...lines);

  it('have labels in their order', () => {
    const said = (...deals: string[]) => saidBy('round-order', world + deals.join(''));
    const b = round('First', 'type series-b', 'status closed on 2022');
    assert.deepEqual(said(b, round('Second "Series A"', 'status closed on 2023')), [
      '“Series A” (2023) comes after “series-b” (2022). Correct a label or a date if that is not so.',
    ]);
    for (const other of [
      round('Second "Series C"', 'status closed on 2023'),
      round('Second "Series B"', 'status closed on 2023'),
      round('Second "Series A"', 'status closed on 2022-06'),
      round('Second "Series A"', 'status closed'),
      round('Second "Series A"', 'status talks on 2023'),
      round('Second "Series A"', 'type bridge', 'status closed on 2023'),
      round('Second "Series A extension"', 'status closed on 2023'),
      deal('round Second "Series A": A -> C', 'status closed on 2023'),
    ]) {
      assert.deepEqual(said(b, other), [], other);
    }
  });

  it('go down where the price does, by every reading', () => {
    const said = (...deals: string[]) => saidBy('down-round', world + deals.join(''));
    const first = (valuation: string, ...lines: string[]) =>
      round('First', `valuation ${valuation}`, 'status closed on 2022', ...lines);
    const second = (valuation: string, ...lines: string[]) =>
      round('Second', `valuation ${valuation}`, 'status closed on 2023', ...lines);
    assert.deepEqual(said(first('$10B post'), second('$6B post')), [
      'A down round: even the post-money valuation of $6B is below the post-money valuation of $10B of “First” (2022).',
    ]);
    assert.deepEqual(
      said(first('$10.0B post', 'valuation $9.0B pre'), second('$9.5B pre', 'valuation $11B post')),
      [
        'A down round: the pre-money valuation of $9.5B is below the post-money valuation of $10B of “First” (2022).',
      ],
    );
    assert.deepEqual(said(first('$9.0B pre', 'amount $1.0B'), second('$10.0B post', 'amount $1.0B')), [
      'A down round: the pre-money valuation of $9B ($10B post-money less $1B of new money) is below the post-money valuation of $10B ($9B pre-money and $1B of new money) of “First” (2022).',
    ]);
    assert.deepEqual(said(first('$10B'), second('$6B')), [
      'A down round: the valuation of $6B is below the valuation of $10B of “First” (2022).',
    ]);
    assert.deepEqual(
      placesOf(
        'down-round',
        world + first('$9B pre', 'valuation $10B post') + second('$11B post', 'valuation $8B pre'),
      ),
      ['valuation $8B | valuation $10B post'],
    );
    // At one price the new money makes the difference.
    assert.deepEqual(said(first('$10.0B post'), second('$10.0B post')), []);
    assert.equal(said(first('$10.0B post'), second('$10.0B post', 'amount $1.0B')).length, 1);
    assert.equal(said(first('$9.0B pre', 'amount $1.0B'), second('$9.5B pre')).length, 1);
    assert.deepEqual(said(first('$9.0B', 'amount $1.0B'), second('$9.5B')), []);
    assert.deepEqual(said(first('$10.0B post'), second('$10.4B', 'amount $1.0B')), []);
    // What several report all has to be below, and of what may be debt or existing shares nothing is worked out.
    assert.deepEqual(
      said(first('$10B post per early', 'valuation $5B post per late'), second('$6B post')),
      [],
    );
    assert.deepEqual(
      said(first('$10B post'), second('$6B post per early', 'valuation $12B post per late')),
      [],
    );
    assert.deepEqual(said(first('$10B post'), second('$6B pre per early', 'valuation $12B per late')), []);
    assert.deepEqual(said(first('$10.0B post'), second('$10.4B post', 'amount $1.0B', 'debt $0.8B')), []);
    assert.deepEqual(said(first('$10.0B post'), second('$10.4B post', 'amount $1.0B', 'type IPO')), []);
    assert.deepEqual(
      said(first('$10.0B post'), second('$10.4B post', 'amount $1.0B per early', 'amount $0.1B per late')),
      [],
    );
    for (const deals of [
      [first('$10B post'), second('~$9.5B post')],
      [first('$5B..$10B post'), second('$6B post')],
      [first('$10B post'), second('€6B post')],
      [first('$10B post'), second('$6B post', 'type secondary')],
      [first('$10B post'), round('Second', 'valuation $6B post', 'status talks on 2023')],
      [first('$10B post'), round('Second', 'valuation $6B post', 'status closed on 2022-06')],
      [first('$10B post', 'status terminated on 2022-09'), second('$6B post')],
    ]) {
      assert.deepEqual(said(...deals), [], deals.join(''));
    }
  });

  it('are no down rounds where prices rise', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 500 }), fc.boolean()), {
          minLength: 2,
          maxLength: 5,
        }),
        (steps) => {
          let worth = 100;
          const deals = steps.map(([amount, rise, isPre], index) => {
            const pre = worth + rise;
            worth = pre + amount;
            const valuation = isPre ? `$${pre}M pre` : `$${worth}M post`;
            return round(
              `R${index}`,
              `amount $${amount}M`,
              `valuation ${valuation}`,
              `status closed on ${2010 + index}`,
            );
          });
          assert.deepEqual(saidBy('down-round', world + deals.join('')), []);
        },
      ),
      { numRuns: propertyRuns },
    );
  });
});

describe('an end', () => {
  const said = (text: string) => saidBy('ends-before-it-begins', `source a\nsource b\n${text}`);

  it('comes after the beginning', () => {
    assert.deepEqual(said('company A { founded 2020; closed 2010 }\n'), [
      'A was closed (2010) before it was founded (2020). Correct one of the dates.',
    ]);
    assert.deepEqual(said('company B\ncompany A { parent B from 2024 until 2020 }\n'), [
      'This ends (2020) before it begins (2024). Correct one of the dates.',
    ]);
    assert.equal(said('supply D: A -> B { provides compute from 2024-03 until 2024-02 }\n').length, 1);
    assert.equal(said('company A { founded 2020 per a; founded 2021 per b; closed 2010 }\n').length, 1);
    assert.deepEqual(said('source c { published 2025-01-22; retrieved 2024-12 }\n'), [
      '“c” was read (December 2024) before it was published (22 January 2025). Correct one of the dates.',
    ]);
  });

  it('leaves room for the time that something is spread over', () => {
    const money = (line: string) => said(`company A\ncompany B\nsupply D: A -> B { amount $1B ${line} }\n`);
    assert.deepEqual(money('over 5y from 2024 until 2026'), [
      '5y does not fit between 2024 and 2026. Correct the time or one of the dates.',
    ]);
    assert.equal(money('over 18mo from 2024-01 until 2024-12').length, 1);
    for (const line of [
      'over 5y from 2024 until 2027',
      'over 5y from 2024-06-15 until 2029-06-10',
      'over 12mo from 2024-01 until 2024-12',
      'over 1y from 2024 until 2030',
      'over 5y until 2026',
      'over 5y from 2024 until 2026 likely',
      'over 5y from 2024 until ~2027',
    ]) {
      assert.deepEqual(money(line), [], line);
    }
  });

  it('comes after the day on which something still holds', () => {
    assert.deepEqual(said('venture V { member A on 2025 until 2020 }\n'), [
      'This ended (2020) before the day on which it is said to hold (2025). Correct one of the dates.',
    ]);
    assert.equal(said('company A { parent B on 2022 until 2020 }\n').length, 1);
    for (const text of [
      'venture V { member A on 2019 from 2020 until 2023 }\n',
      'venture V { member A on 2020-06 until 2020 }\n',
      'supply D: A -> B { amount $1B on 2025 from 2020 until 2023 }\n',
      'supply D: A -> B { paid $1B on 2025 from 2020 until 2023 }\n',
    ]) {
      assert.deepEqual(said(text), [], text);
    }
  });

  it('may be in the same year, unsure, or reported otherwise', () => {
    for (const text of [
      'company A { founded 2020; closed 2020 }\n',
      'company A { founded 2020; closed 2010 uncertain }\n',
      'company A { founded 2020 per a; founded 2009 per b; closed 2010 }\n',
      'company A { founded 2020? ; closed 2019 }\n',
      'source c { published 2025-01-22; retrieved 2025-01-21 }\n',
      'supply D: A -> B { provides compute from 2024-03 until 2024 }\n',
      'supply D: A -> B { provides compute from ~2024 until 2023-11 }\n',
      'supply D: A -> B { provides compute from 2024 until 2020 likely }\n',
    ]) {
      assert.deepEqual(said(text), [], text);
    }
  });
});
