// The TextMate grammar: colours before the server answers, and wherever no server runs (web pages, diffs, previews).
// Everything in it comes from the schema; the scopes are those that editors give to the semantic tokens of the server,
// so that nothing changes its colour when those arrive.
import {
  isProperty,
  kindNames,
  kinds,
  modifierNames,
  modifiers,
  properties,
  propertyNames,
  undisclosed,
  verbs,
  type KindGroup,
  type KindName,
  type ModifierName,
  type PropertyName,
  type ReferenceTarget,
} from '../../server/src/language/schema';

/** A rule as TextMate grammars write it. */
interface Rule {
  name?: string;
  match?: string;
  begin?: string;
  end?: string;
  captures?: Record<string, { name: string }>;
  beginCaptures?: Record<string, { name: string }>;
  endCaptures?: Record<string, { name: string }>;
  patterns?: Rule[];
  include?: string;
}

const scope = {
  keyword: 'keyword.control.deal',
  party: 'entity.name.type.class.deal',
  deal: 'entity.name.function.deal',
  variable: 'variable.other.readwrite.deal',
  word: 'variable.other.enummember.deal',
  namespace: 'entity.name.namespace.deal',
  property: 'variable.other.property.deal',
  number: 'constant.numeric.deal',
  operator: 'keyword.operator.deal',
  string: 'string.quoted.double.deal',
} as const;

const declared: Readonly<Record<KindGroup, string>> = {
  party: scope.party,
  deal: scope.deal,
  fact: scope.variable,
  evidence: scope.variable,
  vocabulary: scope.word,
  view: scope.namespace,
};

const referred: Readonly<Record<ReferenceTarget, string>> = {
  party: scope.party,
  deal: scope.deal,
  source: scope.variable,
  resource: scope.word,
  claim: scope.variable,
  valued: scope.variable,
  any: scope.variable,
};

const blank = '[ \\t\\x{a0}\\x{feff}]';
const wordPart = '[\\p{L}\\p{M}\\p{Nd}_]';
const word = `[\\p{L}_](?:${wordPart}|-(?=${wordPart}))*`;
const wordEnd = `(?!${wordPart}|-${wordPart})`;
/** Not inside a longer word or figure. */
const wordStart = `(?<!${wordPart})(?<!${wordPart}-)`;
const text = '"(?:[^"\\\\]|\\\\.)*+(?:"|$)';
const figure = '\\d(?:[A-Za-z\\d_]|-[A-Za-z\\d_]|\\.\\d|,\\d{3}(?!\\d))*';

/** Kinds that are properties as well need what only a header has behind the name. */
const plainKinds = kindNames.filter((kind) => !isProperty(kind));
const ambiguousKinds = kindNames.filter((kind) => isProperty(kind));
const name = `(?:${text}|${word})`;
const declarationAhead = `${blank}*(?:${oneOf(plainKinds)}(?:${blank}*"|${blank}+[\\p{L}_\\d])|${oneOf(ambiguousKinds)}${blank}*${name}${blank}*[:{"])`;
/** Ends whatever is open, like the parser. */
const nextDeclaration = `(?=^${declarationAhead})`;
/** Only this ends a text that is open: the lexer looks at the first column, for whatever kind. */
const declarationInFirstColumn = `${oneOf(kindNames)}(?:[ \\t]*"|[ \\t]+[\\p{L}_])`;

const lineStart = `(?:^|(?<=[;}]|\\*/))${blank}*`;
const rowStart = `(?:^|(?<=[{;]|\\*/))${blank}*`;

/** The files that are made here. */
export function outputs(): { path: string; content: string }[] {
  return [{ path: 'syntaxes/deal.tmLanguage.json', content: `${JSON.stringify(grammar(), undefined, 2)}\n` }];
}

