import * as l10n from '@vscode/l10n';
import { excerpt } from '../language/excerpt';
import type { LocalCheck } from '../project/check';

export const value: LocalCheck = {
  scope: 'item',
  code: 'value',
  severity: 'error',
  title: 'A value is not what its property takes',
  docs: 'Each property takes values of certain types: money, dates, names and so on. The message shows the right form. An amount that is spelled out, such as `$1 billion`, is written with its suffix by _Fix all_.',
  examples: {
    bad: 'company Anthropic { founded 2021-13 }\n\ncompany Google\n\ninvestment Deal: Google -> Anthropic {\n  amount $60 billion per <https://example.com>\n}\n',
    good: 'company Anthropic { founded 2021-12 }\n\ncompany Google\n\ninvestment Deal: Google -> Anthropic {\n  amount $60B per <https://example.com>\n}\n',
  },
  concerns: () => false,
  looksAtValues: true,
  run: ({ declaration }) =>
    (declaration?.problems ?? []).map(({ start, end, message, suggestions = [] }) => ({
      span: { start, end },
      message,
      fixes: suggestions.map((text, index) => ({
        title: l10n.t('Change to “{0}”', excerpt(text)),
        edits: [{ start, end, text }],
        preferred: index === 0 && suggestions.length === 1,
        // The words to choose from hold no digit: this is the same figure as it is written.
        ...(/\d/.test(text) && { isSafe: true }),
      })),
    })),
};
