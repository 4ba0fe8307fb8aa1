import * as l10n from '@vscode/l10n';
import type { Project } from '../../project/project';
import type { ReportChoice } from '../../protocol';
import { nameSpan } from '../../model/declaration';
import { locate } from '../locations';
import { ecosystemLine } from '../summary/ecosystem';
import { byTitle } from '../tree/title-list';
import { titleOfProject } from '../whole-project';

/** What reports can be about: the ecosystems of each project, then the project. Yields for each of them. */
export function* reportChoices(projects: readonly Project[]): Generator<number, ReportChoice[]> {
  const choices: ReportChoice[] = [];
  for (const project of projects) {
    if (project.declarationCount === 0) continue;
    for (const declaration of byTitle(project, [...project.ofKind('ecosystem')])) {
      const { uri, range } = locate(project, declaration, nameSpan(declaration));
      choices.push({
        subject: { uri, position: range.start },
        title: declaration.title,
        detail: ecosystemLine(project, declaration),
      });
      yield stepsOfEcosystem;
    }
    choices.push({
      subject: { uri: project.root },
      title: l10n.t('All of {0}', titleOfProject(project)),
      detail:
        project.declarationCount === 1
          ? l10n.t('The whole project: 1 declaration')
          : l10n.t('The whole project: {0} declarations', project.declarationCount),
    });
  }
  return choices;
}

/** To gather who is in an ecosystem takes as long as to look at so many deals. */
const stepsOfEcosystem = 100;