function grammar() {
  const groups = [...new Set(kindNames.map((kind) => kinds[kind].group))];
  return {
    name: 'Deal',
    scopeName: 'source.deal',
    fileTypes: ['deal'],
    patterns: [
      { include: '#comments' },
      ...groups.map((group) => ({ include: `#declaration-${group}` })),
      { include: '#block' },
      { include: '#literals' },
      claimed(),
      { include: '#path' },
      { include: '#undisclosed' },
      { match: word, name: scope.party },
    ],
    repository: {
      comments: comments(),
      ...Object.fromEntries(groups.map((group) => [`declaration-${group}`, declaration(group)])),
      block: block(),
      literals: literals(),
      figures: figures(),
      ...modifierSets(),
      path: { match: `(?<=${wordPart}|")\\.(${word})`, captures: { 1: { name: scope.property } } },
      undisclosed: { match: `${wordStart}${undisclosed}${wordEnd}`, name: scope.word },
    },
  };
}

function comments(): Rule {
  return {
    patterns: [
      { match: '///(?!/).*$', name: 'comment.line.documentation.deal' },
      { match: '//.*$', name: 'comment.line.double-slash.deal' },
      { begin: '/\\*', end: '\\*/', name: 'comment.block.deal' },
    ],
  };
}

/** A kind at the start of a line and the name behind it; between currencies there are no parties. */
function declaration(group: KindGroup): Rule {
  const own = kindNames.filter((kind) => kinds[kind].group === group);
  const currencies = own.filter((kind) => kinds[kind].relation === 'currencies');
  const header = (these: readonly KindName[]) =>
    `${lineStart}(${oneOf(these)})${wordEnd}(?:${blank}*(${name}))?`;
  const captures = { 1: { name: scope.keyword }, 2: { name: declared[group] } };
  const others = {
    match: header(own.filter((kind) => !currencies.includes(kind))),
    captures,
  };
  if (currencies.length === 0) return others;
  const code = `${blank}*([A-Z]{3})${blank}*`;
  return {
    patterns: [
      {
        match: `${header(currencies)}${blank}*:${code}(->)${code}`,
        captures: {
          ...captures,
          3: { name: scope.word },
          4: { name: scope.operator },
          5: { name: scope.word },
        },
      },
      others,
    ],
  };
}

/** The verb of a claim, and what the claim is about: declarations of whatever kind. */
function claimed(): Rule {
  return {
    begin: `${wordStart}(${oneOf(Object.keys(verbs))})${wordEnd}`,
    beginCaptures: { 1: { name: scope.keyword } },
    end: `$|(?=\\{)|${nextDeclaration}`,
    patterns: [
      { include: '#comments' },
      { include: '#literals' },
      { include: '#path' },
      { include: '#undisclosed' },
      { match: word, name: scope.variable },
    ],
  };
}

/** Between braces. A declaration at the start of a line ends it even where the closing brace is missing. */
function block(): Rule {
  return {
    begin: '\\{',
    end: `\\}|${nextDeclaration}`,
    beginCaptures: { 0: { name: 'punctuation.section.block.begin.deal' } },
    endCaptures: { 0: { name: 'punctuation.section.block.end.deal' } },
    patterns: [
      { include: '#comments' },
      { match: ';', name: 'punctuation.terminator.deal' },
      ...rows(),
      { include: '#literals' },
      { include: '#figures' },
      { include: '#path' },
      { include: '#undisclosed' },
      modifierRule(modifierNames),
      { match: word, name: scope.variable },
    ],
  };
}

/** The properties, those with the same sort of values and the same modifiers in one rule. */
function rows(): Rule[] {
  const alike = new Map<string, PropertyName[]>();
  for (const property of propertyNames) {
    const key = `${wordScope(property)} ${properties[property].modifiers.toSorted().join()}`;
    alike.set(key, [...(alike.get(key) ?? []), property]);
  }
  return [...alike.values()].map((these) => {
    const [first] = these;
    if (!first) throw new Error('a group has at least one property');
    return {
      begin: `${rowStart}(${oneOf(these)})${wordEnd}`,
      beginCaptures: { 1: { name: scope.property } },
      end: `$|(?=[;}])|${nextDeclaration}`,
      patterns: [
        { include: '#comments' },
        { include: '#literals' },
        { include: '#figures' },
        { include: '#path' },
        { include: '#undisclosed' },
        { include: `#${modifiersName(properties[first].modifiers)}` },
        { match: word, name: wordScope(first) },
      ],
    };
  });
}

