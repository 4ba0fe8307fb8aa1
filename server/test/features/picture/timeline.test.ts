import assert from 'node:assert/strict';
import { findScope } from '../../../src/features/picture/scope';
import { timelineOf } from '../../../src/features/picture/timeline';
import type { Timeline } from '../../../src/picture/timeline';
import { formatDay } from '../../../src/values/day';
import { projectOf, sample } from '../../project-fixture';
import { finished } from './finished';

function timelineIn(files: Readonly<Record<string, string>>, name?: string): Timeline {
  const { project } = projectOf(files);
  const scope = finished(findScope(project, { ...(name !== undefined && { name }) })).value;
  assert.ok(scope);
  return finished(timelineOf(scope)).value;
}

/** A timeline in lines: each lane, then its spans and marks. */
function inLines({ lanes, undated, remarks }: Timeline): string[] {
  const days = (from: number, to: number | null) => `${formatDay(from)}..${to === null ? '' : formatDay(to)}`;
  return [
    ...lanes.flatMap(({ title, detail, disputed, spans, marks }) => [
      `${title} (${detail})${disputed ? ' !' : ''}`,
      ...spans.map(({ from, to, firmness, text }) => `  ${days(from, to)} ${firmness}: ${text}`),
      ...marks.map(({ from, to, kind, text }) => `  ${days(from, to)} ${kind}: ${text}`),
    ]),
    ...undated.map(({ title }) => `undated: ${title}`),
    ...remarks,
  ];
}

/** Checks what stands in the timeline of a whole project. */
function checkTimeline(text: string, ...expected: readonly string[]): void {
  assert.deepEqual(inLines(timelineIn({ 'main.deal': text })), expected);
}

