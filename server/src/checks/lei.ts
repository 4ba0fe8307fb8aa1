import * as l10n from '@vscode/l10n';
import { excerpt } from '../language/excerpt';
import { factsOf } from '../model/declaration';
import type { LocalCheck } from '../project/check';

const length = 20;

export const lei: LocalCheck = {
  scope: 'item',
  code: 'lei',
  severity: 'warning',
  title: 'A Legal Entity Identifier that nobody can have been given',
  docs: 'A LEI ([ISO 17442](https://www.iso.org/standard/78829.html)) has 18 digits and capital letters and two check digits. Written as a number, with A as 10 to Z as 35, it leaves 1 when divided by 97 (ISO/IEC 7064, MOD 97-10): hardly any slip in copying passes that. Small letters and blanks are mended by a quick fix. _Fix all_ does so as well.',
  examples: {
    bad: 'company Alphabet { lei "5493006MHB84DD0ZWV81" }\ncompany Apple { lei "hwup kr0m pou8 fgxb t394" }\npartnership Search: Alphabet <-> Apple { per <https://example.com> }\n',
    good: 'company Alphabet { lei "5493006MHB84DD0ZWV18" }\ncompany Apple { lei "HWUPKR0MPOU8FGXBT394" }\npartnership Search: Alphabet <-> Apple { per <https://example.com> }\n',
  },
  concerns: ({ declaration }) => declaration !== undefined && factsOf(declaration, 'lei').length > 0,
  run: ({ declaration }) =>
    (declaration ? factsOf(declaration, 'lei') : []).flatMap(({ values: [value] }) => {
      if (!value || !('text' in value)) return [];
      const message = problemOf(value.text);
      if (message === undefined) return [];
      const tidy = value.text.replace(/[\s.-]/g, '').toUpperCase();
      const { start, end } = value.node;
      return [
        {
          span: value.node,
          message,
          ...(problemOf(tidy) === undefined && {
            fixes: [
              {
                title: l10n.t('Change to “{0}”', tidy),
                edits: [{ start, end, text: `"${tidy}"` }],
                preferred: true,
                isSafe: true,
              },
            ],
          }),
        },
      ];
    }),
};

function problemOf(code: string): string | undefined {
  if (code.length !== length) {
    return l10n.t(
      'A Legal Entity Identifier has {0} characters, “{1}” has {2}. Copy it anew.',
      length,
      excerpt(code),
      code.length,
    );
  }
  if (!/^[0-9A-Z]{18}\d\d$/.test(code)) {
    return l10n.t(
      'A Legal Entity Identifier has 18 digits and capital letters and two digits at its end, unlike “{0}”. Copy it anew.',
      code,
    );
  }
  if (remainderOf(code) === 1) return undefined;
  return l10n.t(
    'The check digits of “{0}” are wrong: a character was mistyped, or two changed places. Copy it anew.',
    code,
  );
}

/** What is left of the code as a number, with A as 10 to Z as 35, when it is divided by 97. */
function remainderOf(code: string): number {
  let rest = 0;
  for (const character of code) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value < 10 ? 10 : 100) + value) % 97;
  }
  return rest;
}
