/**
 * THE table of the deal language: kinds, properties, modifiers and fixed words with their documentation and examples.
 * Parser vocabulary, completion, hover, validation, semantic tokens, the TextMate grammar and the reference page are
 * all made from it. A new property is one entry in `properties`.
 */

export type PartyKind = 'company' | 'fund' | 'person' | 'government' | 'organization';
export type DealKind =
  | 'investment'
  | 'round'
  | 'loan'
  | 'grant'
  | 'acquisition'
  | 'merger'
  | 'supply'
  | 'license'
  | 'partnership'
  | 'venture'
  | 'project';
export type FactKind = 'valuation' | 'holding' | 'metric' | 'fx' | 'claim';
export type KindName = PartyKind | DealKind | FactKind | 'source' | 'resource' | 'ecosystem';

export type KindGroup = 'party' | 'deal' | 'fact' | 'evidence' | 'vocabulary' | 'view';

/**
 * What may stand between a declaration's name and its block.
 * - `none`: nothing
 * - `subject`: one or more parties (`: Anthropic`)
 * - `directed`: from giver to receiver (`: Google -> Anthropic`)
 * - `mutual`: between equals (`: OpenAI <-> Microsoft`)
 * - `any`: a subject, directed or mutual, or nothing
 * - `currencies`: from one currency code to another (`: EUR -> USD`)
 * - `claim`: who says what of which declaration (`: Musk disputes Stargate.budget`)
 */
export type RelationShape = 'none' | 'subject' | 'directed' | 'mutual' | 'any' | 'currencies' | 'claim';

/**
 * How money moves along a deal's arrow.
 * - `forward`: from the left side to the right (an investor pays the company)
 * - `backward`: from the right side to the left (a customer pays its supplier)
 * - `toSeller`: from the left side to the `seller`s, not to the target (an acquisition)
 * - `members`: from the members into the venture
 * - `own`: spent by the subject on itself (a project)
 * - `none`: no direction that could be known
 */
export type MoneyDirection = 'forward' | 'backward' | 'toSeller' | 'members' | 'own' | 'none';

/** What the money of a deal is for; sums of different purposes are never mixed. */
export type MoneyPurpose = 'capital' | 'debt' | 'grant' | 'purchase' | 'trade' | 'plan';

export interface KindSchema {
  readonly group: KindGroup;
  readonly relation: RelationShape;
  /** Plural for headings and outlines. */
  readonly plural: string;
  /** A codicon's name. */
  readonly icon: string;
  /** For deals: which way money goes. */
  readonly money?: MoneyDirection;
  readonly purpose?: MoneyPurpose;
  /** The giver's part and the receiver's part in words, for sentences and tooltips. */
  readonly sides?: readonly [string, string];
  /** Whether a declaration of this kind states something that wants a source. */
  readonly wantsSource: boolean;
  readonly docs: string;
  readonly example: string;
  /** The block that completion inserts, in snippet syntax. */
  readonly snippet: string;
}