/** The modifiers that some property takes, each such set once. */
function modifierSets(): Record<string, Rule> {
  return Object.fromEntries(
    propertyNames
      .map((property) => properties[property].modifiers)
      .map((allowed) => [modifiersName(allowed), { patterns: modifierRules(allowed) }]),
  );
}

function modifiersName(allowed: readonly ModifierName[]): string {
  return ['modifiers', ...allowed.toSorted()].join('-');
}

/** What a bare word among the values of a property is. */
function wordScope(property: PropertyName): string {
  const { values, target } = properties[property];
  if (values.includes('reference')) return referred[target ?? 'any'];
  return values.some((type) => type === 'choice' || type === 'word' || type === 'text')
    ? scope.word
    : scope.number;
}

/** The modifiers, each with what its values are. */
function modifierRules(allowed: readonly ModifierName[]): Rule[] {
  const alike = new Map<string | undefined, ModifierName[]>();
  for (const modifier of allowed) {
    const key = modifierWordScope(modifier);
    alike.set(key, [...(alike.get(key) ?? []), modifier]);
  }
  return [...alike].map(([wordsAs, these]) => {
    if (!wordsAs) return modifierRule(these);
    return {
      begin: `${wordStart}(${oneOf(these)})${wordEnd}`,
      beginCaptures: { 1: { name: scope.keyword } },
      end: `$|(?=[;}])|${nextDeclaration}|${wordStart}(?=${oneOf(allowed)}${wordEnd})`,
      patterns: [
        { include: '#comments' },
        { include: '#literals' },
        { include: '#path' },
        { include: '#undisclosed' },
        { match: word, name: wordsAs },
        { include: '#figures' },
      ],
    };
  });
}

function modifierRule(these: readonly ModifierName[]): Rule {
  return { match: `${wordStart}${oneOf(these)}${wordEnd}`, name: scope.keyword };
}

/** What a bare word behind a modifier is; undefined where none stands there. */
function modifierWordScope(modifier: ModifierName): string | undefined {
  switch (modifiers[modifier].value) {
    case 'source':
      return referred.source;
    case 'party':
      return referred.party;
    case 'valued':
      return referred.valued;
    case 'role':
      return scope.word;
    default:
      return undefined;
  }
}

/** What looks the same everywhere: texts, addresses, arrows. */
function literals(): Rule {
  return {
    patterns: [
      {
        begin: '"""',
        end: `"""|(?=^${declarationInFirstColumn})`,
        name: 'string.quoted.triple.deal',
      },
      {
        begin: '"',
        end: '"|$',
        name: scope.string,
        patterns: [{ match: '\\\\.', name: 'constant.character.escape.deal' }],
      },
      {
        match: '<[A-Za-z][A-Za-z0-9.-]*://[^\\x{0}-\\x{20}<>]*+>?',
        name: 'string.other.link.deal',
      },
      { match: '<->|->', name: scope.operator },
    ],
  };
}

/** Amounts, dates, durations, shares. */
function figures(): Rule {
  return {
    patterns: [
      { match: `(?:${wordStart}[A-Z]{1,3})?\\p{Sc}`, name: scope.number },
      { match: `${wordStart}[A-Z]{3}(?=${blank}+[~<>]?=?${blank}*\\d)`, name: scope.number },
      { match: figure, name: scope.number },
      { match: '\\.\\.|[<>]=?|[~%?/-]', name: scope.number },
    ],
  };
}

function oneOf(words: readonly string[]): string {
  // The longest first: an alternation takes the first that fits.
  return `(?:${words.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|')})`;
}
