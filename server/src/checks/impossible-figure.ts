import * as l10n from '@vscode/l10n';
import { findModifier } from '../language/tree';
import { moneyFactOf, recurredOf } from '../model/deal';
import { factOf, factsOf, type Declaration, type Fact } from '../model/declaration';
import { whyImpossible, whyImpossibleMoney } from '../model/impossible-figure';
import { allIn, sumReported, wholesOf } from '../model/readings';
import { formatMoney, describeMoney, type Amount } from '../values/money';
import { formatPercent } from '../values/percent';
import { formatQuantity } from '../values/quantity';
import { formatNumber } from '../values/plain-number';
import { formatMultiple } from '../values/multiple';
import { certainlyGreater, inOrder, isExact, withBounds, type Range } from '../values/range';
import type { Value } from '../model/value';
import type { Fix, Found, LocalCheck } from '../project/check';

export const impossibleFigure: LocalCheck = {
  scope: 'item',
  code: 'impossible-figure',
  severity: 'error',
  title:
    'A figure cannot be: paid exceeds promised, minimum above maximum, negative, percent outside 0–100, more money than there is',
  docs: 'What was `paid` cannot exceed what was promised, however the figures are rounded and whichever source is right; a range goes from the smaller to the larger figure; money and quantities are not negative (what flows back is a deal of its own); an exchange rate is more than nothing; a stake lies between 0% and 100%; nobody has more than $1,000T, or 1,000,000T of a currency with a small unit. A single figure that cannot be counts as not known in every sum. _Fix all_ puts the two ends of a range in order.',
  examples: {
    bad: 'company Amazon\ncompany Anthropic\n\ninvestment Deal: Amazon -> Anthropic {\n  amount $4B per <https://example.com>\n  paid   $5B on 2024-03-27\n  stake  130%\n}\n',
    good: 'company Amazon\ncompany Anthropic\n\ninvestment Deal: Amazon -> Anthropic {\n  amount $4B per <https://example.com>\n  paid   $2.75B on 2024-03-27\n  stake  13%\n}\n',
  },
  concerns: ({ declaration }) =>
    declaration !== undefined && (factOf(declaration, 'paid') !== undefined || mayRecur(declaration)),
  looksAtValues: true,
  run: ({ declaration }) => {
    if (!declaration) return [];
    return [...declaration.facts.flatMap(figuresOf), ...recurring(declaration), ...overpaid(declaration)];
  },
};

function figuresOf(fact: Fact): Found[] {
  return [...fact.values, ...ownPart(fact)].flatMap((value): Found[] => {
    const figure = rangeOf(value);
    if (!figure) return [];
    const { range, write } = figure;
    const { min, max } = range;
    if (min && max && min.gt(max)) {
      const text = write(range);
      const swapped = write(withBounds(range, max, min));
      return [
        {
          span: value.node,
          message: l10n.t('{0} runs from the larger figure to the smaller. Write {1}.', text, swapped),
          fixes: [
            {
              title: l10n.t('Change to {0}', swapped),
              edits: [{ start: value.node.start, end: value.node.end, text: swapped }],
              preferred: true,
              isSafe: true,
            },
          ],
        },
      ];
    }
    // Who turns one currency into another gets something for it.
    if (fact.name === 'rate' && (min?.lt(0) || max?.lte(0))) {
      return [
        {
          span: value.node,
          message: l10n.t(
            'An exchange rate of {0} cannot be: one unit buys more than nothing. Correct the rate.',
            write(range),
          ),
        },
      ];
    }
    const message = impossibleText(value, write(range));
    return message === undefined ? [] : [{ span: value.node, message }];
  });
}

/** Whether the money of a declaration has a time over which it can recur: a matter of its structure. */
function mayRecur(declaration: Declaration): boolean {
  const fact = moneyFactOf(declaration);
  if (!fact) return false;
  return declaration.states('term') || findModifier(fact.node, 'over') !== undefined;
}