/** One line of Markdown each, written for someone who has never programmed. */
export const kinds: Readonly<Record<KindName, KindSchema>> = {
  company: {
    group: 'party',
    relation: 'none',
    plural: 'Companies',
    icon: 'briefcase',
    wantsSource: false,
    docs: 'A company, or a unit of one. Say `parent` where it belongs to another.',
    example:
      'company AWS "Amazon Web Services" {\n  parent   Amazon\n  provides cloud, compute\n}\n\ncompany Amazon',
    snippet: 'company ${1:Name}',
  },
  fund: {
    group: 'party',
    relation: 'none',
    plural: 'Funds',
    icon: 'library',
    wantsSource: false,
    docs: 'A venture capital firm, private-equity fund, sovereign fund or any other pool of capital.',
    example: 'fund Lightspeed "Lightspeed Venture Partners" { aka "LSVP" }',
    snippet: 'fund ${1:Name}',
  },
  person: {
    group: 'party',
    relation: 'none',
    plural: 'People',
    icon: 'person',
    wantsSource: false,
    docs: 'A person who invests, leads a party, or says something about a deal.',
    example: 'person Altman "Sam Altman" { role CEO at OpenAI }\n\ncompany OpenAI',
    snippet: 'person ${1:Name} "${2:Full name}"',
  },
  government: {
    group: 'party',
    relation: 'none',
    plural: 'Governments',
    icon: 'law',
    wantsSource: false,
    docs: 'A state, a ministry, an agency or a union of states.',
    example: 'government US "United States"',
    snippet: 'government ${1:Name}',
  },
  organization: {
    group: 'party',
    relation: 'none',
    plural: 'Organizations',
    icon: 'organization',
    wantsSource: false,
    docs: 'Any other body: a foundation, a university, a newspaper, a standards body.',
    example: 'organization MIT "Massachusetts Institute of Technology" { country US }',
    snippet: 'organization ${1:Name}',
  },
  investment: {
    group: 'deal',
    relation: 'directed',
    plural: 'Investments',
    icon: 'arrow-right',
    money: 'forward',
    purpose: 'capital',
    sides: ['investor', 'company'],
    wantsSource: true,
    docs: 'Money from one or more investors into a party. Several instalments are `tranche`s, a round with a name of its own is a `round`.',
    example:
      'investment AmazonAnthropic: Amazon -> Anthropic {\n  amount  $8B per <https://example.com/amazon>\n  tranche $4B on 2023-09-25\n  tranche $4B on 2024-11-22\n}\n\ncompany Amazon\ncompany Anthropic',
    snippet:
      'investment ${1:Name}: ${2:Investor} -> ${3:Company} {\n\tamount ${4:\\$1B}\n\tstatus ${5:announced} on ${6:2025-01}\n}',
  },
  round: {
    group: 'deal',
    relation: 'directed',
    plural: 'Rounds',
    icon: 'layers',
    money: 'forward',
    purpose: 'capital',
    sides: ['investor', 'company'],
    wantsSource: true,
    docs: 'A financing round: its investors, who leads it, the amount of the whole round and the valuation.',
    example:
      'round AnthropicSeriesE "Series E": Lightspeed -> Anthropic {\n  lead      Lightspeed\n  amount    ~$2B\n  valuation $60B\n  status    talks on 2025-01\n  per       <https://example.com/series-e>\n}\n\nfund Lightspeed\ncompany Anthropic',
    snippet:
      'round ${1:Name} "${2:Series A}": ${3:Investor} -> ${4:Company} {\n\tlead      ${3:Investor}\n\tamount    ${5:\\$10M}\n\tvaluation ${6:\\$100M} post\n\tstatus    ${7:announced} on ${8:2025-01}\n}',
  },
  loan: {
    group: 'deal',
    relation: 'directed',
    plural: 'Loans',
    icon: 'credit-card',
    money: 'forward',
    purpose: 'debt',
    sides: ['lender', 'borrower'],
    wantsSource: true,
    docs: 'Borrowed money: a credit line, a bond, venture debt.',
    example:
      'loan BankLine "Revolving credit line": JPMorgan -> OpenAI {\n  amount <$4B   per <https://example.com/loan>\n  term   3y\n  status signed on 2024-10\n}\n\ncompany JPMorgan\ncompany OpenAI',
    snippet:
      'loan ${1:Name}: ${2:Lender} -> ${3:Borrower} {\n\tamount ${4:\\$1B}\n\tterm   ${5:3y}\n\tstatus ${6:announced} on ${7:2025-01}\n}',
  },
  grant: {
    group: 'deal',
    relation: 'directed',
    plural: 'Grants',
    icon: 'gift',
    money: 'forward',
    purpose: 'grant',
    sides: ['grantor', 'recipient'],
    wantsSource: true,
    docs: 'Money given without a stake in return: subsidies, research grants, donations.',
    example:
      'grant ChipsActIntel: US -> Intel {\n  amount <$7.86B per <https://example.com/chips>\n  status closed  on 2024-11-26\n}\n\ngovernment US\ncompany Intel',
    snippet:
      'grant ${1:Name}: ${2:Grantor} -> ${3:Recipient} {\n\tamount ${4:\\$1M}\n\tstatus ${5:announced} on ${6:2025-01}\n}',
  },
  acquisition: {
    group: 'deal',
    relation: 'directed',
    plural: 'Acquisitions',
    icon: 'combine',
    money: 'toSeller',
    purpose: 'purchase',
    sides: ['buyer', 'target'],
    wantsSource: true,
    docs: 'A party buys another, or a part of it. The money goes to the `seller`, not to the target.',
    example:
      'acquisition GoogleDeepMind: Google -> DeepMind {\n  amount $400M..$650M per <https://example.com/deepmind>\n  type   majority\n  status closed       on 2014-01\n}\n\ncompany Google\ncompany DeepMind',
    snippet:
      'acquisition ${1:Name}: ${2:Buyer} -> ${3:Target} {\n\tamount ${4:\\$1B}\n\tstatus ${5:announced} on ${6:2025-01}\n}',
  },
  merger: {
    group: 'deal',
    relation: 'mutual',
    plural: 'Mergers',
    icon: 'git-merge',
    money: 'none',
    sides: ['partner', 'partner'],
    wantsSource: true,
    docs: 'Two or more parties become one.',
    example:
      'merger AlphaBeta: Alpha <-> Beta {\n  status announced on 2025-02 per <https://example.com/merger>\n}\n\ncompany Alpha\ncompany Beta',
    snippet: 'merger ${1:Name}: ${2:Party} <-> ${3:Party} {\n\tstatus ${4:announced} on ${5:2025-01}\n}',
  },
  supply: {
    group: 'deal',
    relation: 'directed',
    plural: 'Supply contracts',
    icon: 'server-process',
    money: 'backward',
    purpose: 'trade',
    sides: ['supplier', 'customer'],
    wantsSource: true,
    docs: 'A supplier delivers something to a customer: compute, chips, energy, data. The `amount` is what the customer pays.',
    example:
      'supply AzureOpenAI: Microsoft -> OpenAI {\n  provides compute       exclusive from 2019 until 2025-01 per <https://example.com/azure>\n  status   renegotiating on 2025-01\n}\n\ncompany Microsoft\ncompany OpenAI',
    snippet:
      'supply ${1:Name}: ${2:Supplier} -> ${3:Customer} {\n\tprovides ${4:compute}\n\tstatus   ${5:announced} on ${6:2025-01}\n}',
  },
  license: {
    group: 'deal',
    relation: 'directed',
    plural: 'Licences',
    icon: 'key',
    money: 'backward',
    purpose: 'trade',
    sides: ['licensor', 'licensee'],
    wantsSource: true,
    docs: 'The right to use something: models, data, patents, a brand. The `amount` is what the licensee pays.',
    example:
      'license NewsCorpOpenAI: NewsCorp -> OpenAI {\n  provides data\n  amount   ~$250M over 5y per <https://example.com/news>\n  status   signed on 2024-05-22\n}\n\ncompany NewsCorp\ncompany OpenAI',
    snippet:
      'license ${1:Name}: ${2:Licensor} -> ${3:Licensee} {\n\tprovides ${4:data}\n\tstatus   ${5:announced} on ${6:2025-01}\n}',
  },
  partnership: {
    group: 'deal',
    relation: 'any',
    plural: 'Partnerships',
    icon: 'link',
    money: 'none',
    sides: ['partner', 'partner'],
    wantsSource: true,
    docs: 'An alliance without a stake or a purchase of its own: joint research, distribution, integration.',
    example:
      'partnership AppleOpenAI: Apple <-> OpenAI {\n  provides distribution\n  status   announced on 2024-06-10 per <https://example.com/apple>\n}\n\ncompany Apple\ncompany OpenAI',
    snippet: 'partnership ${1:Name}: ${2:Party} <-> ${3:Party} {\n\tstatus ${4:announced} on ${5:2025-01}\n}',
  },
  venture: {
    group: 'deal',
    relation: 'none',
    plural: 'Ventures',
    icon: 'rocket',
    money: 'members',
    purpose: 'plan',
    sides: ['member', 'venture'],
    wantsSource: true,
    docs: 'A joint venture or consortium. A venture can stand wherever a party can: it may invest, buy and supply.',
    example:
      'venture Stargate {\n  member OpenAI           as operator\n  member SoftBank, Oracle as equity\n  budget $100B..$500B     per <https://example.com/stargate>\n  status announced        on 2025-01-21\n}\n\ncompany OpenAI\ncompany SoftBank\ncompany Oracle',
    snippet:
      'venture ${1:Name} {\n\tmember ${2:Party} as ${3:equity}\n\tbudget ${4:\\$1B}\n\tstatus ${5:announced} on ${6:2025-01}\n}',
  },
  project: {
    group: 'deal',
    relation: 'any',
    plural: 'Projects',
    icon: 'tools',
    money: 'own',
    purpose: 'plan',
    sides: ['owner', 'project'],
    wantsSource: true,
    docs: 'A capital plan or a thing that is built, by one party (`: Amazon`) or by several together (`: OpenAI <-> Microsoft`).',
    example:
      'project AmazonDataCentres "AI data centres": Amazon {\n  budget $100B     over 10y per <https://example.com/capex>\n  status announced on 2025-01\n}\n\ncompany Amazon',
    snippet:
      'project ${1:Name}: ${2:Party} {\n\tbudget ${3:\\$1B}\n\tstatus ${4:announced} on ${5:2025-01}\n}',
  },
  valuation: {
    group: 'fact',
    relation: 'subject',
    plural: 'Valuations',
    icon: 'graph-line',
    wantsSource: true,
    docs: 'What a party was worth at a date, apart from any round.',
    example:
      'valuation Anthropic2024: Anthropic {\n  value $18.5B on 2024-02 per <https://example.com/valuation>\n}\n\ncompany Anthropic',
    snippet: 'valuation ${1:Name}: ${2:Party} {\n\tvalue ${3:\\$1B} on ${4:2025-01}\n}',
  },
  holding: {
    group: 'fact',
    relation: 'directed',
    plural: 'Holdings',
    icon: 'pie-chart',
    sides: ['holder', 'held'],
    wantsSource: true,
    docs: 'A stake that one party holds in another, at a date.',
    example:
      'holding GoogleInAnthropic: Google -> Anthropic {\n  stake ~14% on 2025-03 per <https://example.com/stake>\n}\n\ncompany Google\ncompany Anthropic',
    snippet: 'holding ${1:Name}: ${2:Holder} -> ${3:Party} {\n\tstake ${4:10%} on ${5:2025-01}\n}',
  },
  metric: {
    group: 'fact',
    relation: 'subject',
    plural: 'Metrics',
    icon: 'dashboard',
    wantsSource: true,
    docs: 'A figure about a party: revenue, spending, head count, users, capacity.',
    example:
      'metric OpenAI2024: OpenAI {\n  revenue ~$3.7B/year on 2024 per <https://example.com/revenue>\n  users   300M users  on 2024-12\n}\n\ncompany OpenAI',
    snippet:
      'metric ${1:Name}: ${2:Party} {\n\t${3|revenue,spending,headcount,users,capacity|} ${4:\\$1B} on ${5:2025}\n}',
  },
  fx: {
    group: 'fact',
    relation: 'currencies',
    plural: 'Exchange rates',
    icon: 'arrow-swap',
    wantsSource: false,
    docs: 'An exchange rate: how much of the second currency one unit of the first bought on a date.',
    example: 'fx EURUSD: EUR -> USD {\n  rate 1.0842 on 2025-01-31\n}',
    snippet: 'fx ${1:EURUSD}: ${2:EUR} -> ${3:USD} {\n\trate ${4:1.08} on ${5:2025-01-31}\n}',
  },
  claim: {
    group: 'fact',
    relation: 'claim',
    plural: 'Claims',
    icon: 'comment',
    wantsSource: true,
    docs: 'Somebody says something about a declaration or one of its properties: who `asserts`, `disputes`, `denies`, `confirms` or `expects` what.',
    example:
      'claim MuskDoubts: Musk disputes Stargate.budget {\n  on  2025-01-22\n  per <https://example.com/musk>\n}\n\nperson Musk "Elon Musk"\n\nventure Stargate {\n  budget $100B per <https://example.com/stargate>\n}',
    snippet:
      'claim ${1:Name}: ${2:Who} ${3|asserts,disputes,denies,confirms,expects|} ${4:Deal.amount} {\n\ton ${5:2025-01}\n}',
  },
  source: {
    group: 'evidence',
    relation: 'none',
    plural: 'Sources',
    icon: 'book',
    wantsSource: false,
    docs: 'Where something was read. Its display name is the headline; facts point at it with `per`.',
    example:
      'source ft-anthropic "Google invests further $1bn in Anthropic" {\n  publisher "Financial Times"\n  published 2025-01-22\n}\n\ncompany Anthropic { founded 2021 per ft-anthropic }',
    snippet:
      'source ${1:name} "${2:Headline}" {\n\tpublisher "${3:Publisher}"\n\tpublished ${4:2025-01-22}\n\turl       <${5:https://}>\n}',
  },
  resource: {
    group: 'vocabulary',
    relation: 'none',
    plural: 'Resources',
    icon: 'symbol-misc',
    wantsSource: false,
    docs: 'Something that is supplied. `compute`, `cloud`, `chips`, `energy`, `data`, `models` and `distribution` are built in.',
    example: 'resource talent "People and know-how"\n\ncompany Acme { provides talent }',
    snippet: 'resource ${1:name} "${2:Description}"',
  },
  ecosystem: {
    group: 'view',
    relation: 'none',
    plural: 'Ecosystems',
    icon: 'type-hierarchy',
    wantsSource: false,
    docs: 'Everyone around one or more hubs: who backs them, supplies them, buys from them and is allied with them.',
    example: 'ecosystem OpenAIEcosystem "The OpenAI camp" { hub OpenAI }\n\ncompany OpenAI',
    snippet: 'ecosystem ${1:Name} { hub ${2:Party} }',
  },
};

