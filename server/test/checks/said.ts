import { allFindings, projectOf, settingsIn } from '../project-fixture';

/** How a text is looked at. */
export interface Look {
  readonly day?: number;
  readonly config?: string;
}

/** What one check says about a text, by place. */
export function saidBy(code: string, text: string, { day, config }: Look = {}): string[] {
  const { project, findings } = projectOf({ 'main.deal': text }, day, settingsIn(config));
  return allFindings(project, findings).flatMap((finding) =>
    finding.code === code ? [finding.message] : [],
  );
}

/** What one check points at in a text: the marked pieces, and behind them those that go with them. */
export function placesOf(code: string, text: string, { day, config }: Look = {}): string[] {
  const { project, findings } = projectOf({ 'main.deal': text }, day, settingsIn(config));
  allFindings(project, findings);
  return (project.document('file:///project/main.deal')?.items ?? []).flatMap((item) =>
    findings
      .of(item)
      .filter((finding) => finding.code === code)
      .map(({ span, related = [] }) =>
        [
          item.text.slice(span.start, span.end),
          ...related.map((place) => place.declaration.item.text.slice(place.span.start, place.span.end)),
        ].join(' | '),
      ),
  );
}
