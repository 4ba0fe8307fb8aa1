import * as l10n from '@vscode/l10n';
import { properties } from '../language/schema';
import type { Item } from '../language/item';
import type { Fact } from '../model/declaration';
import { separatorAt } from '../project/edits';
import type { Finding, Fix, LocalCheck } from '../project/check';

export const valueCount: LocalCheck = {
  scope: 'item',
  code: 'value-count',
  severity: 'error',
  title: 'A property has more values than it takes, or fewer',
  docs: 'Names, words and addresses stand in lists with commas; figures, dates and remarks stand one to a line, since each has its own date and sources. A `field` has two texts, its name and its value.',
  examples: {
    bad: 'company Amazon\ncompany Anthropic\n\ninvestment Deal: Amazon -> Anthropic {\n  tranche $4B, $4B per <https://example.com>\n}\n',
    good: 'company Amazon\ncompany Anthropic\n\ninvestment Deal: Amazon -> Anthropic {\n  tranche $4B per <https://example.com>\n  tranche $4B per <https://example.com>\n}\n',
  },
  concerns: 'by structure',
  run: ({ item, declaration }) => (declaration?.facts ?? []).flatMap((fact) => countOf(item, fact)),
};

function countOf(item: Item, { name, node }: Fact): Omit<Finding, 'code' | 'severity'>[] {
  const { list, pair, many, example } = properties[name];
  const { values } = node;
  const [first, second] = values;
  const last = values.at(-1);
  if (node.broken || list || !first || !last || values.length === (pair ? 2 : 1)) return [];
  if (pair) {
    return [
      {
        span: { start: first.start, end: last.end },
        message: l10n.t('“{0}” takes two texts, its name and its value, as in “{1}”.', name, example),
      },
    ];
  }
  const span = { start: (second ?? last).start, end: last.end };
  if (many) {
    return [
      {
        span,
        message: l10n.t('“{0}” takes one value. Write a line for each.', name),
        fixes: [inLinesOfTheirOwn(item, { name, node })],
      },
    ];
  }
  return [
    {
      span,
      message: l10n.t(
        '“{0}” takes one value, as in “{1}”. Where sources differ, each has a line with its own “per”.',
        name,
        example,
      ),
    },
  ];
}

/** One line for each value, each with the modifiers of them all. */
function inLinesOfTheirOwn(item: Item, { node }: Pick<Fact, 'name' | 'node'>): Fix {
  const { start, end, key, values } = node;
  const { text } = item;
  const modifiers = text.slice(values.at(-1)?.end ?? end, end);
  const lines = values.map((value) => `${key.text} ${text.slice(value.start, value.end)}${modifiers}`);
  return {
    title: l10n.t('Write a line for each'),
    edits: [{ start, end, text: lines.join(separatorAt(item, node)) }],
    preferred: true,
  };
}