export const kindNames = keysOf(kinds);

/** The keys of a table, as what they are. */
function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a literal table has no keys but those of its type
  return Object.keys(table) as Key[];
}

/** Whether a word opens a declaration. */
export function isKind(word: string): word is KindName {
  return Object.hasOwn(kinds, word);
}

const partyKinds = ['company', 'fund', 'person', 'government', 'organization'] as const;
const dealKinds = kindNames.filter((name) => kinds[name].group === 'deal');
const everyKind = kindNames;

/** What a reference may point at; a venture counts as a party. */
export type ReferenceTarget = 'party' | 'deal' | 'source' | 'resource' | 'claim' | 'valued' | 'any';

/** Whether a declaration of `kind` can stand where a reference wants `target`. */
export function fitsTarget(kind: KindName, target: ReferenceTarget): boolean {
  switch (target) {
    case 'any':
      return true;
    case 'party':
      return kinds[kind].group === 'party' || kind === 'venture';
    case 'deal':
      return kinds[kind].group === 'deal';
    case 'valued':
      return kind === 'valuation' || kind === 'round' || kind === 'investment' || kind === 'acquisition';
    default:
      return kind === target;
  }
}

export type ValueType =
  | 'money'
  | 'quantity'
  | 'percent'
  | 'multiple'
  | 'number'
  | 'date'
  | 'duration'
  | 'text'
  | 'url'
  | 'word'
  | 'choice'
  | 'reference';

