import * as l10n from '@vscode/l10n';
import type { Citation } from '../../../model/citation';
import { nameSpan, textOf } from '../../../model/declaration';
import type { Project } from '../../../project/project';
import { sourceLine } from '../../summary/fact';
import { heading, type Line } from '../content';
import { placeInWords, placeOf } from '../links';
import type { Section } from '../section';

/** What the report cites, by the numbers in its tables. It comes last. */
export const sources: Section = function* ({ project, citations }) {
  const lines: Line[] = [];
  for (const cited of citations.all) {
    lines.push(lineOf(project, cited));
    yield 1;
  }
  return lines.length > 0 ? [heading(2, l10n.t('Sources')), { type: 'numbered', lines }] : [];
};

function lineOf(project: Project, { type, text }: Citation): Line {
  if (type === 'url') return [{ type: 'web', text: '', url: text }];
  const source = project.find(text);
  if (source?.kind !== 'source') return [l10n.t('{0} (not declared)', text)];
  const url = textOf(source, 'url');
  const said = sourceLine(source);
  const place = placeOf(project, source, nameSpan(source));
  return [
    url === undefined ? source.title : { type: 'web', text: source.title, url },
    ...(said === '' ? [] : [` · ${said}`]),
    ' · ',
    { type: 'place', text: placeInWords(project, place), place },
  ];
}
