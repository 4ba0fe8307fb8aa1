import * as l10n from '@vscode/l10n';
import { describeDate, onDay } from '../../../values/date';
import { enumerate, titleOf } from '../../summary/names';
import { heading, paragraph, type Block } from '../content';
import type { Section } from '../section';
import type { Subject } from '../subject';

/** What the report is about, as of which day, and what counts as what. */
export const head: Section = function* (subject) {
  const { project, title, ecosystem, isWhole, today } = subject;
  yield 1;
  const day = describeDate(onDay(project.asOf));
  const asOf = project.asOf === today ? l10n.t('As of today, {0}.', day) : l10n.t('As of {0}.', day);
  const documentation = ecosystem?.declaration.node.documentation;
  return [
    heading(1, title),
    paragraph({ type: 'strong', text: asOf }, ' ', whatCounts(subject)),
    ...(documentation ? [paragraph(documentation)] : []),
    paragraph(
      l10n.t(
        'Promised is what was announced, signed or closed, or states no status, and executed the part of it that was handed over. What is only rumored or in talks stands by itself and is in neither. Ranges stay ranges, and what is undisclosed stays so.',
      ),
    ),
    ...(isWhole ? [] : [paragraph({ type: 'strong', text: incomplete() })]),
  ] satisfies Block[];
};

function whatCounts({ project, ecosystem, deals, parties }: Subject): string {
  const count = deals.length === 1 ? l10n.t('1 deal') : l10n.t('{0} deals', deals.length);
  if (!ecosystem) {
    return parties.length === 1
      ? l10n.t('Counted are all deals of the project: {0}, with 1 party.', count)
      : l10n.t('Counted are all deals of the project: {0}, with {1} parties.', count, parties.length);
  }
  const centre = [...ecosystem.hubs, ...ecosystem.units].map((name) => titleOf(project, name));
  return centre.length === 0
    ? l10n.t('No hub is named, so that nothing is counted.')
    : l10n.t('Counted are the deals that tie somebody to {0}: {1}.', enumerate(centre, 8), count);
}

function incomplete(): string {
  return l10n.t('Some files of the project are not read. What stands in them is missing here.');
}
