import * as l10n from '@vscode/l10n';
import type { ResponseError } from 'vscode-languageserver';
import { TextEdit, type TextDocumentEdit } from 'vscode-languageserver-types';
import { newDeal } from '../features/picture/new-deal';
import { retitle } from '../features/picture/retitle';
import { Refused } from '../features/refused';
import type { Project } from '../project/project';
import {
  newDealMethod,
  retitleMethod,
  type NewDealParams,
  type Retitled,
  type RetitleParams,
  type SnippetInsertion,
} from '../protocol';
import type { Answering } from './answering';
import { versionedEdits } from './versioned-edit';

/** Answers the requests of pictures whose answers change a text. */
export class PictureEditingAnswers {
  constructor(private readonly answering: Answering) {}

  listen(): void {
    const { connection, publisher, workspace } = this.answering;
    connection.onRequest(newDealMethod, ({ root, ...params }: NewDealParams) =>
      this.inProject<SnippetInsertion>('a new deal', root, (project) => newDeal(project, params)),
    );
    connection.onRequest(retitleMethod, ({ root, name, title }: RetitleParams) =>
      this.inProject<Retitled>('another title', root, (project) =>
        withOldTexts(
          project,
          versionedEdits(workspace, retitle(project, name, title, !publisher.isPartlyRead(project))),
        ),
      ),
    );
  }

  private inProject<T>(what: string, root: string, answer: (project: Project) => T): T | ResponseError {
    const { defects, uris, workspace } = this.answering;
    return defects.isolated(what, () => {
      const key = uris.normalize(root);
      const project = workspace.all.find((candidate) => candidate.root === key);
      if (!project) throw new Refused(l10n.t('There is no such project any more.'));
      return answer(project);
    });
  }
}

function withOldTexts(project: Project, edits: readonly TextDocumentEdit[]): Retitled {
  const documentChanges = edits.map((edit) => {
    const document = project.document(edit.textDocument.uri)!;
    return {
      textDocument: edit.textDocument,
      edits: edit.edits.filter(TextEdit.is).map(({ range, newText }) => ({
        range,
        newText,
        oldText: document.textBetween(document.offsetAt(range.start), document.offsetAt(range.end)),
      })),
    };
  });
  return { documentChanges };
}
