import * as l10n from '@vscode/l10n';
import { excerpt } from '../language/excerpt';
import { fits, isBuiltIn, nameSpan } from '../model/declaration';
import { describeTarget } from '../model/value';
import type { MentionCheck } from '../project/check';

export const wrongKind: MentionCheck = {
  scope: 'mention',
  code: 'wrong-kind',
  severity: 'error',
  title: 'A name of another kind than the place wants',
  docs: 'Deals go between parties (and ventures), `per` cites a `source`, `provides` a resource, `relates` a deal.',
  examples: {
    bad: 'company Google\ncompany Reuters\nsource reuters "Headline" { published 2025-01-22 }\n\ninvestment Deal: Google -> Reuters { amount $1B per Reuters }\n\nvaluation V: Reuters { value $9B per reuters }\n',
    good: 'company Google\ncompany Reuters\nsource reuters "Headline" { published 2025-01-22 }\n\ninvestment Deal: Google -> Reuters { amount $1B per reuters }\n\nvaluation V: Reuters { value $9B per reuters }\n',
  },
  run: (mention, targets) => {
    const [first] = targets;
    if (!first || targets.some((target) => fits(target, mention)) || isBuiltIn(mention)) return undefined;
    const { name, target, node } = mention;
    const span = { start: node.start, end: node.nameEnd };
    return {
      span,
      message: l10n.t(
        '“{0}” ({1}) cannot stand here. Expected {2}.',
        excerpt(name),
        first.kind,
        describeTarget(target),
      ),
      related: [
        {
          declaration: first,
          span: nameSpan(first),
          message: l10n.t('declared here: {0}', first.kind),
        },
      ],
      misnamed: { name, target, span },
    };
  },
};
