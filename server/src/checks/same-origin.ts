import * as l10n from '@vscode/l10n';
import type { Corpus } from '../model/corpus';
import { factsOf, namesIn, type Declaration, type Fact } from '../model/declaration';
import { remembered } from '../model/remembered';
import type { NameNode } from '../language/tree';
import { excerpt } from '../language/excerpt';
import type { Fix, Found, RelatedCheck } from '../project/check';

export const sameOrigin: RelatedCheck = {
  scope: 'related',
  code: 'same-origin',
  severity: 'warning',
  title: 'Several sources that go back to one',
  docs: 'Sources on one line look as if they confirmed each other; where all they know comes from one of them, or from a third one (`via`, over any number of steps), they are one source. It is told of sources with a single origin, and only where they share it. A source without `via` is an origin; of sources that take their knowledge from each other in a circle, all have the same origin.',
  examples: {
    bad: 'company Google\ncompany Anthropic\nsource ft\nsource blog { via ft }\n\ninvestment Deal: Google -> Anthropic { amount $1B per ft, blog; note "Also reported elsewhere." per blog }\n',
    good: 'company Google\ncompany Anthropic\nsource ft\nsource wsj\nsource blog { via ft }\n\ninvestment Deal: Google -> Anthropic { amount $1B per ft, wsj; note "Also reported elsewhere." per blog }\n',
  },
  concerns: ({ facts }) => facts.some((fact) => namesCitedBy(fact).length > 1),
  run: (declaration, corpus) => declaration.facts.flatMap((fact) => judged(declaration, corpus, fact)),
};

function namesCitedBy(fact: Fact): NameNode[] {
  const own = fact.name === 'per' ? fact.values.map(({ node }) => node) : fact.sources;
  return own.flatMap((node) => (node.type === 'name' ? [node] : []));
}

function judged(declaration: Declaration, corpus: Corpus, fact: Fact): Found[] {
  const byOrigin = new Map<string, NameNode[]>();
  for (const node of namesCitedBy(fact)) {
    const [origin, another] = originsOf(corpus, node.text);
    if (origin === undefined || another !== undefined) continue;
    const same = byOrigin.get(origin) ?? [];
    byOrigin.set(origin, same);
    if (!same.some(({ text }) => text === node.text)) same.push(node);
  }
  return [...byOrigin].flatMap(([origin, nodes]): Found[] => {
    const [first] = nodes;
    const last = nodes.at(-1);
    if (!first || !last || nodes.length < 2) return [];
    const title = (name: string) => corpus.find(name)?.title ?? name;
    return [
      {
        span: { start: first.start, end: last.end },
        message: l10n.t(
          '{0} go back to one source, “{1}”, and count as one. Cite one of them, or another that knows it for itself.',
          nodes.map(({ text }) => `“${title(text)}”`).join(', '),
          title(origin),
        ),
        related: nodes.flatMap(({ text }) => {
          const source = corpus.find(text);
          const [via] = source ? factsOf(source, 'via') : [];
          return source && via
            ? [
                {
                  declaration: source,
                  span: via.node,
                  message: l10n.t('where “{0}” knows it from', source.title),
                },
              ]
            : [];
        }),
        fixes: alone(declaration, fact, nodes, origin),
      },
    ];
  });
}

/** Leaves one of the sources that are one: the origin where it is cited. */
function alone({ item }: Declaration, fact: Fact, nodes: readonly NameNode[], origin: string): Fix[] {
  const kept = nodes.find(({ text }) => text === origin) ?? nodes[0];
  const all = fact.name === 'per' ? fact.values.map(({ node }) => node) : fact.sources;
  const [first] = all;
  const last = all.at(-1);
  if (!kept || !first || !last) return [];
  const left = all.filter((node) => node === kept || !nodes.some(({ text }) => text === node.text));
  const between = all.slice(1).map((node, index) => item.text.slice(all[index]!.end, node.start));
  // What else stands between them, such as a remark, is not to be lost.
  if (between.some((text) => !/^[\s,]*$/.test(text))) return [];
  return [
    {
      title: l10n.t('Cite “{0}” alone', excerpt(kept.text)),
      edits: [
        {
          start: first.start,
          end: last.end,
          text: left.map(({ start, end }) => item.text.slice(start, end)).join(', '),
        },
      ],
    },
  ];
}

/** The sources that a source goes back to, itself where it takes its knowledge from nobody. */
function originsOf(corpus: Corpus, name: string): string[] {
  const reached = new Set([name]);
  const origins: string[] = [];
  for (const one of reached) {
    const source = corpus.find(one);
    const via = source ? viaOf(source) : [];
    if (via.length === 0) origins.push(one);
    for (const other of via) reached.add(other);
  }
  if (origins.length > 0) return origins;
  // All of them know it from each other.
  return [[...reached].reduce((least, other) => (other < least ? other : least))];
}

const viaOf = remembered((source): readonly string[] => factsOf(source, 'via').flatMap(namesIn));
