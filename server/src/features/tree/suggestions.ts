import * as l10n from '@vscode/l10n';
import { quote, writeName } from '../../language/quote';
import { communitiesAmong, mostParties, type Community } from '../../model/analysis/communities';
import type { Declaration } from '../../model/declaration';
import type { Project } from '../../project/project';
import type { TextInsertion } from '../../protocol';
import { below, once, type RowNode } from './node';
import { keyOf, paged, partyWithDeals } from './rows';

/**
 * A row for each ecosystem that could be declared around parties that stand in none, or one that says why there is none
 * where the parties are too many to look among.
 */
export function suggestionsAmong(
  project: Project,
  parent: string,
  strays: readonly Declaration[],
): RowNode[] {
  const communities = communitiesAmong(
    project,
    strays.map(({ name }) => name),
  );
  return communities
    ? communities.flatMap((community) => suggestionNode(project, parent, community))
    : [tooManyNode(project, parent)];
}

function tooManyNode(project: Project, parent: string): RowNode {
  return {
    id: below(parent, '~'),
    kind: 'group',
    label: l10n.t('No ecosystems suggested'),
    icon: 'lightbulb',
    project,
    counted: () => [],
    description: () => l10n.t('these are more than {0} parties', mostParties),
    mayHold: () => false,
    holds: () => false,
  };
}

function suggestionNode(project: Project, parent: string, { hub, parties }: Community): RowNode[] {
  const declaration = project.find(hub);
  if (!declaration) return [];
  const id = below(parent, `~${keyOf(project, declaration)}`);
  const members = parties.flatMap((name) => project.find(name) ?? []);
  return [
    {
      id,
      kind: 'suggestion',
      label: titleAround(declaration),
      icon: 'lightbulb',
      project,
      suggests: declaration,
      counted: () => [],
      description: () => l10n.t('suggested · {0} parties', members.length),
      children: once(() =>
        paged(project, id, members, (above, party) => partyWithDeals(project, above, party)),
      ),
      // Each of them has its row among the parties as well.
      mayHold: () => false,
      holds: () => false,
    },
  ];
}

function titleAround({ title }: Declaration): string {
  return l10n.t('Around {0}', title);
}

/** The declaration of an ecosystem around a hub, at the end of the file that declares the hub. */
export function ecosystemAround(project: Project, hub: Declaration): TextInsertion {
  const { uri, document } = project.siteOf(hub);
  const wanted = `${hub.name}Ecosystem`;
  let name = wanted;
  for (let count = 2; project.find(name) !== undefined; count++) name = `${wanted}${count}`;
  const { text } = document;
  const gap = text === '' || /(?:\n|\r)\s*(?:\n|\r)$/.test(text) ? '' : /[\n\r]$/.test(text) ? '\n' : '\n\n';
  const opening = `${gap}ecosystem `;
  const written = writeName(name);
  return {
    uri,
    position: document.placeAt(document.length),
    text: `${opening}${written} ${quote(titleAround(hub))} { hub ${writeName(hub.name)} }\n`,
    name: { start: opening.length, end: opening.length + written.length },
  };
}