export type ModifierName =
  | 'on'
  | 'from'
  | 'until'
  | 'over'
  | 'per'
  | 'as'
  | 'at'
  | 'of'
  | 'with'
  | 'note'
  | 'exclusive'
  | 'pre'
  | 'post'
  | 'cash'
  | 'credits'
  | 'shares'
  | 'compute'
  | 'likely'
  | 'uncertain'
  | 'speculative';

export interface ModifierSchema {
  /** What follows the word; `flag` takes nothing. */
  readonly value: 'flag' | 'date' | 'duration' | 'text' | 'money' | 'source' | 'party' | 'role' | 'valued';
  /** Whether several values may follow, with commas. */
  readonly list: boolean;
  readonly docs: string;
  readonly example: string;
}

export const modifiers: Readonly<Record<ModifierName, ModifierSchema>> = {
  on: {
    value: 'date',
    list: false,
    docs: 'The date of the fact: when it happened or held.',
    example: 'on 2025-01-21',
  },
  from: { value: 'date', list: false, docs: 'From this date on.', example: 'from 2019' },
  until: { value: 'date', list: false, docs: 'Up to and including this date.', example: 'until 2025-01' },
  over: { value: 'duration', list: false, docs: 'Spread over this time.', example: 'over 10y' },
  per: {
    value: 'source',
    list: true,
    docs: 'Where this was read: names of `source`s, or a bare `<https://…>` for a quick citation.',
    example: 'per ft-anthropic, <https://example.com/news>',
  },
  as: { value: 'role', list: true, docs: 'In which role.', example: 'as equity, operator' },
  at: { value: 'party', list: false, docs: 'With which party a person has a role.', example: 'at OpenAI' },
  of: {
    value: 'valued',
    list: false,
    docs: 'What a multiple is measured against.',
    example: 'of Anthropic2024',
  },
  with: {
    value: 'money',
    list: false,
    docs: 'How much of the whole this party puts in, or the parties of the line together.',
    example: 'with $19B',
  },
  note: {
    value: 'text',
    list: false,
    docs: 'A remark on this line.',
    example: 'note "board approval pending"',
  },
  exclusive: {
    value: 'flag',
    list: false,
    docs: 'Nobody else may provide it meanwhile.',
    example: 'exclusive',
  },
  pre: { value: 'flag', list: false, docs: 'Pre-money: before the new money.', example: 'pre' },
  post: { value: 'flag', list: false, docs: 'Post-money: the new money included.', example: 'post' },
  cash: { value: 'flag', list: false, docs: 'Handed over as cash.', example: 'cash' },
  credits: {
    value: 'flag',
    list: false,
    docs: 'Handed over as credits for services of the giver.',
    example: 'credits',
  },
  shares: { value: 'flag', list: false, docs: 'Paid in shares.', example: 'shares' },
  compute: { value: 'flag', list: false, docs: 'Handed over as computing time.', example: 'compute' },
  likely: { value: 'flag', list: false, docs: 'Confidence: probably so.', example: 'likely' },
  uncertain: { value: 'flag', list: false, docs: 'Confidence: may or may not be so.', example: 'uncertain' },
  speculative: { value: 'flag', list: false, docs: 'Confidence: a guess.', example: 'speculative' },
};

export const modifierNames = keysOf(modifiers);

/** Whether a word is a modifier anywhere. */
export function isModifier(word: string): word is ModifierName {
  return Object.hasOwn(modifiers, word);
}

const confidence = ['likely', 'uncertain', 'speculative'] as const;
/** Modifiers that stand on every property: when, from where, how sure, and a remark. */
const evidence = ['on', 'per', 'note', ...confidence] as const;
const span = ['from', 'until'] as const;
const form = ['cash', 'credits', 'shares', 'compute'] as const;

