import * as l10n from '@vscode/l10n';
import { excerpt } from '../language/excerpt';
import type { Item } from '../language/item';
import { isRequired, properties, propertiesOf, undisclosed, type PropertyName } from '../language/schema';
import type { DeclarationNode } from '../language/tree';
import { propertyInto } from '../project/edits';
import type { Fix, LocalCheck } from '../project/check';

export const missingProperty: LocalCheck = {
  scope: 'item',
  code: 'missing-property',
  severity: 'error',
  title: 'A declaration lacks what its kind cannot do without',
  docs: 'An `ecosystem` needs a `hub`, a `valuation` its `value`, a `holding` its `stake`, an `fx` its `rate`. Money and shares that nobody has told can be `undisclosed`: a quick fix says so.',
  examples: {
    bad: 'company OpenAI\n\necosystem OpenAIEcosystem { note "empty" }\n\nvaluation Tender: OpenAI { per <https://example.com> }\n',
    good: 'company OpenAI\n\necosystem OpenAIEcosystem { hub OpenAI }\n\nvaluation Tender: OpenAI { value $157B on 2024-10 per <https://example.com> }\n',
  },
  concerns: 'by structure',
  run: ({ item }) => {
    const node = item.declaration;
    // What could not be read may hold it.
    if (!node?.kind || !node.name || item.problems.length > 0) return [];
    const { kind, name, body } = node;
    const present = new Set(body?.properties.map((property) => property.key.text));
    return propertiesOf(kind)
      .filter((property) => isRequired(kind, property) && !present.has(property))
      .map((property) => ({
        span: name,
        fixes: undisclosing(item, node, property),
        message: l10n.t(
          '“{0}” lacks its {1}: add a line such as “{2}”.',
          excerpt(name.text),
          property,
          properties[property].example,
        ),
      }));
  },
};

/** Says that nobody has disclosed a figure, where that can be said. */
function undisclosing(item: Item, node: DeclarationNode, property: PropertyName): Fix[] {
  const [type] = properties[property].values;
  if (type !== 'money' && type !== 'percent') return [];
  const line = `${property} ${undisclosed}`;
  const edit = propertyInto(item, node, line);
  return edit ? [{ title: l10n.t('Add “{0}”', line), edits: [edit] }] : [];
}