/** Money that recurs, each time no more than there is, but over all of its time. */
function recurring(declaration: Declaration): Found[] {
  const fact = moneyFactOf(declaration);
  const total = recurredOf(declaration);
  const value = fact?.values[0];
  if (!value || value.type !== 'money' || whyImpossible(value) || !total) return [];
  if (whyImpossibleMoney(total) !== 'more than there is') return [];
  const message = l10n.t(
    '{0} comes to {1} over all of its time, more than there is. A suffix or the time may be too large.',
    formatMoney(value.money),
    formatMoney(total),
  );
  return [{ span: value.node, message }];
}

/** What a party is said to put in (`with $5M`), where there is something wrong with it: its place takes the tree. */
function ownPart(fact: Fact): Value[] {
  const money = fact.name === 'lead' || fact.name === 'member' ? fact.with : undefined;
  if (!money || (!whyImpossibleMoney(money) && inOrder(money.range) === money.range)) return [];
  const node = fact.node.modifiers.find(({ name }) => name === 'with')?.values[0];
  return node ? [{ type: 'money', money, node }] : [];
}

function impossibleText(value: Value, figure: string): string | undefined {
  switch (whyImpossible(value)) {
    case 'negative':
      return l10n.t('{0} is negative. What flows back is a deal of its own, in the other direction.', figure);
    case 'no share':
      return l10n.t('{0} lies outside 0% to 100%.', figure);
    case 'more than there is':
      return l10n.t('{0} is more than there is. A suffix may be too large.', figure);
    case undefined:
      return undefined;
  }
}

function rangeOf(value: Value): { range: Range; write: (range: Range) => string } | undefined {
  switch (value.type) {
    case 'money': {
      const { money } = value;
      return { range: money.range, write: (range) => formatMoney({ ...money, range }) };
    }
    case 'quantity': {
      const { quantity } = value;
      return { range: quantity.range, write: (range) => formatQuantity({ ...quantity, range }) };
    }
    case 'percent':
      return { range: value.range, write: formatPercent };
    case 'multiple':
      return { range: value.range, write: formatMultiple };
    case 'number':
      return { range: value.range, write: formatNumber };
    default:
      return undefined;
  }
}

/** Promises what was paid, where one line says how much was promised. */
function raising(deal: Declaration, paid: Amount): Fix[] {
  const [promised, another] = [...factsOf(deal, 'amount'), ...factsOf(deal, 'budget')];
  const value = promised?.values[0]?.node;
  if (!promised || !value || another || promised.money?.per || !isExact(paid.range)) return [];
  const text = formatMoney(paid);
  return [
    {
      title: l10n.t('Change the “{0}” to {1}', promised.name, text),
      edits: [{ start: value.start, end: value.end, text }],
    },
  ];
}

function overpaid(declaration: Declaration): Found[] {
  const payments = factsOf(declaration, 'paid');
  const last = payments.at(-1);
  if (!last) return [];
  const reading = sumReported(payments);
  const wholes = reading && allIn(reading.money.currency, wholesOf(declaration));
  if (!wholes || !wholes.every(({ covered }) => certainlyGreater(reading.covered, covered))) return [];
  const paid = reading.money;
  const [{ money: promised }] = wholes;
  const related = declaration.facts
    .filter(
      (fact) => fact.name === 'amount' || fact.name === 'budget' || (fact.name === 'paid' && fact !== last),
    )
    .map((fact) => ({
      declaration,
      span: fact.node,
      message: l10n.t('the “{0}” it is measured against', fact.name),
    }));
  return [
    {
      span: last.node,
      message: l10n.t(
        'Paid comes to {0}, promised is {1}. Correct a payment, or raise the amount.',
        describeMoney(paid),
        describeMoney(promised),
      ),
      related,
      fixes: raising(declaration, paid),
    },
  ];
}
