import * as l10n from '@vscode/l10n';
import { excerpt } from '../language/excerpt';
import { isBuiltIn, type Mention } from '../model/declaration';
import { describeTarget } from '../model/value';
import type { NameCheck, Names } from '../project/check';

export const unknownName: NameCheck = {
  scope: 'names',
  code: 'unknown-name',
  severity: 'error',
  title: 'A name that nothing declares',
  docs: 'Every party, source, deal and resource that is referred to is declared somewhere in the project; `undisclosed` stands for parties that are not known. The quick fix offers the nearest names.',
  examples: {
    bad: 'company Google\ncompany Anthropic\n\ninvestment Deal: Google -> Antropic { amount $1B per <https://example.com> }\n\nvaluation V: Anthropic { value $1B per <https://example.com> }\n',
    good: 'company Google\ncompany Anthropic\n\ninvestment Deal: Google -> Anthropic { amount $1B per <https://example.com> }\n\nvaluation V: Anthropic { value $1B per <https://example.com> }\n',
  },
  run: (declaration, names) =>
    declaration.mentions
      .filter((mention) => !resolves(mention, names))
      .map((mention) => {
        const span = { start: mention.node.start, end: mention.node.nameEnd };
        const { name, target } = mention;
        return {
          span,
          message:
            name.trim() === ''
              ? l10n.t('This name is blank. Expected {0}.', describeTarget(target))
              : l10n.t(
                  '“{0}” is declared nowhere in this project. Expected {1}.',
                  excerpt(name),
                  describeTarget(target),
                ),
          misnamed: { name, target, span },
        };
      }),
};

function resolves(mention: Mention, names: Names): boolean {
  return isBuiltIn(mention) || names.declarationsOf(mention.name).length > 0;
}
