import * as l10n from '@vscode/l10n';
import { kindNames, kinds } from '../../language/schema';
import type { Declaration } from '../../model/declaration';
import { dealsOf } from '../../model/position';
import type { Project } from '../../project/project';
import type { PictureChoice } from '../../protocol';
import { ecosystemLine } from '../summary/ecosystem';
import { lineOf } from '../summary/summary';
import { byTitle } from '../tree/title-list';
import { titleOfProject } from '../whole-project';

/** To gather who is in an ecosystem takes as long as to look at so many deals. */
const stepsOfEcosystem = 100;
/** So many parties of a project are offered: those with the most deals. */
const mostParties = 200;

/**
 * What pictures can be about: the ecosystems of each project, the project, and its parties, those with the most deals
 * first. Yields for each.
 */
export function* pictureChoices(projects: readonly Project[]): Generator<number, PictureChoice[]> {
  const choices: PictureChoice[] = [];
  for (const project of projects) {
    if (project.declarationCount === 0) continue;
    const { root } = project;
    for (const declaration of byTitle(project, [...project.ofKind('ecosystem')])) {
      choices.push({
        scope: { root, name: declaration.name },
        title: declaration.title,
        kind: 'ecosystem',
        detail: ecosystemLine(project, declaration),
      });
      yield stepsOfEcosystem;
    }
    const title = titleOfProject(project);
    choices.push({
      scope: { root },
      title,
      kind: 'project',
      detail:
        project.declarationCount === 1
          ? l10n.t('The whole project: 1 declaration')
          : l10n.t('The whole project: {0} declarations', project.declarationCount),
    });
    choices.push(...(yield* partiesOf(project)));
  }
  return choices;
}

function* partiesOf(project: Project): Generator<number, PictureChoice[]> {
  const counted: { readonly party: Declaration; readonly deals: number }[] = [];
  for (const kind of kindNames) {
    if (kinds[kind].group !== 'party' && kind !== 'venture') continue;
    for (const party of project.ofKind(kind)) {
      const deals = dealsOf(project, party.name).length;
      if (deals > 0) counted.push({ party, deals });
      yield 1;
    }
  }
  counted.sort((a, b) => b.deals - a.deals || (a.party.name < b.party.name ? -1 : 1));
  const choices: PictureChoice[] = [];
  for (const { party } of counted.slice(0, mostParties)) {
    choices.push({
      scope: { root: project.root, name: party.name },
      title: party.title,
      kind: 'party',
      detail: lineOf(project, party),
    });
    yield 10;
  }
  return choices;
}