/** Words that answer the same question about a line. */
export const alternatives: readonly (readonly ModifierName[])[] = [['pre', 'post'], form, confidence];

export type VocabularyName = 'status' | 'dealType' | 'role' | 'verb';

export interface Word {
  readonly docs: string;
  /** Words of other trades with the same meaning; checks read them as this one. */
  readonly synonyms?: readonly string[];
}

/**
 * What a status says of the money.
 * `talk`: only talked about. `promise`: committed. `done`: executed. `over`: fell out. `keep`: says nothing new of it.
 */
export type Commitment = 'talk' | 'promise' | 'done' | 'over' | 'keep';

export interface StatusWord extends Word {
  readonly commitment: Commitment;
  /** Order in a deal's life before closing; later ones cannot precede earlier ones. Absent for states that can recur. */
  readonly step?: number;
  /** Nothing but a new start may follow. */
  readonly final?: boolean;
}

export const statuses = {
  rumored: {
    commitment: 'talk',
    step: 1,
    docs: 'Somebody reports it, nobody involved has said so.',
    synonyms: ['rumoured', 'rumor', 'seeking', 'upcoming'],
  },
  talks: {
    commitment: 'talk',
    step: 2,
    docs: 'The parties negotiate.',
    synonyms: ['negotiating', 'in-talks', 'discussions'],
  },
  letter: {
    commitment: 'talk',
    step: 3,
    docs: 'A letter of intent or term sheet, not binding.',
    synonyms: ['loi', 'mou', 'term-sheet', 'intent'],
  },
  announced: {
    commitment: 'promise',
    step: 4,
    docs: 'The parties have announced it.',
    synonyms: ['pending', 'in-progress', 'planned', 'committed'],
  },
  signed: {
    commitment: 'promise',
    step: 5,
    docs: 'The contract is signed.',
    synonyms: ['agreed', 'definitive'],
  },
  closed: {
    commitment: 'done',
    step: 6,
    docs: 'Done: money paid, shares handed over, contract in force.',
    synonyms: ['completed', 'complete', 'done', 'effective'],
  },
  amended: {
    commitment: 'keep',
    docs: 'Terms were changed, the deal goes on.',
    synonyms: ['renegotiated', 'restructured'],
  },
  renegotiating: { commitment: 'keep', docs: 'In force, while new terms are negotiated.', synonyms: [] },
  paused: { commitment: 'keep', docs: 'On hold.', synonyms: ['suspended', 'on-hold'] },
  withdrawn: {
    commitment: 'over',
    final: true,
    docs: 'Called off before it was closed.',
    synonyms: ['cancelled', 'canceled', 'failed', 'abandoned', 'dropped'],
  },
  terminated: { commitment: 'over', final: true, docs: 'Ended before its term.', synonyms: ['dissolved'] },
  expired: { commitment: 'over', final: true, docs: 'Ran out at its term.', synonyms: ['lapsed', 'ended'] },
} as const satisfies Record<string, StatusWord>;

export type StatusName = keyof typeof statuses;
export const statusNames = keysOf(statuses);

export const dealTypes: Readonly<Record<string, Word>> = {
  'pre-seed': { docs: 'Before a seed round.' },
  seed: { docs: 'The first priced money.' },
  'series-a': { docs: 'First large round.' },
  'series-b': { docs: 'Second large round.' },
  'series-c': { docs: 'Third large round.' },
  'series-d': { docs: 'Fourth large round.' },
  'series-e': { docs: 'Fifth large round.' },
  'series-f': { docs: 'Sixth large round.' },
  'series-g': { docs: 'Seventh large round.' },
  'series-h': { docs: 'Eighth large round.' },
  'series-i': { docs: 'Ninth large round.' },
  growth: { docs: 'Growth equity.' },
  bridge: { docs: 'Money to reach the next round.' },
  PIPE: { docs: 'Private investment in a listed company.' },
  IPO: { docs: 'First listing on an exchange.' },
  secondary: { docs: 'Existing shares change hands; the company gets no money.' },
  tender: { docs: 'An offer to buy shares from existing holders; the company gets no money.' },
  convertible: { docs: 'A note or SAFE that turns into shares.' },
  primary: { docs: 'New shares; the money goes to the company.' },
  majority: { docs: 'More than half of the shares.' },
  minority: { docs: 'Less than half of the shares.' },
  assets: { docs: 'Assets rather than shares.' },
  acquihire: { docs: 'Bought for its people.' },
};

export const roles: Readonly<Record<string, Word>> = {
  equity: { docs: 'Puts in equity.' },
  operator: { docs: 'Runs it.' },
  technology: { docs: 'Brings the technology.' },
  lead: { docs: 'Leads.' },
  lender: { docs: 'Lends.' },
  supplier: { docs: 'Supplies.' },
  customer: { docs: 'Buys from it.' },
  landlord: { docs: 'Owns the site.' },
  adviser: { docs: 'Advises.' },
};

export const verbs = {
  asserts: { docs: 'Says that it is so.' },
  disputes: { docs: 'Doubts it. The figure is marked as disputed wherever it is used.' },
  denies: { docs: 'Says that it is not so.' },
  confirms: { docs: 'Says of its own knowledge that it is so.' },
  expects: { docs: 'Forecasts it. A forecast is never counted as a fact.' },
} as const satisfies Record<string, Word>;

export type Verb = keyof typeof verbs;

/** Whether a word links the two sides of a claim. */
export function isVerb(word: string): word is Verb {
  return Object.hasOwn(verbs, word);
}

export const vocabularies: Readonly<Record<VocabularyName, Readonly<Record<string, Word>>>> = {
  status: statuses,
  dealType: dealTypes,
  role: roles,
  verb: verbs,
};

