import { citedSources } from '../../model/citation';
import { dateOf, textOf, type Declaration } from '../../model/declaration';
import { compareDates, type DealDate } from '../../values/date';
import { ofGroup } from '../../features/whole-project';
import { inReadingOrder } from '../../features/tree/reading-order';
import { placeIn } from './declared';
import type { Selection } from './filters';
import type { Cell, Column, Row } from './listing';

export const sourceColumns: readonly Column[] = [
  { key: 'source', title: 'Source' },
  { key: 'title', title: 'Title' },
  { key: 'publisher', title: 'Publisher' },
  { key: 'published', title: 'Published' },
  { key: 'url', title: 'Address', isDetail: true },
  { key: 'deals', title: 'Deals', isNumber: true },
  { key: 'file', title: 'File', isDetail: true },
  { key: 'line', title: 'Line', isNumber: true, isDetail: true },
];

/** What deals cite, the latest first: sources that are declared, names that are not, and addresses. */
export function sourceRows(selection: Selection): Row[] {
  const { project, isNamed, passes, isFiltered } = selection;
  const cited = new Map<string, number>();
  const addresses = new Set<string>();
  for (const deal of ofGroup(project, 'deal')) {
    if (!passes(deal)) continue;
    for (const { type, text } of citedSources(deal)) {
      if (!isNamed(deal) && project.find(text)?.kind !== 'source') continue;
      cited.set(text, (cited.get(text) ?? 0) + 1);
      if (type === 'url') addresses.add(text);
    }
  }
  const declared = [...project.ofKind('source')].filter(isNamed);
  const shown = declared.filter(({ name }) => !isFiltered || cited.has(name));
  const known = new Set([...project.ofKind('source')].map(({ name }) => name));
  return [
    ...shown.sort(byDate).map((source) => rowOf(selection, source, cited.get(source.name) ?? 0)),
    ...[...cited]
      .filter(([text]) => !known.has(text))
      .sort(([a], [b]) => inReadingOrder(a, b))
      .map(([text, deals]): Row => {
        const named: Record<string, Cell> = addresses.has(text) ? { url: text } : { source: text };
        return { cells: { ...named, title: text, deals } };
      }),
  ];
}

function rowOf({ project }: Selection, source: Declaration, deals: number): Row {
  return {
    cells: {
      source: source.name,
      title: source.title,
      publisher: textOf(source, 'publisher'),
      published: publishedOn(source),
      url: textOf(source, 'url'),
      deals,
      ...placeIn(project, source),
    },
  };
}

function byDate(a: Declaration, b: Declaration): number {
  const [one, other] = [publishedOn(a), publishedOn(b)];
  const order = one && other ? compareDates(other, one) : one ? -1 : other ? 1 : 0;
  return order || inReadingOrder(a.name, b.name);
}

function publishedOn(source: Declaration): DealDate | undefined {
  return dateOf(source, 'published');
}
