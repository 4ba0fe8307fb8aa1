import type { Amount, Money } from '../values/money';
import { inOrder, UNDISCLOSED } from '../values/range';
import { moneyForms, type MoneyForm } from '../values/sum';
import type { Fact } from './declaration';
import { whyImpossibleMoney } from './impossible-figure';

const noForms: readonly MoneyForm[] = [];

/** In which form the money of a line is handed over; more than one where it is a mixture, none where that is not said. */
export function formsIn({ flags }: Fact): readonly MoneyForm[] {
  return flags.size === 0 ? noForms : moneyForms.filter((form) => flags.has(form));
}

/** Money that nobody knows, not even in which currency. */
const notKnown: Amount = { currency: '', range: UNDISCLOSED };

/**
 * Money as it counts: bounds that are written the wrong way round are meant the other way, and of what cannot be the
 * amount is not known.
 */
export function asMeant<T extends Money>(money: T): T | Amount {
  if (whyImpossibleMoney(money)) return notKnown;
  const range = inOrder(money.range);
  return range === money.range ? money : { ...money, range };
}

/** Money that does not recur, as it counts; undefined for a rate. */
export function amountIn(money: Money | undefined): Amount | undefined {
  return money && !money.per ? asMeant(money) : undefined;
}

/** Whether a line has happened by a day, as far as it can have; one without a date has. */
export function isOf(line: Pick<Fact, 'on' | 'from'>, day: number): boolean {
  const date = line.on ?? line.from;
  return !date || date.earliest <= day;
}

/**
 * Lines without those that report what another source reports in a line above: that are alike, and cite nothing in
 * common with it.
 * @param kindOf what lines have to have in common to be alike; undefined for a line that is like no other
 */
export function reportedOnce(
  lines: readonly Fact[],
  kindOf: (line: Fact) => string | undefined,
): readonly Fact[] {
  if (lines.length < 2) return lines;
  const citedAbove = new Map<string, ReadonlySet<string>[]>();
  return lines.filter((line) => {
    const kind = line.sources.length === 0 ? undefined : kindOf(line);
    if (kind === undefined) return true;
    const cited = new Set(line.sources.map((source) => source.text));
    const above = citedAbove.get(kind);
    if (!above) citedAbove.set(kind, [cited]);
    else if (above.some((others) => isDisjoint(others, cited))) return false;
    else if (!above.some((others) => isSame(others, cited))) above.push(cited);
    return true;
  });
}

/** What instalments and payments have to have in common: a day. */
export function dayOfLine({ on }: Fact): string | undefined {
  return on && `${on.earliest} ${on.latest}`;
}

function isDisjoint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const one of a) if (b.has(one)) return false;
  return true;
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size !== b.size) return false;
  for (const one of a) if (!b.has(one)) return false;
  return true;
}