/** Resources that need no declaration. */
export const builtInResources: Readonly<Record<string, Word>> = {
  compute: { docs: 'Computing capacity, mostly accelerators.' },
  cloud: { docs: 'Cloud services.' },
  chips: { docs: 'Processors and accelerators.' },
  energy: { docs: 'Electricity and heat.' },
  data: { docs: 'Data and content.' },
  models: { docs: 'Trained models and access to them.' },
  distribution: { docs: 'Access to customers.' },
};

/** Stands for parties that are not known, and for figures nobody has disclosed. */
export const undisclosed = 'undisclosed';

export interface PropertySchema {
  /** The kinds that take it. */
  readonly on: readonly KindName[];
  /** Accepted types, the usual one first. */
  readonly values: readonly ValueType[];
  /** For `reference`. */
  readonly target?: ReferenceTarget;
  /** For `choice` and `word`: the words offered; for `choice` the only ones allowed. */
  readonly vocabulary?: VocabularyName;
  /** Several values on one line, with commas. */
  readonly list?: boolean;
  /** Two values side by side: `field "name" "value"`. */
  readonly pair?: boolean;
  /** May stand several times. Others may too, but only with different `per`. */
  readonly many?: boolean;
  /** The kinds that cannot do without it. */
  readonly requiredOn?: readonly KindName[];
  /** Whether a rate such as `$6B/year` is allowed. */
  readonly rate?: boolean;
  readonly modifiers: readonly ModifierName[];
  readonly docs: string;
  readonly example: string;
}

const moneyIn = [
  'investment',
  'round',
  'loan',
  'grant',
  'acquisition',
  'merger',
  'supply',
  'license',
  'partnership',
] as const;

