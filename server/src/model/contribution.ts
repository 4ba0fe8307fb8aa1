import { addMoney, addSums, emptySum, subtractSums, unknownShare, type MoneySum } from '../values/sum';
import { amountOf, formsOf } from './deal';
import { factsOf, namesIn, type Declaration, type Fact } from './declaration';
import { amountIn, dayOfLine, isOf, reportedOnce } from './money-line';

/** What a `lead` or `member` line says to be put in (`with $19B`); where it names several parties, by all of them together. */
export interface Contribution {
  readonly parties: readonly string[];
  /** Whether somebody who is undisclosed stands among them. */
  readonly others: boolean;
  readonly money: MoneySum;
}

const nothing: readonly Contribution[] = [];

/** What is said to be put into a deal by a day, line by line. */
export function contributionsTo(deal: Declaration, day: number): readonly Contribution[] {
  const lines = contributingLines(deal, day);
  if (lines.length === 0) return nothing;
  const forms = formsOf(deal);
  return lines.flatMap((line) => {
    const money = amountIn(line.with);
    if (!money) return [];
    const parties = namesIn(line);
    return [
      { parties, others: parties.length < line.values.length, money: addMoney(emptySum, money, forms) },
    ];
  });
}

/**
 * What some parties put in together, as far as it is said of each of them. Of what they put in together with others, they
 * may have put in nothing or all. Undefined where nothing is said of one of them.
 */
export function partSaidOf(
  contributions: readonly Contribution[],
  parties: readonly string[],
): { readonly money: MoneySum; readonly isKnown: boolean } | undefined {
  const own = contributions.filter((each) => each.parties.some((party) => parties.includes(party)));
  if (!parties.every((party) => own.some((each) => each.parties.includes(party)))) return undefined;
  const isTheirs = ({ parties: all, others }: Contribution) =>
    !others && all.every((party) => parties.includes(party));
  return {
    money: own
      .map((each) => (isTheirs(each) ? each.money : unknownShare(each.money)))
      .reduce(addSums, emptySum),
    isKnown: own.every(isTheirs),
  };
}

/** The lines that say what is put in by a day; of those in which several sources report the same, the first. */
export function contributingLines(deal: Declaration, day = Infinity): readonly Fact[] {
  const lines = [...factsOf(deal, 'lead'), ...factsOf(deal, 'member')];
  const saying = lines.filter((line) => line.with && isOf(line, day));
  return reportedOnce(saying, (line) =>
    [namesIn(line).toSorted().join('\n'), line.roles.toSorted().join(' '), dayOfLine(line)].join('\t'),
  );
}

/**
 * What of a venture's budget no member has said to put in by a day; undefined where none has said anything, or in
 * another currency.
 */
export function unallocatedOf(venture: Declaration, day: number): MoneySum | undefined {
  const budget = venture.kind === 'venture' ? amountOf(venture)?.money : undefined;
  const lines = contributingLines(venture, day);
  if (!budget || lines.length === 0) return undefined;
  let allocated = emptySum;
  for (const line of lines) {
    const money = amountIn(line.with);
    if (money?.currency !== budget.currency) return undefined;
    allocated = addMoney(allocated, money);
  }
  return subtractSums(addMoney(emptySum, budget), allocated);
}
