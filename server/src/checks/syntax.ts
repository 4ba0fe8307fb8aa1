import * as l10n from '@vscode/l10n';
import { excerpt } from '../language/excerpt';
import type { SyntaxProblem } from '../language/tree';
import type { Fix, LocalCheck } from '../project/check';

export const syntax: LocalCheck = {
  scope: 'item',
  code: 'syntax',
  severity: 'error',
  title: 'The text cannot be read here',
  docs: 'Says what was expected and where. One mistake gives one message, and the declarations around it are read as ever.',
  examples: {
    bad: 'company Anthropic {\n  founded 2021\n\ncompany OpenAI\n\ninvestment Deal: OpenAI -> Anthropic { per <https://example.com> }\n',
    good: 'company Anthropic {\n  founded 2021\n}\n\ncompany OpenAI\n\ninvestment Deal: OpenAI -> Anthropic { per <https://example.com> }\n',
  },
  concerns: 'by structure',
  run: ({ item }) =>
    item.problems.map((problem) => ({
      span: { start: problem.start, end: problem.end },
      message: problem.message,
      fixes: fixesOf(problem),
    })),
};

function fixesOf({ start, end, suggestions = [], insertion, removal }: SyntaxProblem): Fix[] {
  const fixes: Fix[] = suggestions.map((text, index) => ({
    title: l10n.t('Change to “{0}”', excerpt(text)),
    edits: [{ start, end, text }],
    preferred: index === 0 && suggestions.length === 1,
  }));
  if (insertion) {
    fixes.push({
      title: l10n.t('Add “{0}”', insertion.text.trim()),
      edits: [{ start: insertion.at, end: insertion.at, text: insertion.text }],
      preferred: true,
    });
  }
  if (removal) {
    fixes.push({
      title: l10n.t('Remove it'),
      edits: [{ start: removal.start, end: removal.end, text: '' }],
      preferred: true,
    });
  }
  return fixes;
}