const propertyTable = {
  amount: {
    on: moneyIn,
    values: ['money'],
    rate: true,
    modifiers: [...evidence, ...span, ...form, 'over'],
    docs: 'The money of the deal as a whole.',
    example: 'amount $1B per ft-anthropic',
  },
  tranche: {
    on: ['investment', 'round', 'loan', 'grant', 'acquisition', 'supply'],
    values: ['money'],
    many: true,
    modifiers: [...evidence, ...form, 'as'],
    docs: 'One instalment. All tranches add up to the `amount`.',
    example: 'tranche $4B on 2023-09-25',
  },
  paid: {
    on: dealKinds,
    values: ['money'],
    many: true,
    modifiers: [...evidence, ...span, ...form],
    docs: 'Money that was really handed over so far.',
    example: 'paid $1.25B on 2023-09-25',
  },
  total: {
    on: ['investment', 'round', 'loan', 'grant'],
    values: ['money'],
    modifiers: [...evidence],
    docs: 'The running total between these parties, this deal included.',
    example: 'total $3B on 2025-01',
  },
  stake: {
    on: ['investment', 'round', 'acquisition', 'holding', 'venture'],
    values: ['percent'],
    requiredOn: ['holding'],
    modifiers: [...evidence, ...span],
    docs: 'The share of the party that is bought or held.',
    example: 'stake 13.56%',
  },
  valuation: {
    on: ['investment', 'round', 'acquisition', 'merger'],
    values: ['money'],
    modifiers: [...evidence, 'pre', 'post'],
    docs: 'What the deal values the party at; `pre` or `post` the new money where that is known, on a line each where both are.',
    example: 'valuation $60B post',
  },
  lead: {
    on: ['investment', 'round', 'loan'],
    values: ['reference'],
    target: 'party',
    list: true,
    many: true,
    modifiers: [...evidence, 'with'],
    docs: 'Who leads the deal.',
    example: 'lead Lightspeed',
  },
  budget: {
    on: ['venture', 'project'],
    values: ['money'],
    modifiers: [...evidence, ...span, 'over'],
    docs: 'What is planned to be spent in all.',
    example: 'budget $100B..$500B over 4y',
  },
  member: {
    on: ['venture'],
    values: ['reference'],
    target: 'party',
    list: true,
    many: true,
    modifiers: [...evidence, ...span, 'as', 'with'],
    docs: 'Who takes part, in which role, and with how much.',
    example: 'member SoftBank, Oracle as equity with $19B',
  },
  seller: {
    on: ['acquisition', 'round', 'investment'],
    values: ['reference'],
    target: 'party',
    list: true,
    many: true,
    modifiers: [...evidence],
    docs: 'Who sells, and so who gets the money.',
    example: 'seller Founders',
  },
  customer: {
    on: ['venture', 'project'],
    values: ['reference'],
    target: 'party',
    list: true,
    many: true,
    modifiers: [...evidence, ...span],
    docs: 'Who will use what is built.',
    example: 'customer OpenAI',
  },
  adviser: {
    on: dealKinds,
    values: ['reference'],
    target: 'party',
    list: true,
    many: true,
    modifiers: [...evidence, 'as'],
    docs: 'Who advises on the deal.',
    example: 'adviser Goldman',
  },
  provides: {
    on: [
      'company',
      'fund',
      'government',
      'organization',
      'supply',
      'license',
      'partnership',
      'venture',
      'project',
      'investment',
    ],
    values: ['reference'],
    target: 'resource',
    list: true,
    many: true,
    modifiers: [...evidence, ...span, 'exclusive'],
    docs: 'What is delivered: a built-in resource or one of your own.',
    example: 'provides compute exclusive from 2019 until 2025-01',
  },
  capacity: {
    on: ['supply', 'venture', 'project', 'metric', 'partnership', 'license'],
    values: ['quantity'],
    many: true,
    modifiers: [...evidence, ...span],
    docs: 'How much is delivered or built, in a unit.',
    example: 'capacity ~10GW',
  },
  term: {
    on: ['loan', 'supply', 'license', 'partnership', 'venture', 'project', 'investment'],
    values: ['duration'],
    modifiers: [...evidence, ...span],
    docs: 'How long the contract runs.',
    example: 'term 10y from 2019-07',
  },
  debt: {
    on: ['acquisition', 'merger', 'round', 'investment', 'venture', 'project'],
    values: ['money'],
    modifiers: [...evidence],
    docs: 'The part that is borrowed or taken over as debt.',
    example: 'debt $13B',
  },
  type: {
    on: ['investment', 'round', 'acquisition', 'loan'],
    values: ['choice'],
    vocabulary: 'dealType',
    list: true,
    modifiers: ['per', 'note'],
    docs: 'What sort of round or purchase it is.',
    example: 'type series-e',
  },
  location: {
    on: ['venture', 'project', 'supply'],
    values: ['text', 'word'],
    list: true,
    many: true,
    modifiers: [...evidence],
    docs: 'Where it is or will be.',
    example: 'location "Abilene, Texas"',
  },
  status: {
    on: [...dealKinds, 'claim'],
    values: ['choice'],
    vocabulary: 'status',
    many: true,
    modifiers: [...evidence, ...span],
    docs: 'Where the deal stands. Stands once for each change, with its date.',
    example: 'status announced on 2025-01-21',
  },
  relates: {
    on: [...dealKinds, 'claim'],
    values: ['reference'],
    target: 'deal',
    list: true,
    many: true,
    modifiers: ['note', 'per'],
    docs: 'Deals that hang together, such as an investment and the purchase that comes back.',
    example: 'relates AmazonAnthropic',
  },
  value: {
    on: ['valuation'],
    values: ['money'],
    requiredOn: ['valuation'],
    modifiers: [...evidence, 'pre', 'post'],
    docs: 'What the party was worth.',
    example: 'value $18.5B on 2024-02',
  },
  revenue: {
    on: ['metric'],
    values: ['money'],
    rate: true,
    many: true,
    modifiers: [...evidence, ...span],
    docs: 'What the party earned.',
    example: 'revenue ~$3.7B/year on 2024',
  },
  spending: {
    on: ['metric'],
    values: ['money'],
    rate: true,
    many: true,
    modifiers: [...evidence, ...span],
    docs: 'What the party spent.',
    example: 'spending $5B/year on 2024',
  },
  headcount: {
    on: ['metric'],
    values: ['quantity', 'number'],
    many: true,
    modifiers: [...evidence],
    docs: 'How many people work there.',
    example: 'headcount 4500 people on 2025-01',
  },
  users: {
    on: ['metric'],
    values: ['quantity', 'number'],
    many: true,
    modifiers: [...evidence],
    docs: 'How many people use it.',
    example: 'users 300M users on 2024-12',
  },
  rate: {
    on: ['fx'],
    values: ['number'],
    requiredOn: ['fx'],
    many: true,
    modifiers: ['on', 'per', 'note'],
    docs: 'How much of the second currency one unit of the first buys.',
    example: 'rate 1.0842 on 2025-01-31',
  },
  multiple: {
    on: ['claim'],
    values: ['multiple'],
    modifiers: [...evidence, 'of', 'over'],
    docs: 'How many times as much the claimed figure is, measured against another one.',
    example: 'multiple >3x of Anthropic2024',
  },
  quote: {
    on: ['claim', 'source'],
    values: ['text'],
    many: true,
    modifiers: ['on', 'per', 'note'],
    docs: 'The very words.',
    example: 'quote "They do not have the money."',
  },
  about: {
    on: ['claim'],
    values: ['reference'],
    target: 'any',
    list: true,
    modifiers: ['note'],
    docs: 'Whom or what the claim concerns besides what it names.',
    example: 'about Microsoft',
  },
  answers: {
    on: ['claim'],
    values: ['reference'],
    target: 'claim',
    list: true,
    modifiers: ['note'],
    docs: 'The claim that this one answers.',
    example: 'answers MuskDoubts',
  },
  hub: {
    on: ['ecosystem'],
    values: ['reference'],
    target: 'party',
    list: true,
    many: true,
    requiredOn: ['ecosystem'],
    modifiers: ['note'],
    docs: 'Who is at the centre.',
    example: 'hub OpenAI',
  },
  include: {
    on: ['ecosystem'],
    values: ['reference'],
    target: 'any',
    list: true,
    many: true,
    modifiers: ['note', 'per'],
    docs: 'Parties or deals that are counted in although no deal ties them to a hub.',
    example: 'include Nvidia',
  },
  exclude: {
    on: ['ecosystem'],
    values: ['reference'],
    target: 'any',
    list: true,
    many: true,
    modifiers: ['note', 'per'],
    docs: 'Parties or deals that are left out.',
    example: 'exclude Apple',
  },
  aka: {
    on: [...partyKinds, 'venture', 'resource'],
    values: ['text', 'word'],
    list: true,
    many: true,
    modifiers: ['from', 'until', 'note', 'per'],
    docs: 'Other names, as they stand in articles and registers.',
    example: 'aka "LSVP", "Lightspeed"',
  },
  parent: {
    on: ['company', 'fund', 'government', 'organization'],
    values: ['reference'],
    target: 'party',
    modifiers: [...evidence, ...span],
    docs: 'The party that this one is a unit of.',
    example: 'parent Amazon',
  },
  manager: {
    on: ['fund'],
    values: ['reference'],
    target: 'party',
    list: true,
    modifiers: [...evidence, ...span],
    docs: 'Who manages the fund.',
    example: 'manager SoftBank',
  },
  role: {
    on: ['person'],
    values: ['word', 'text'],
    list: true,
    many: true,
    modifiers: [...evidence, ...span, 'at'],
    docs: 'What a person does, and where.',
    example: 'role CEO at OpenAI from 2019',
  },
  country: {
    on: partyKinds,
    values: ['word', 'text'],
    list: true,
    modifiers: ['per', 'note'],
    docs: 'Where the party is at home.',
    example: 'country US',
  },
  sector: {
    on: partyKinds,
    values: ['word', 'text'],
    list: true,
    many: true,
    modifiers: ['per', 'note'],
    docs: 'What business the party is in.',
    example: 'sector ai-models, cloud',
  },
  founded: {
    on: ['company', 'fund', 'government', 'organization', 'venture'],
    values: ['date'],
    modifiers: ['per', 'note', 'likely', 'uncertain', 'speculative'],
    docs: 'When the party came to be.',
    example: 'founded 2021',
  },
  closed: {
    on: ['company', 'fund', 'government', 'organization', 'venture'],
    values: ['date'],
    modifiers: ['per', 'note', 'likely', 'uncertain', 'speculative'],
    docs: 'When the party ceased to be.',
    example: 'closed 2024-06',
  },
  ticker: {
    on: ['company', 'fund'],
    values: ['text', 'word'],
    list: true,
    modifiers: ['from', 'until', 'note', 'per'],
    docs: 'The sign under which its shares are traded.',
    example: 'ticker "NASDAQ:GOOGL"',
  },
  lei: {
    on: ['company', 'fund', 'government', 'organization', 'venture'],
    values: ['text', 'word'],
    modifiers: ['note', 'per'],
    docs: 'Legal Entity Identifier (ISO 17442), 20 characters.',
    example: 'lei "5493006MHB84DD0ZWV18"',
  },
  website: {
    on: [...partyKinds, 'venture', 'project'],
    values: ['url'],
    list: true,
    modifiers: ['note'],
    docs: 'Its own site.',
    example: 'website <https://www.anthropic.com>',
  },
  publisher: {
    on: ['source'],
    values: ['text', 'word'],
    modifiers: ['note'],
    docs: 'Who published it.',
    example: 'publisher "Financial Times"',
  },
  published: {
    on: ['source'],
    values: ['date'],
    modifiers: ['note'],
    docs: 'When it was published.',
    example: 'published 2025-01-22',
  },
  retrieved: {
    on: ['source'],
    values: ['date'],
    modifiers: ['note'],
    docs: 'When it was read.',
    example: 'retrieved 2025-01-23',
  },
  author: {
    on: ['source'],
    values: ['text', 'word'],
    list: true,
    modifiers: ['note'],
    docs: 'Who wrote it.',
    example: 'author "Jane Doe"',
  },
  url: {
    on: ['source'],
    values: ['url'],
    modifiers: ['note'],
    docs: 'Where it can be read.',
    example: 'url <https://example.com/article>',
  },
  via: {
    on: ['source'],
    values: ['reference'],
    target: 'source',
    list: true,
    modifiers: ['note'],
    docs: 'The source that this one takes its knowledge from. Several that trace to one count as one.',
    example: 'via ft-anthropic',
  },
  broader: {
    on: ['resource'],
    values: ['reference'],
    target: 'resource',
    modifiers: ['note'],
    docs: 'The resource that this one is a part of.',
    example: 'broader compute',
  },
  on: {
    on: [...dealKinds, 'valuation', 'holding', 'metric', 'claim'],
    values: ['date'],
    modifiers: ['per', 'note'],
    docs: 'The date of the whole declaration, where no line gives its own.',
    example: 'on 2025-01-22',
  },
  per: {
    on: everyKind.filter((name) => name !== 'source'),
    values: ['reference', 'url'],
    target: 'source',
    list: true,
    many: true,
    modifiers: ['note'],
    docs: 'Where all of this declaration was read.',
    example: 'per ft-anthropic',
  },
  tags: {
    on: everyKind,
    values: ['word', 'text'],
    list: true,
    many: true,
    modifiers: [],
    docs: 'Words of your own to find things by.',
    example: 'tags watchlist, ai',
  },
  note: {
    on: everyKind,
    values: ['text'],
    many: true,
    modifiers: ['per', 'on'],
    docs: 'A remark.',
    example: 'note "Needs more compute than one supplier gives."',
  },
  field: {
    on: everyKind,
    values: ['text'],
    pair: true,
    many: true,
    modifiers: ['per', 'note'],
    docs: 'A column of your own: its name and its value.',
    example: 'field "internal id" "A-113"',
  },
} as const satisfies Record<string, PropertySchema>;

