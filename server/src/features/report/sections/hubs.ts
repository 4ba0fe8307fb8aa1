import * as l10n from '@vscode/l10n';
import type { Declaration } from '../../../model/declaration';
import type { Position } from '../../../model/position';
import type { Project } from '../../../project/project';
import { kindLabel } from '../../summary/names';
import { sumLine } from '../../summary/party';
import { heading } from '../content';
import { positionsOfParty } from '../figures';
import { linkToName } from '../links';
import type { Section } from '../section';
import { table, type Field } from '../table';

/** The hubs of an ecosystem and their units, with the money that goes in and out. */
export const hubs: Section = function* ({ project, ecosystem }) {
  if (!ecosystem) return [];
  const names = [...ecosystem.hubs, ...ecosystem.units];
  const rows = yield* table(
    names,
    [
      { title: l10n.t('Party'), of: (name) => [linkToName(project, name)] },
      {
        title: l10n.t('Part'),
        of: (name) => (ecosystem.hubs.includes(name) ? l10n.t('hub') : l10n.t('unit of the hub')),
      },
      { title: l10n.t('Kind'), of: (name) => kindOf(project.find(name)) },
      ...moneyFields(project),
    ],
    workOfParty,
  );
  return rows.length > 0 ? [heading(2, l10n.t('Hubs and units')), ...rows] : [];
};

/** To add up the money of a party takes as long as to look at so many deals. */
export const workOfParty = 8;

/** The money that goes into and out of a party, each purpose by itself. */
export function moneyFields(project: Project): Field<string>[] {
  // Both fields ask for one party after the other.
  let last: { readonly name: string; readonly positions: readonly Position[] } | undefined;
  const positionsOf = (name: string) => {
    if (last?.name !== name) last = { name, positions: positionsOfParty(project, name) };
    return last.positions;
  };
  const sums = (name: string, wanted: 'in' | 'out') =>
    positionsOf(name)
      .filter(({ direction }) => direction === wanted)
      .map((position) => sumLine(project, position))
      .filter((line) => line !== '')
      .join('; ');
  return [
    { title: l10n.t('Money in'), of: (name) => sums(name, 'in'), optional: true },
    { title: l10n.t('Money out'), of: (name) => sums(name, 'out'), optional: true },
  ];
}

function kindOf(declaration: Declaration | undefined): string {
  return declaration ? kindLabel(declaration.kind) : '';
}
