import { addMoney, emptySum, subtractSums, type MoneySum } from '../values/sum';
import { amountOf, formsOf } from './deal';
import { factsOf, namesIn, type Declaration, type Fact } from './declaration';
import { amountIn, dayOfLine, isOf, reportedOnce } from './money-line';

const nothing: ReadonlyMap<string, MoneySum> = new Map();

/** The parties' own parts of a deal by a day, where `lead` or `member` lines say them (`with $19B`) of one party alone. */
export function contributionsTo(deal: Declaration, day: number): ReadonlyMap<string, MoneySum> {
  const lines = contributingLines(deal, day);
  if (lines.length === 0) return nothing;
  const parts = new Map<string, MoneySum>();
  for (const line of lines) {
    const money = amountIn(line.with);
    const [party] = line.values.length === 1 ? namesIn(line) : [];
    if (!money || party === undefined) continue;
    parts.set(party, addMoney(parts.get(party) ?? emptySum, money, formsOf(deal)));
  }
  return parts;
}

/** The lines that say what is put in by a day; of those in which several sources report the same, the first. */
function contributingLines(deal: Declaration, day: number): readonly Fact[] {
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
