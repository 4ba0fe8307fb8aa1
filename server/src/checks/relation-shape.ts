import * as l10n from '@vscode/l10n';
import { excerpt } from '../language/excerpt';
import { kinds, type KindName } from '../language/schema';
import { findCurrency } from '../values/currency';
import { isHeaderBroken } from '../language/item';
import type { DeclarationNode } from '../language/tree';
import type { LocalCheck } from '../project/check';

export const relationShape: LocalCheck = {
  scope: 'item',
  code: 'relation-shape',
  severity: 'error',
  title: 'A declaration names its parties in another way than its kind wants',
  docs: 'Most deals go from giver to receiver (`: Google -> Anthropic`), alliances join equals (`: Apple <-> OpenAI`), facts have a subject (`: Anthropic`), parties and sources have none.',
  examples: {
    bad: 'company Google\ncompany Anthropic\n\ninvestment Deal: Google <-> Anthropic {\n  amount $1B per <https://example.com>\n}\n',
    good: 'company Google\ncompany Anthropic\n\ninvestment Deal: Google -> Anthropic {\n  amount $1B per <https://example.com>\n}\n',
  },
  // Whether a currency exists is for its code to say.
  concerns: ({ item: { declaration: node } }) =>
    node?.kind !== undefined &&
    (kinds[node.kind].relation === 'currencies' || problemOf(node, node.kind) !== undefined),
  run: ({ item }) => {
    const node = item.declaration;
    if (!node?.kind || !node.name || isHeaderBroken(item)) return [];
    const { kind, name, relation } = node;
    const problem = problemOf(node, kind);
    if (problem) {
      const operator = relation?.operator;
      const arrow = arrowOf(kind);
      const swap =
        operator && arrow && operator.text !== arrow && (operator.text === '->' || operator.text === '<->');
      return [
        {
          span: operator && swap ? operator : (relation ?? name),
          message: problem,
          ...(swap && {
            fixes: [
              {
                title: l10n.t('Change to “{0}”', arrow),
                edits: [{ start: operator.start, end: operator.end, text: arrow }],
                preferred: true,
              },
            ],
          }),
        },
      ];
    }
    if (kinds[kind].relation !== 'currencies') return [];
    return [...(relation?.left ?? []), ...(relation?.right ?? [])].flatMap((code) =>
      findCurrency(code.text)
        ? []
        : [
            {
              span: code,
              message: l10n.t(
                '“{0}” is no currency code of ISO 4217, such as EUR or USD.',
                excerpt(code.text),
              ),
            },
          ],
    );
  },
};

function arrowOf(kind: KindName): '->' | '<->' | undefined {
  switch (kinds[kind].relation) {
    case 'directed':
    case 'currencies':
      return '->';
    case 'mutual':
      return '<->';
    default:
      return undefined;
  }
}

/** What is wrong with the shape of a relation, in a sentence. */
function problemOf({ relation, name }: DeclarationNode, kind: KindName): string | undefined {
  const { relation: shape, sides } = kinds[kind];
  const own = excerpt(name?.text ?? '');
  const operator = relation?.operator?.text;
  switch (shape) {
    case 'none':
      return (
        relation && l10n.t('This {0} names no parties after its name: remove the part from “:” on.', kind)
      );
    case 'subject':
      return relation && !operator
        ? undefined
        : l10n.t('This {0} says after a colon whom it is about: “{0} {1}: Anthropic”.', kind, own);
    case 'directed':
      return operator === '->'
        ? undefined
        : l10n.t(
            'This {0} goes from {1} to {2}: “{0} {3}: Google -> Anthropic”.',
            kind,
            sides?.[0] ?? '',
            sides?.[1] ?? '',
            own,
          );
    case 'mutual':
      return operator === '<->'
        ? undefined
        : l10n.t('This {0} joins equals: “{0} {1}: Apple <-> OpenAI”.', kind, own);
    case 'any':
      return operator === undefined || operator === '->' || operator === '<->'
        ? undefined
        : l10n.t('This {0} names its parties: “{0} {1}: Apple <-> OpenAI”.', kind, own);
    case 'currencies':
      return operator === '->' && relation?.left.length === 1 && relation.right.length === 1
        ? undefined
        : l10n.t('An exchange rate goes from one currency to another: “fx EURUSD: EUR -> USD”.');
    case 'claim':
      return operator !== undefined && operator !== '->' && operator !== '<->'
        ? undefined
        : l10n.t(
            'A claim says who says what of which declaration: “claim {0}: Musk disputes Stargate.budget”.',
            own,
          );
  }
}