describe('a timeline', () => {
  it('has a span for each way in which a deal stood, from the first day on that it may have', () => {
    checkTimeline(
      [
        'investment I: A -> B {',
        '  amount $5M',
        '  status rumored on 2023',
        '  status talks on 2023-03-05',
        '  status closed on 2023-06',
        '  status amended on 2024-02-01',
        '}',
      ].join('\n'),
      'A → B (investment · $5M)',
      '  2023-01-01..2023-03-05 talk: rumored',
      '  2023-03-05..2023-06-01 talk: in talks',
      '  2023-06-01..2024-02-01 done: closed',
      '  2024-02-01.. done: amended',
      '  2023-01-01..2023-12-31 status: rumored (2023)',
      '  2023-03-05..2023-03-05 status: in talks (5 March 2023)',
      '  2023-06-01..2023-06-30 status: closed (June 2023)',
      '  2024-02-01..2024-02-01 status: amended (1 February 2024)',
    );
  });

  it('says what fell out, and what a deal says nothing new of', () => {
    checkTimeline(
      'loan L: A -> B { status announced on 2024-01-10; status talks on 2024-02-10; status withdrawn on 2024-03-10 likely note "no \\"deal\\"" }',
      'A → B (loan)',
      '  2024-01-10..2024-03-10 promise: announced',
      '  2024-03-10.. over: withdrawn',
      '  2024-01-10..2024-01-10 status: announced (10 January 2024)',
      '  2024-02-10..2024-02-10 status: in talks (10 February 2024)',
      '  2024-03-10..2024-03-10 status: withdrawn (10 March 2024, likely, no "deal")',
    );
  });

  it('marks money, valuations, claims and what ends', () => {
    checkTimeline(
      [
        'round R: A -> B {',
        '  tranche $1M on 2024-01-05; tranche $2M on 2026-01; tranche $3M',
        '  paid $1M on 2024-01-06',
        '  valuation $50M post on 2024-02',
        '  status signed on 2024-01-01',
        '}',
        'supply S: A -> B { provides compute exclusive from 2024-01 until 2025-06; provides cloud until 2025-07-31; term 2y from 2024-01-01; status signed on 2024-01-01 }',
        'claim K: C disputes R.tranche { on 2024-05-01 }',
        'claim Later: C denies R { on 2025-05-01 }',
        'claim Never: C denies R',
      ].join('\n'),
      'A → B (round · $6M) !',
      '  2024-01-01.. promise: signed',
      '  2024-01-01..2024-01-01 status: signed (1 January 2024)',
      '  2024-01-05..2024-01-05 tranche: tranche of $1M (5 January 2024)',
      '  2024-01-06..2024-01-06 payment: $1M (6 January 2024) paid',
      '  2024-02-01..2024-02-29 valuation: valued at $50M (post-money, February 2024)',
      '  2024-05-01..2024-05-01 claim: C disputes the tranches of R (1 May 2024).',
      '  2026-01-01..2026-01-31 tranche: tranche of $2M (January 2026)',
      'A → B (supply contract)',
      '  2024-01-01.. promise: signed',
      '  2024-01-01..2024-01-01 status: signed (1 January 2024)',
      '  2025-06-01..2025-06-30 term: exclusivity ends: compute (June 2025)',
      '  2025-07-31..2025-07-31 term: provision ends: cloud (31 July 2025)',
      '  2025-12-31..2025-12-31 term: the term of 2y ends (31 December 2025)',
    );
  });

  it('begins where a deal says that it does, also ahead', () => {
    checkTimeline(
      [
        'grant G: A -> B { on 2030-01-01; status announced }',
        'grant H: A -> B { amount $1M from 2019 }',
      ].join('\n'),
      'A → B (grant · $1M)',
      '  2019-01-01.. promise: no status',
      'A → B (grant)',
      '  2030-01-01.. promise: announced',
    );
  });

  it('keeps open ends within what is seen', () => {
    checkTimeline(
      'grant G: A -> B { status announced on ..2024-03; status closed on 2024-06.. }',
      'A → B (grant)',
      '  2024-03-31..2024-06-01 promise: announced',
      '  2024-06-01.. done: closed',
      '  2024-03-31..2024-03-31 status: announced (until March 2024)',
      '  2024-06-01..2025-01-31 status: closed (since June 2024)',
    );
  });

  it('lists what has no date, by title; a claim about it dates it', () => {
    checkTimeline(
      [
        'investment Z "First": A -> B { amount $1M; status announced }',
        'investment Y: "שלום" -> Nobody',
        'investment X: A -> B { status announced }',
        'claim K: C denies X { on 2024-05-01 }',
      ].join('\n'),
      'A → B (investment · announced) !',
      '  2024-05-01..2024-05-01 claim: C denies X (1 May 2024).',
      'undated: First',
      'undated: שלום → Nobody',
    );
  });

  it('is empty where there are no deals', () => {
    checkTimeline('');
    checkTimeline('company A\nvaluation V: A { value $1B on 2024 }');
  });

  it('shows those with the most money of many, then the latest, and counts the others', () => {
    const lines = Array.from({ length: 5000 }, (_, index) => {
      const money = index < 40 ? `amount $${index + 1}M; ` : '';
      const year = 1600 + (index % 400);
      return `supply S${String(index).padStart(4, '0')}: A -> B${index} { ${money}status signed on ${year} }`;
    });
    const undated = Array.from({ length: 101 }, (_, index) => `grant U${index}: A -> B`);
    const { project } = projectOf({ 'main.deal': [...lines, ...undated].join('\n') });
    const scope = finished(findScope(project, { name: 'A' })).value!;
    const start = performance.now();
    const { value, steps } = finished(timelineOf(scope));
    assert.ok(performance.now() - start < 5000);
    assert.ok(steps.every((step) => step <= 3));
    assert.equal(value.lanes.length, 100);
    assert.equal(value.lanes.filter(({ detail }) => detail.includes('$')).length, 40);
    const others = value.lanes.filter(({ detail }) => !detail.includes('$'));
    assert.ok(others.every(({ spans }) => formatDay(spans[0]!.from) >= '1995-01-01'));
    assert.equal(value.undated.length, 100);
    assert.deepEqual(value.remarks, [
      '4900 more deals, of less money or earlier, have no line here.',
      '1 more deal without a date is not listed.',
    ]);
  });

  it('goes through requests as it is', () => {
    const timeline = timelineIn(sample('ai-race'));
    assert.deepEqual(JSON.parse(JSON.stringify(timeline)), timeline);
  });

  it('shows the money around Anthropic', () => {
    const { lanes, undated } = timelineIn(sample('ai-race'), 'AnthropicEcosystem');
    assert.deepEqual(
      lanes.map(({ name, spans }) => `${name} ${spans.map(({ text }) => text).join(', ')}`),
      ['AmazonAnthropic announced', 'AnthropicSeriesE in talks', 'GoogleAnthropic2025 closed'],
    );
    assert.deepEqual(
      lanes[0]?.marks.map(({ text }) => text),
      [
        'tranche of $4B (25 September 2023)',
        'announced (22 November 2024)',
        'tranche of $4B (22 November 2024)',
      ],
    );
    assert.deepEqual(
      undated.map(({ name }) => name),
      ['AwsAnthropic', 'GoogleAnthropic'],
    );
    const stargate = timelineIn(sample('ai-race')).lanes.find(({ name }) => name === 'Stargate');
    assert.equal(stargate?.detail, 'venture · $100B–$500B');
    assert.equal(stargate?.disputed, true);
  });
});
