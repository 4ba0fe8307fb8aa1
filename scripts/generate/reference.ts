// The reference pages: the language, from its schema, and the checks, from their own descriptions: a table of all, and a
// page for each.
import { checkPage, fenced } from '../../server/src/features/check-page';
import { checks } from '../../server/src/checks/registry';
import {
  builtInResources,
  isRequired,
  kindNames,
  kinds,
  modifierNames,
  modifiers,
  properties,
  propertiesOf,
  propertyNames,
  vocabularies,
  type KindGroup,
  type KindName,
  type ModifierSchema,
  type PropertyName,
  type PropertySchema,
  type ReferenceTarget,
  type RelationShape,
  type ValueType,
  type VocabularyName,
  type Word,
} from '../../server/src/language/schema';

/** The files that are made here. */
export function outputs(): { path: string; content: string }[] {
  return [
    { path: 'docs/reference.md', content: page(languageReference()) },
    { path: 'docs/checks.md', content: page(checksReference()) },
    ...checks.map((check) => ({
      path: `${checksFolder}/${check.code}.md`,
      content: page([`# ${check.code}`, ...checkPage(check), '[All checks](../checks.md)']),
    })),
  ];
}

/** The folders that hold nothing but what is made here: a page of a check that is gone has to go as well. */
export const folders = ['docs/checks'];
const [checksFolder = ''] = folders;

const groupTitles: Readonly<Record<KindGroup, string>> = {
  party: 'Parties',
  deal: 'Deals',
  fact: 'Facts',
  evidence: 'Evidence',
  vocabulary: 'Vocabulary',
  view: 'Views',
};

const vocabularyTitles: Readonly<Record<VocabularyName, string>> = {
  status: 'Statuses',
  dealType: 'Types of rounds and purchases',
  role: 'Roles',
  verb: 'Verbs of claims',
};

function languageReference(): string[] {
  const groups = [...new Set(kindNames.map((kind) => kinds[kind].group))];
  return [
    '# Reference of the deal language',
    'Made from the table that the language server itself works with. The [guide](language.md) explains the language from the start.',
    [
      '- [Kinds](#kinds): what can be declared',
      '- [Properties](#properties): what can be said of it',
      '- [Modifiers](#modifiers): when, from where, how sure',
      '- [Words](#words): statuses, types, roles, verbs, resources',
    ].join('\n'),
    '## Kinds',
    'Every declaration has the same shape: `kind Name "Display name": relation { properties }`. Only the kind and the name must be there.',
    table(
      ['Group', 'Kinds'],
      groups.map((group) => [
        groupTitles[group],
        ofGroup(group)
          .map((kind) => link(kind))
          .join(', '),
      ]),
    ),
    ...groups.flatMap((group) => [`### ${groupTitles[group]}`, ...ofGroup(group).flatMap(kindSection)]),
    '## Properties',
    'A property stands on a line of its own between the braces, or several on one line with `;` between them. Values of a list have commas between them; a list goes on in the next line after a comma.',
    ...propertyNames.flatMap(propertySection),
    '## Modifiers',
    'A modifier stands behind the values of a property and says more about that line.',
    table(
      ['Modifier', 'Takes', 'Meaning', 'Example'],
      modifierNames.map((name) => [
        code(name),
        modifierTakes(modifiers[name]),
        modifiers[name].docs,
        code(modifiers[name].example),
      ]),
    ),
    '## Words',
    ...vocabularyNames().flatMap((name) => [`### ${vocabularyTitles[name]}`, wordTable(vocabularies[name])]),
    '### Built-in resources',
    'They need no declaration; a [`resource`](#resource) adds one of your own.',
    wordTable(builtInResources),
  ];
}

function kindSection(kind: KindName): string[] {
  const { docs, relation, example } = kinds[kind];
  const own = propertiesOf(kind);
  const required = own.filter((name) => isRequired(kind, name));
  const optional = own.filter((name) => !required.includes(name));
  return [
    `#### ${kind}`,
    docs,
    deal(example),
    [
      `- **Behind the name:** ${relationText(kind, relation)}`,
      ...(required.length > 0 ? [`- **Must have:** ${required.map(propertyLink).join(', ')}`] : []),
      `- **Can have:** ${optional.map(propertyLink).join(', ')}`,
    ].join('\n'),
  ];
}

function relationText(kind: KindName, relation: RelationShape): string {
  const [giver = 'giver', receiver = 'receiver'] = kinds[kind].sides ?? [];
  switch (relation) {
    case 'none':
      return 'nothing';
    case 'subject':
      return 'the party that it is about: `: Name`';
    case 'directed':
      return `from the ${giver} to the ${receiver}: \`: ${capitalized(giver)} -> ${capitalized(receiver)}\``;
    case 'mutual':
      return 'the parties, as equals: `: One <-> Other`';
    case 'any':
      return 'nothing, one party (`: Name`), two sides as equals (`: One <-> Other`) or from one to the other (`: One -> Other`)';
    case 'currencies':
      return 'from one currency to another: `: EUR -> USD`';
    case 'claim':
      return 'who says what of which declaration or property: `: Who disputes Deal.amount`';
  }
}

