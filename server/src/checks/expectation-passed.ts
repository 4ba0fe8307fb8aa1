import * as l10n from '@vscode/l10n';
import { citedSources, sourcesOf } from '../model/citation';
import type { Corpus } from '../model/corpus';
import { confidenceWords, dateOf, factsOf, isUnsure, type Declaration } from '../model/declaration';
import { statusHistory, type StatusEvent } from '../model/lifecycle';
import { certainlyBefore, describeDate, onDay, type DealDate } from '../values/date';
import type { Fix, Found, RelatedCheck } from '../project/check';

export const expectationPassed: RelatedCheck = {
  scope: 'related',
  code: 'expectation-passed',
  severity: 'warning',
  title: 'What was expected by a day that has passed, and nothing says what became of it',
  docs: 'The last status of a deal is only `likely`, `uncertain` or `speculative`, and all of its date lies before the day as of which the project is seen; or a claim `expects` a status by such a day, and the deal has no status since. Write what became of it, or when it is expected now. A forecast has come about where the deal has that status. A status whose source is of that day or later was known when it was written down, if not for sure: nothing is told of it, nor of a single status whose source has no date.',
  examples: {
    bad: 'company Adobe\ncompany Figma\n\nacquisition Deal: Adobe -> Figma {\n  amount $20B      per <https://example.com>\n  status announced on 2022-09-15\n  status closed    on 2023 likely\n}\n',
    good: 'company Adobe\ncompany Figma\n\nacquisition Deal: Adobe -> Figma {\n  amount $20B       per <https://example.com>\n  status announced  on 2022-09-15\n  status closed     on 2023 likely\n  status terminated on 2023-12-18\n}\n',
  },
  concerns: (declaration) =>
    isForecast(declaration)
      ? factsOf(declaration, 'status').length > 0
      : factsOf(declaration, 'status').some(isUnsure),
  run: (declaration, corpus) => {
    if (declaration.kind === 'claim') return isForecast(declaration) ? forecast(declaration, corpus) : [];
    const history = statusHistory(declaration);
    const last = history.at(-1);
    if (!last?.on || !isUnsure(last.fact) || !hasPassed(last.on, corpus)) return [];
    if (wasKnown(declaration, last, last.on, history.length === 1, corpus)) return [];
    return [
      {
        span: last.fact.node,
        message: l10n.t(
          '“{0}” was expected {1}, which has passed. Write what became of it, or when it is expected now.',
          last.status,
          describeDate(last.on),
        ),
        fixes: cameAbout(last),
      },
    ];
  },
};

function isForecast({ kind, operator }: Declaration): boolean {
  return kind === 'claim' && operator === 'expects';
}

function hasPassed(date: DealDate, { asOf }: Corpus): boolean {
  return certainlyBefore(date, onDay(asOf));
}

/** Whether somebody may have written the status down when it had come about, or had not. */
function wasKnown(
  deal: Declaration,
  { fact }: StatusEvent,
  on: DealDate,
  isOnly: boolean,
  corpus: Corpus,
): boolean {
  const own = sourcesOf(deal, fact);
  const cited = own.length > 0 ? own : citedSources(deal);
  return cited.some(({ type, text }) => {
    const source = type === 'name' ? corpus.find(text) : undefined;
    const published = source?.kind === 'source' ? dateOf(source, 'published') : undefined;
    return published ? !certainlyBefore(published, on) : isOnly;
  });
}

/** Takes away the word that says that it is not known for sure. */
function cameAbout({ fact }: StatusEvent): Fix[] {
  const marks = fact.node.modifiers.filter(({ name }) => confidenceWords.some((word) => word === name));
  const [mark] = marks;
  if (!mark || marks.length > 1) return [];
  return [
    {
      title: l10n.t('It came about: remove “{0}”', mark.name),
      edits: [{ start: mark.start, end: mark.end, text: '' }],
    },
  ];
}

/** What a claim expects of deals that have no status since. */
function forecast(claim: Declaration, corpus: Corpus): Found[] {
  const expected = statusHistory(claim).at(-1);
  const on = expected?.on;
  if (!expected || !on || !hasPassed(on, corpus)) return [];
  const open = claim.right.flatMap((name) => {
    const deal = corpus.find(name);
    const history = deal ? statusHistory(deal) : [];
    const isSettled = history.some(
      (event) => event.status === expected.status || !event.on || !certainlyBefore(event.on, on),
    );
    return deal && history.length > 0 && !isSettled ? [{ deal, last: history.at(-1)! }] : [];
  });
  const [first] = open;
  if (!first) return [];
  return [
    {
      span: expected.fact.node,
      message: l10n.t(
        '“{0}” was expected {1}, which has passed, and “{2}” has no status since. Write there what became of it.',
        expected.status,
        describeDate(on),
        first.deal.title,
      ),
      related: open.map(({ deal, last }) => ({
        declaration: deal,
        span: last.fact.node,
        message: l10n.t('the last status'),
      })),
    },
  ];
}
