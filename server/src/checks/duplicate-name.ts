import * as l10n from '@vscode/l10n';
import { excerpt } from '../language/excerpt';
import { nameSpan } from '../model/declaration';
import type { NameCheck } from '../project/check';

/** So many other places are named; a name in fifty files does not need them all. */
const mostRelated = 10;

export const duplicateName: NameCheck = {
  scope: 'names',
  code: 'duplicate-name',
  severity: 'error',
  title: 'A name is declared more than once',
  docs: 'A project has one namespace: parties, deals, sources and all others share it. References take the first declaration by file and place. Rename one, or bring the two together.',
  examples: {
    bad: 'company Anthropic { founded 2021 }\n\ncompany Anthropic { country US }\n\ncompany Unit { parent Anthropic }\n',
    good: 'company Anthropic {\n  founded 2021\n  country US\n}\n\ncompany Unit { parent Anthropic }\n',
  },
  run: (declaration, { declarations }) => {
    if (declarations.length === 1) return [];
    const others = declarations.filter((other) => other !== declaration);
    return [
      {
        span: nameSpan(declaration),
        message:
          others.length === 1
            ? l10n.t(
                '“{0}” is declared twice. Rename one of the two, or bring them together.',
                excerpt(declaration.name),
              )
            : l10n.t(
                '“{0}” is declared {1} times. Rename the others, or bring them together.',
                excerpt(declaration.name),
                others.length + 1,
              ),
        related: others.slice(0, mostRelated).map((other) => ({
          declaration: other,
          span: nameSpan(other),
          message: l10n.t('also declared here: {0}', other.kind),
        })),
      },
    ];
  },
};