export type PropertyName = keyof typeof propertyTable;
export const properties: Readonly<Record<PropertyName, PropertySchema>> = propertyTable;
export const propertyNames = keysOf(properties);

/** Whether a word is a property of some kind. */
export function isProperty(word: string): word is PropertyName {
  return Object.hasOwn(properties, word);
}

/** The properties of each kind, required ones first, then in the table's order. */
const propertiesByKind = new Map<KindName, readonly PropertyName[]>(
  kindNames.map((kind) => {
    const taken = propertyNames.filter((name) => properties[name].on.includes(kind));
    const required = taken.filter((name) => isRequired(kind, name));
    return [kind, [...required, ...taken.filter((name) => !required.includes(name))]];
  }),
);

/** The properties that a kind takes, required ones first. */
export function propertiesOf(kind: KindName): readonly PropertyName[] {
  return propertiesByKind.get(kind) ?? [];
}

/** Whether `kind` takes the property `name`. */
export function takesProperty(kind: KindName, name: PropertyName): boolean {
  return properties[name].on.includes(kind);
}

/** Whether a declaration of `kind` is incomplete without the property `name`. */
export function isRequired(kind: KindName, name: PropertyName): boolean {
  return properties[name].requiredOn?.includes(kind) ?? false;
}

/** The status that a word stands for, read as professionals' tools write it ("Completed"), or undefined. */
export function findStatus(word: string): StatusName | undefined {
  return statusByWord.get(word.toLowerCase());
}

const statusByWord = new Map<string, StatusName>(
  statusNames.flatMap((name) =>
    [name, ...statuses[name].synonyms].map((word): [string, StatusName] => [word, name]),
  ),
);
