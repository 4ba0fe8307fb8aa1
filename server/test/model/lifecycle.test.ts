import assert from 'node:assert/strict';
import type { Declaration } from '../../src/model/declaration';
import { dateOfDeal, liesAhead, moneyDateOf, standingOf, statusHistory } from '../../src/model/lifecycle';
import { dayOf, describeDate } from '../../src/values/date';
import { fixtureDay, projectOf } from '../project-fixture';

/** The deal D with these lines. */
function dealWith(...lines: string[]): Declaration {
  const { project } = projectOf({ 'main.deal': `investment D: A -> B {\n${lines.join('\n')}\n}\n` });
  const deal = project.find('D');
  assert.ok(deal);
  return deal;
}

/** The history in the order in which it is understood. */
function checkHistory(lines: readonly string[], expected: string): void {
  const history = statusHistory(dealWith(...lines.map((line) => `status ${line}`)));
  assert.equal(history.map(({ status }) => status).join(' '), expected);
}

/** How a deal with these status lines stands on a day: its status, what that makes of its money, whether it was closed. */
function checkStanding(lines: readonly string[], expected: string, day = fixtureDay): void {
  const { status, commitment, wasClosed } = standingOf(
    dealWith(...lines.map((line) => `status ${line}`)),
    day,
  );
  assert.equal([status ?? 'none', commitment, ...(wasClosed ? ['closed'] : [])].join(' '), expected);
}

describe('lifecycle', () => {
  it('goes by date, whatever the order of the lines', () => {
    checkHistory(
      ['closed on 2024-03', 'rumored on 2023', 'announced on 2024-01-10'],
      'rumored announced closed',
    );
  });

  it('puts half-known dates that overlap in the order of a deal’s life', () => {
    checkHistory(['closed on 2024', 'announced on 2024-03'], 'announced closed');
    checkHistory(['announced on 2024', 'closed on 2024-03'], 'announced closed');
    checkHistory(['closed on 2024-Q1', 'signed on 2024', 'talks on 2024-02'], 'talks signed closed');
  });

  it('keeps the order of dates that can only be read one way', () => {
    checkHistory(['closed on 2024-01', 'announced on 2024-02'], 'closed announced');
  });

  it('leaves what stands on both sides of an ending where it is', () => {
    checkHistory(
      ['announced on 2022', 'withdrawn on 2023-05', 'talks on 2024', 'announced on 2024-06'],
      'announced withdrawn talks announced',
    );
    checkHistory(['announced on 2022', 'withdrawn', 'announced on 2024'], 'announced withdrawn announced');
  });

  it('reads lines without a date in the order of the lines and of a deal’s life', () => {
    checkHistory(['announced', 'closed on 2024'], 'announced closed');
    checkHistory(['closed on 2024', 'announced'], 'announced closed');
    checkHistory(['closed', 'announced on 2024'], 'announced closed');
    checkHistory(['announced on 2023', 'closed', 'terminated on 2024'], 'announced closed terminated');
    checkHistory(['withdrawn', 'announced on 2024'], 'announced withdrawn');
  });

  it('stands as its last step says', () => {
    checkStanding([], 'none promise');
    checkStanding(['rumored'], 'rumored talk');
    checkStanding(['letter on 2024-12'], 'letter talk');
    checkStanding(['announced on 2024-12'], 'announced promise');
    checkStanding(['announced on 2024-11', 'closed on 2024-12'], 'closed done closed');
    checkStanding(['closed on 2024-11', 'terminated on 2024-12'], 'terminated over closed');
    checkStanding(['signed on 2024-11', 'renegotiating on 2024-12'], 'renegotiating promise');
    checkStanding(['closed on 2024-11', 'amended on 2024-12'], 'amended done closed');
    checkStanding(['withdrawn on 2023', 'talks on 2024'], 'talks talk');
    checkStanding(['Completed on 2024-11'], 'closed done closed');
  });

  it('is not undone by a rumor that came after the announcement', () => {
    checkStanding(['announced on 2024-11', 'rumored on 2024-12'], 'announced promise');
    checkStanding(['closed on 2024-11', 'talks on 2024-12'], 'closed done closed');
    checkStanding(['announced on 2024-11', 'paused on 2024-12', 'rumored on 2025-01'], 'paused promise');
  });

  it('is seen as of a day: what lies ahead has not happened', () => {
    const lines = ['announced on 2024-05-10', 'closed on 2025-02', 'terminated on 2026'];
    checkStanding(lines, 'announced promise');
    checkStanding(lines, 'announced promise', dayOf(2024, 5, 10));
    checkStanding(lines, 'closed done closed', dayOf(2025, 2, 1));
    checkStanding(lines, 'terminated over closed', dayOf(2026, 1, 1));
    checkStanding(['announced on 2026', 'closed'], 'none promise');
  });

  it('lies ahead before its first step, or before its first date where it states none', () => {
    const deal = dealWith('status announced on 2025-02');
    assert.equal(liesAhead(deal, fixtureDay), true);
    assert.equal(liesAhead(deal, dayOf(2025, 2, 1)), false);
    assert.equal(liesAhead(dealWith('amount $1B on 2030'), fixtureDay), true);
    assert.equal(liesAhead(dealWith('amount $1B from 2030'), fixtureDay), false);
    assert.equal(liesAhead(dealWith('on 2030', 'status announced'), fixtureDay), true);
    assert.equal(liesAhead(dealWith('on 2030', 'status announced on 2024'), fixtureDay), false);
    assert.equal(liesAhead(dealWith('status announced'), fixtureDay), false);
  });

  it('dates a deal by its latest step, else by itself, else by its money', () => {
    const dateOf = (...lines: string[]) => {
      const date = dateOfDeal(dealWith(...lines), fixtureDay);
      return date && describeDate(date);
    };
    assert.equal(dateOf('status announced on 2024', 'status closed on 2024-12'), 'December 2024');
    assert.equal(dateOf('status announced on 2024-05', 'status closed'), 'May 2024');
    assert.equal(dateOf('status closed', 'on 2024-04', 'amount $1B on 2023'), 'April 2024');
    assert.equal(dateOf('tranche $1B on 2023-09-25'), '25 September 2023');
    assert.equal(dateOf('amount $14B from 2019'), '2019');
    assert.equal(dateOf('amount $14B'), undefined);
  });

  it('dates its money by the status that it counts by, and a span by all of it', () => {
    const dateOf = (...lines: string[]) => {
      const date = moneyDateOf(dealWith(...lines), fixtureDay);
      return date && describeDate(date);
    };
    assert.equal(
      dateOf('status announced on 2023', 'status closed on 2024', 'status amended on 2025'),
      '2024',
    );
    assert.equal(dateOf('status closed on 2023', 'status terminated on 2024'), '2023');
    assert.equal(dateOf('status announced on 2023', 'status rumored on 2024'), '2023');
    assert.equal(dateOf('status announced on 2023', 'status closed'), '2023');
    assert.equal(
      dateOf('status announced on 2023', 'status paused on 2024', 'status closed on 2026'),
      '2023',
    );
    assert.equal(dateOf('amount $14B from 2019'), 'since 2019');
    assert.equal(dateOf('amount $14B from 2019 until 2021'), '2019–2021');
    assert.equal(dateOf('tranche $1B on 2024', 'tranche $1B on 2022'), '2022');
    assert.equal(dateOf('amount $14B'), undefined);
  });
});
