import assert from 'node:assert/strict';
import fc from 'fast-check';
import { quickFixesAt } from '../src/features/actions/quick-fixes';
import { completionsAt } from '../src/features/completion/completion';
import { definitionsAt } from '../src/features/definition';
import { diagnosticsOf } from '../src/features/diagnostics';
import { foldingRangesOf } from '../src/features/folding';
import { formattingEdits } from '../src/features/formatting';
import { hoverAt } from '../src/features/hover';
import { cursorAt } from '../src/features/locations';
import { outlineOf } from '../src/features/outline';
import { referencesAt } from '../src/features/references';
import { prepareRename, renameAt } from '../src/features/rename';
import { semanticTokensOf } from '../src/features/semantic-tokens';
import { TreeView } from '../src/features/tree/view';
import { groupings } from '../src/protocol';
import { anyText, propertyRuns } from './language/random-text';
import { fixtureDay, projectOf, uriOf } from './project-fixture';

describe('no feature', () => {
  it('throws on any text, at any place', () => {
    fc.assert(
      fc.property(
        anyText,
        anyText,
        fc.nat(),
        fc.string({ minLength: 1, maxLength: 8 }),
        (text, other, at, name) => {
          const { project, findings } = projectOf({ 'main.deal': text, 'other.deal': other });
          const uri = uriOf('main.deal');
          const document = project.document(uri)!;
          const { diagnostics } = diagnosticsOf(project, findings, uri);
          for (const { range, message } of diagnostics) {
            assert.ok(message !== '' && document.offsetAt(range.start) <= document.offsetAt(range.end));
          }
          outlineOf(document, uri, true);
          foldingRangesOf(document);
          formattingEdits(document);
          semanticTokensOf(document);

          const position = document.placeAt(at % (document.length + 1));
          const cursor = cursorAt(project, uri, position)!;
          hoverAt(cursor);
          completionsAt(cursor, fixtureDay, {
            snippets: true,
            declares: true,
            defaults: true,
            replaces: true,
          });
          definitionsAt(cursor);
          referencesAt(cursor, true);
          quickFixesAt(project, findings, document, uri, { start: position, end: position });
          if (prepareRename(cursor) && /^\p{L}+$/u.test(name) && project.declarationsOf(name).length === 0) {
            renameAt(cursor, `${name}-renamed`);
          }
          const tree = new TreeView(
            () => [project],
            () => findings,
          );
          for (const groupBy of groupings) {
            const query = { groupBy };
            for (const row of tree.children(query)) {
              tree.children(query, row.id);
              tree.tooltip(query, row.id);
            }
            tree.path(query, cursor);
          }
        },
      ),
      { numRuns: propertyRuns },
    );
  });
});
