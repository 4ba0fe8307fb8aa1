import type { ImportPlan } from './plan';

/** How an import is told of. */
export interface SummaryOptions {
  /** Whether nothing is told but what went wrong. */
  readonly isQuiet: boolean;
  /** Whether nothing is written. */
  readonly isDry: boolean;
  readonly isToFile: boolean;
  /** Where those are told that there is no room for here: `, all in left.csv`. */
  readonly others: string;
}

/** So many of a sort are told one by one. */
const mostTold = 10;

/** What became of the rows, in lines for people. */
export function importSummary(plan: ImportPlan, options: SummaryOptions): string[] {
  const { reported } = plan.imported.report;
  const lines = options.isQuiet ? [] : [...countsOf(plan, options), ...keptIn(plan)];
  for (const { deal, part, said } of plan.update.byHand) {
    lines.push(`${deal}: its ${part} was changed by hand, and stays; the file says now: ${short(said)}`);
  }
  for (const { file, line, text, reason } of reported.slice(0, mostTold)) {
    lines.push(`${file}:${line} is no deal: ${reason} (${short(text)})`);
  }
  if (reported.length > mostTold) {
    lines.push(`And ${counted(reported.length - mostTold, 'other row')}${options.others}.`);
  }
  return lines;
}

function countsOf(
  { imported, update, addedDeals }: ImportPlan,
  { isDry, isToFile }: SummaryOptions,
): string[] {
  const { rows, deals, joined, reported, notes, fileScopes } = imported.report;
  const { changed, unchanged, gone } = update;
  const more = joined > 0 ? ` (${counted(joined, 'row')} told more of the same deal)` : '';
  const where = isDry && isToFile ? ' None of it is written, since this is a dry run.' : '';
  const lines = [
    `${counted(rows, 'row')}: ${counted(deals, 'deal')}${more}, ${counted(reported.length, 'row')} reported.`,
    `${counted(addedDeals, 'deal')} and ${counted(imported.parties.length, 'party', 'parties')} added, ${number(changed)} changed, ${number(unchanged)} as before.${where}`,
  ];
  if (gone.length > 0) {
    const names = gone.slice(0, mostTold).map(({ name }) => name);
    const stays =
      gone.length === 1 ? 'is no longer in the file, and stays' : 'are no longer in the file, and stay';
    const dots = gone.length > mostTold ? ' …' : '.';
    lines.push(`${counted(gone.length, 'deal')} of an earlier import ${stays}: ${names.join(', ')}${dots}`);
  }
  for (const { scope, of, count } of update.elsewhere) {
    const [are, them] = count === 1 ? ['is', 'it'] : ['are', 'them'];
    const name = fileScopes.has(of) ? `, or call the file ${scope}.csv` : '';
    lines.push(
      `${number(count)} of these deals ${are} there already, imported under “${scope}”: to update ${them}, say "scope": ${JSON.stringify(scope)} in the mapping${name}.`,
    );
  }
  return [...lines, ...notes];
}

function keptIn({ imported }: ImportPlan): string[] {
  const { kept } = imported.report;
  if (kept.length === 0) return [];
  const lines = [
    `${counted(kept.length, 'value')} kept as ${kept.length === 1 ? 'it stands' : 'they stand'}, in a field:`,
    ...kept
      .slice(0, mostTold)
      .map(
        ({ file, line, column, text, reason }) => `  ${file}:${line} ${column} “${short(text)}”: ${reason}`,
      ),
  ];
  return kept.length > mostTold ? [...lines, `  and ${counted(kept.length - mostTold, 'other')}.`] : lines;
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

function number(count: number): string {
  return count.toLocaleString('en');
}