function propertySection(name: PropertyName): string[] {
  const schema: PropertySchema = properties[name];
  return [
    `### ${propertyHeading(name)}`,
    schema.docs,
    deal(schema.example),
    [
      `- **Takes:** ${valuesText(schema)}`,
      `- **On:** ${onText(name, schema)}`,
      ...(schema.modifiers.length > 0
        ? [`- **Modifiers:** ${schema.modifiers.map((modifier) => code(modifier)).join(', ')}`]
        : []),
      ...(schema.many ? ['- May stand several times.'] : []),
    ].join('\n'),
  ];
}

function onText(name: PropertyName, { on }: PropertySchema): string {
  if (on.length === kindNames.length) return 'everything';
  return on.map((kind) => `${link(kind)}${isRequired(kind, name) ? ' (must have it)' : ''}`).join(', ');
}

function valuesText(schema: PropertySchema): string {
  const types = schema.values.map((type) => valueText(type, schema)).join(' or ');
  if (schema.pair) return `two of these side by side: ${types}`;
  const rate = schema.rate ? '; a rate such as `$6B/year` as well' : '';
  return `${types}${rate}${schema.list ? '; several with commas between them' : ''}`;
}

function valueText(type: ValueType, { target, vocabulary }: PropertySchema): string {
  switch (type) {
    case 'money':
      return 'money (`$1B`, `~€500M`, `$100B..$500B`, `undisclosed`)';
    case 'quantity':
      return 'a quantity (`10GW`, `131072 GPUs`)';
    case 'percent':
      return 'a share (`13.56%`, `~14%`)';
    case 'multiple':
      return 'a multiple (`> 3x`)';
    case 'number':
      return 'a number (`1.0842`)';
    case 'date':
      return 'a date (`2025`, `2025-Q1`, `2025-01-21`, `2019..`)';
    case 'duration':
      return 'a duration (`10y`, `18mo`, `90d`)';
    case 'text':
      return 'a text in quotes';
    case 'url':
      return 'an address (`<https://example.com>`)';
    case 'word':
      return 'a word';
    case 'choice':
      return vocabulary
        ? `one of [these words](#${anchor(vocabularyTitles[vocabulary])})`
        : 'one of several words';
    case 'reference':
      return targetText(target ?? 'any');
  }
}

function targetText(target: ReferenceTarget): string {
  switch (target) {
    case 'party':
      return 'the name of a party; a venture counts as one';
    case 'deal':
      return 'the name of a deal';
    case 'source':
      return 'the name of a [`source`](#source)';
    case 'resource':
      return 'a [built-in resource](#built-in-resources) or the name of a [`resource`](#resource)';
    case 'claim':
      return 'the name of a [`claim`](#claim)';
    case 'valued':
      return 'the name of a valuation, round, investment or acquisition';
    case 'any':
      return 'the name of any declaration, or of a property of it (`Stargate.budget`)';
  }
}

function modifierTakes({ value, list }: ModifierSchema): string {
  switch (value) {
    case 'flag':
      return '';
    case 'source':
      return list ? 'sources or addresses' : 'a source or address';
    case 'valued':
      return 'a valuation or round';
    case 'role':
      return list ? 'roles' : 'a role';
    case 'money':
      return 'money';
    default:
      return `a ${value}`;
  }
}

function checksReference(): string[] {
  return [
    '# Checks',
    'Made from the checks themselves. Every finding names its code, which has a page here. How severe each is can be set in `dealgraph.json`, and a comment silences one for a declaration: see [the guide](language.md#projects). The page of a check without a quick fix says why there is none.',
    table(
      ['Code', 'Severity', 'Finds', 'Quick fix'],
      checks.map(({ code: name, severity, title, noFix }) => [
        `[\`${name}\`](checks/${name}.md)`,
        severity,
        title,
        noFix === undefined ? 'yes' : 'no',
      ]),
    ),
  ];
}

function wordTable(words: Readonly<Record<string, Word>>): string {
  const hasSynonyms = Object.values(words).some(({ synonyms }) => synonyms?.length);
  return table(
    ['Word', 'Meaning', ...(hasSynonyms ? ['Elsewhere called'] : [])],
    Object.entries(words).map(([word, { docs, synonyms }]) => [
      code(word),
      docs,
      ...(hasSynonyms ? [(synonyms ?? []).join(', ')] : []),
    ]),
  );
}

function ofGroup(group: KindGroup): KindName[] {
  return kindNames.filter((kind) => kinds[kind].group === group);
}

function vocabularyNames(): VocabularyName[] {
  return ['status', 'dealType', 'role', 'verb'];
}

function link(kind: KindName): string {
  return `[\`${kind}\`](#${anchor(kind)})`;
}

/** A property that is called like a kind needs another heading, so that each has its own anchor. */
function propertyHeading(name: PropertyName): string {
  return kindNames.some((kind) => kind === name) ? `${name} (property)` : name;
}

function propertyLink(name: PropertyName): string {
  return `[\`${name}\`](#${anchor(propertyHeading(name))})`;
}

/** The anchor that Markdown viewers give to a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function deal(text: string): string {
  return fenced('deal', text);
}

function code(text: string): string {
  return `\`${text}\``;
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function page(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}
