import * as l10n from '@vscode/l10n';
import { excerpt } from '../language/excerpt';
import { isBuiltIn } from '../model/declaration';
import { describeTarget } from '../model/value';
import type { MentionCheck } from '../project/check';

export const unknownName: MentionCheck = {
  scope: 'mention',
  code: 'unknown-name',
  severity: 'error',
  title: 'A name that nothing declares',
  docs: 'Every party, source, deal and resource that is referred to is declared somewhere in the project; `undisclosed` stands for parties that are not known. The quick fix offers the nearest names.',
  examples: {
    bad: 'company Google\ncompany Anthropic\n\ninvestment Deal: Google -> Antropic { amount $1B per <https://example.com> }\n\nvaluation V: Anthropic { value $1B per <https://example.com> }\n',
    good: 'company Google\ncompany Anthropic\n\ninvestment Deal: Google -> Anthropic { amount $1B per <https://example.com> }\n\nvaluation V: Anthropic { value $1B per <https://example.com> }\n',
  },
  run: (mention, targets) => {
    if (targets.length > 0 || isBuiltIn(mention)) return undefined;
    const { name, target, node } = mention;
    const span = { start: node.start, end: node.nameEnd };
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
  },
};
