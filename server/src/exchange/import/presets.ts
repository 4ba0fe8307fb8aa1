import { emptyMapping, headerKey, type ColumnMapping, type Mapping } from './mapping';
import { ownPreset } from './own-preset';
import type { Table } from './table';

/** How the export of a product becomes deals. */
export interface Preset {
  readonly name: string;
  /** What it is for, for people. */
  readonly title: string;
  /** Headers that tell it, each with other words for it: a file that has them all is one. */
  readonly told: readonly (readonly string[])[];
  readonly mapping: Mapping;
  /** The table as the mapping takes it, where that is another one than stands in the file. */
  readonly prepared?: (table: Table) => Table;
}

type Columns = Readonly<Record<string, ColumnMapping>>;

function preset(
  name: string,
  title: string,
  told: readonly (string | readonly string[])[],
  columns: Columns,
  rest: Partial<Mapping>,
): Preset {
  return {
    name,
    title,
    told: told.map((each) => (typeof each === 'string' ? [each] : each)),
    mapping: {
      ...emptyMapping,
      ...rest,
      columns: new Map(Object.entries(columns).map(([header, column]) => [headerKey(header), column])),
    },
  };
}

/** How the export of a certain product becomes deals: its numbers are the product's own, whatever the file is called. */
function productPreset(...[name, title, told, columns, rest]: Parameters<typeof preset>): Preset {
  const [product = name] = name.split('-');
  return preset(name, title, told, columns, { scope: name, partyScope: product, ...rest });
}

/** What Crunchbase calls rounds, with the type that it is; what is no type of ours stays in a field. */
const crunchbaseTypes = new Map([
  ['pre seed', 'pre-seed'],
  ['pre-seed', 'pre-seed'],
  ['seed', 'seed'],
  ['convertible note', 'convertible'],
  ['secondary market', 'secondary'],
  ['post ipo equity', 'PIPE'],
  ['post-ipo equity', 'PIPE'],
  ['a', 'series-a'],
  ['b', 'series-b'],
  ['c', 'series-c'],
  ['d', 'series-d'],
  ['e', 'series-e'],
  ['f', 'series-f'],
  ['g', 'series-g'],
  ['h', 'series-h'],
]);

/** Kinds by what Crunchbase calls a round; all else is a round. */
const crunchbaseKinds = new Map([
  ['debt financing', 'loan'],
  ['post ipo debt', 'loan'],
  ['post-ipo debt', 'loan'],
  ['grant', 'grant'],
  ['non equity assistance', 'grant'],
  ['non-equity assistance', 'grant'],
  // Said more closely in a field.
  ['venture', 'round'],
  ['angel', 'round'],
  ['private equity', 'round'],
  ['equity crowdfunding', 'round'],
  ['product crowdfunding', 'round'],
  ['corporate round', 'round'],
  ['initial coin offering', 'round'],
  ['undisclosed', 'round'],
  ['venture - series unknown', 'round'],
  ['series unknown', 'round'],
  ['funding round', 'round'],
  ['convertible note', 'convertible'],
  ['secondary market', 'secondary'],
  ['post ipo equity', 'PIPE'],
  ['post-ipo equity', 'PIPE'],
  ['post ipo secondary', 'secondary'],
  ['post-ipo secondary', 'secondary'],
]);

const crunchbaseSource = { publisher: 'Crunchbase' } as const;

const roundColumns: Columns = {
  funding_round_permalink: { is: 'key' },
  company_permalink: { is: 'receiver key' },
  company_name: { is: 'receiver' },
  company_category_list: { is: 'receiver sector', separator: '|' },
  company_country_code: { is: 'receiver country' },
  funding_round_type: { is: 'kind', values: crunchbaseKinds },
  funding_round_code: { is: 'type', values: crunchbaseTypes },
  funded_at: { is: 'date' },
  raised_amount_usd: { is: 'amount', currency: 'USD', zeroIsUnknown: true },
};

const pitchbookTypes = new Map([
  ['seed round', 'seed'],
  ['pre/accelerator/incubator', 'pre-seed'],
  ['pe growth/expansion', 'growth'],
  ['secondary transaction - private', 'secondary'],
]);

const pitchbookKinds = new Map([
  ['merger/acquisition', 'acquisition'],
  ['buyout/lbo', 'acquisition'],
  ['corporate asset purchase', 'acquisition'],
  ['management buyout', 'acquisition'],
  ['merger of equals', 'merger'],
  ['grant', 'grant'],
  ['debt - general', 'loan'],
  ['debt refinancing', 'loan'],
  ['mezzanine', 'loan'],
]);

const pitchbookStatus = new Map([
  ['completed', 'closed'],
  ['announced/in progress', 'announced'],
  ['upcoming', 'rumored'],
  ['rumored', 'rumored'],
  ['failed/cancelled', 'withdrawn'],
  ['failed', 'withdrawn'],
  ['cancelled', 'withdrawn'],
]);

/** In edge lists of who pays whom the one that pays stands first. */
const edgeKinds = new Map([
  ['equity investment', 'investment'],
  ['equity', 'investment'],
  ['investor', 'investment'],
  ['invested in', 'investment'],
  ['invests in', 'investment'],
  ['venture', 'investment'],
  ['stake', 'investment'],
  ['debt', 'loan'],
  ['lends to', 'loan'],
  ['acquired', 'acquisition'],
  ['acquires', 'acquisition'],
  ['m&a', 'acquisition'],
  ['buyout', 'acquisition'],
  ['supplier', 'supply'],
  ['supplies', 'supply'],
  ['hardware sale', 'supply'],
  ['cloud services', 'supply'],
  ['services', 'supply'],
  ['hardware purchase', 'supply reversed'],
  ['cloud contract', 'supply reversed'],
  ['purchase', 'supply reversed'],
  ['customer', 'supply reversed'],
  ['licensing', 'license'],
  ['partner', 'partnership'],
  ['alliance', 'partnership'],
  ['joint venture', 'partnership'],
  ['strategic partnership', 'partnership'],
  ['subsidiary', 'holding'],
  ['owns', 'holding'],
]);

/** All presets, those for a certain product first. */
export const presets: readonly Preset[] = [
  productPreset(
    'crunchbase-acquisitions',
    'Crunchbase: acquisitions (acquisitions.csv)',
    [
      'company_permalink',
      'company_name',
      'acquirer_permalink',
      'acquirer_name',
      'acquired_at',
      'price_amount',
    ],
    {
      company_permalink: { is: 'receiver key' },
      company_name: { is: 'receiver' },
      company_category_list: { is: 'receiver sector', separator: '|' },
      company_country_code: { is: 'receiver country' },
      acquirer_permalink: { is: 'giver key' },
      acquirer_name: { is: 'giver' },
      acquirer_category_list: { is: 'giver sector', separator: '|' },
      acquirer_country_code: { is: 'giver country' },
      acquired_at: { is: 'date' },
      price_amount: { is: 'amount', zeroIsUnknown: true },
      price_currency_code: { is: 'currency' },
    },
    { kind: 'acquisition', source: { ...crunchbaseSource, title: 'Crunchbase, acquisitions' } },
  ),
  productPreset(
    'crunchbase-investments',
    'Crunchbase: investments, one row for each investor of a round (investments.csv)',
    ['company_name', 'investor_name', 'funding_round_permalink', 'funded_at', 'raised_amount_usd'],
    {
      ...roundColumns,
      investor_permalink: { is: 'giver key' },
      investor_name: { is: 'giver' },
      investor_country_code: { is: 'giver country' },
    },
    { kind: 'round', giverKind: 'fund', source: { ...crunchbaseSource, title: 'Crunchbase, investments' } },
  ),
  productPreset(
    'crunchbase-rounds',
    'Crunchbase: funding rounds (rounds.csv)',
    ['company_name', 'funding_round_permalink', 'funded_at', 'raised_amount_usd'],
    roundColumns,
    {
      kind: 'round',
      giverKind: 'fund',
      source: { ...crunchbaseSource, title: 'Crunchbase, funding rounds' },
    },
  ),
  productPreset(
    'crunchbase-search-rounds',
    'Crunchbase: a search for funding rounds, exported',
    ['Transaction Name', 'Organization Name', 'Funding Type', 'Announced Date'],
    {
      'Transaction Name URL': { is: 'key' },
      'Transaction Name': { is: 'title' },
      'Organization Name URL': { is: 'receiver key' },
      'Organization Name': { is: 'receiver' },
      'Organization Website': { is: 'receiver website' },
      'Funding Type': { is: 'kind', values: crunchbaseKinds },
      'Investor Names': { is: 'giver', separator: ',' },
      'Lead Investors': { is: 'lead', separator: ',' },
      'Money Raised': { is: 'amount', zeroIsUnknown: true },
      'Money Raised Currency': { is: 'currency' },
      'Pre-Money Valuation': { is: 'valuation', as: 'pre' },
      'Announced Date': { is: 'date', status: 'announced' },
    },
    {
      kind: 'round',
      giverKind: 'fund',
      source: { ...crunchbaseSource, title: 'Crunchbase, search for funding rounds' },
    },
  ),
  productPreset(
    'crunchbase-search-acquisitions',
    'Crunchbase: a search for acquisitions, exported',
    ['Transaction Name', 'Acquiree Name', 'Acquirer Name', 'Announced Date'],
    {
      'Transaction Name URL': { is: 'key' },
      'Transaction Name': { is: 'title' },
      'Acquiree Name URL': { is: 'receiver key' },
      'Acquiree Name': { is: 'receiver' },
      "Acquiree's Website": { is: 'receiver website' },
      'Acquirer Name URL': { is: 'giver key' },
      'Acquirer Name': { is: 'giver' },
      "Acquirer's Website": { is: 'giver website' },
      'Acquisition Terms': { is: 'field' },
      Price: { is: 'amount', zeroIsUnknown: true },
      'Price Currency': { is: 'currency' },
      'Announced Date': { is: 'date', status: 'announced' },
    },
    { kind: 'acquisition', source: { ...crunchbaseSource, title: 'Crunchbase, search for acquisitions' } },
  ),
  productPreset(
    'pitchbook-deals',
    'PitchBook: deals, with amounts in millions',
    [['Companies', 'Company Name'], 'Deal Date', 'Deal Size', 'Deal Type'],
    {
      'Deal ID': { is: 'key' },
      Companies: { is: 'receiver', dropsBrackets: true },
      'Company Name': { is: 'receiver', dropsBrackets: true },
      'Company ID': { is: 'receiver key' },
      'Company Website': { is: 'receiver website' },
      'Primary Industry Sector': { is: 'receiver sector' },
      Investors: { is: 'giver', separator: ',', dropsBrackets: true },
      'Lead/Sole Investors': { is: 'lead', separator: ',', dropsBrackets: true },
      Acquirers: { is: 'giver', separator: ',', dropsBrackets: true },
      Sellers: { is: 'seller', separator: ',', dropsBrackets: true },
      'Deal Type': { is: 'kind', values: pitchbookKinds },
      Series: { is: 'type', values: pitchbookTypes },
      'VC Round': { is: 'field' },
      'Deal Status': { is: 'status', values: pitchbookStatus },
      'Deal Date': { is: 'date' },
      'Announced Date': { is: 'date', status: 'announced' },
      'Deal Size': { is: 'amount', power: 6, zeroIsUnknown: true },
      'Native Currency of Deal': { is: 'field' },
      'Pre-money Valuation': { is: 'valuation', as: 'pre', power: 6 },
      'Pre Money Valuation': { is: 'valuation', as: 'pre', power: 6 },
      'Post Valuation': { is: 'valuation', as: 'post', power: 6 },
      'Percent Acquired': { is: 'stake' },
      'Deal Synopsis': { is: 'note' },
    },
    // PitchBook exports in one currency; what a deal was made in stands beside it.
    {
      kind: 'round',
      currency: 'USD',
      giverKind: 'fund',
      source: { publisher: 'PitchBook', title: 'PitchBook, deals' },
    },
  ),
  productPreset(
    'epoch-funding-rounds',
    'Epoch AI: funding rounds of AI companies',
    ['Company', 'Close date', 'Funding (equity)', 'Valuation (post-money)'],
    {
      Id: { is: 'key' },
      Company: { is: 'receiver' },
      Investors: { is: 'giver', separator: ',' },
      'Lead investors': { is: 'lead', separator: ',' },
      'Close date': { is: 'date', status: 'closed' },
      'Report date': { is: 'date', status: 'announced' },
      'Funding (equity)': { is: 'amount', currency: 'USD' },
      'Funding (debt)': { is: 'debt', currency: 'USD' },
      'Valuation (post-money)': { is: 'valuation', as: 'post', currency: 'USD' },
      Status: { is: 'status', values: new Map([['in discussion', 'talks'], ['discussion', 'talks'], ['closed', 'closed'], ['cancelled', 'withdrawn'], ['announced', 'announced']]) }, // prettier-ignore
      Type: { is: 'type' },
      'Source 1': { is: 'source' },
      'Source 2': { is: 'source' },
      Confidence: { is: 'field' },
      Notes: { is: 'note' },
    },
    {
      kind: 'round',
      giverKind: 'fund',
      source: {
        publisher: 'Epoch AI',
        title: 'Epoch AI, AI companies: funding rounds',
        url: 'https://epoch.ai/data/ai-companies',
      },
    },
  ),
  ownPreset,
  preset(
    'edges',
    'a list of edges: from, to, what, how much, when',
    [
      ['source', 'from', 'giver', 'investor'],
      ['target', 'to', 'receiver'],
    ],
    {
      id: { is: 'key' },
      source: { is: 'giver' },
      from: { is: 'giver' },
      giver: { is: 'giver' },
      investor: { is: 'giver' },
      target: { is: 'receiver' },
      to: { is: 'receiver' },
      receiver: { is: 'receiver' },
      type: { is: 'kind', values: edgeKinds },
      kind: { is: 'kind', values: edgeKinds },
      relation: { is: 'kind', values: edgeKinds },
      relationship: { is: 'kind', values: edgeKinds },
      relationship_type: { is: 'kind', values: edgeKinds },
      edge_type: { is: 'kind', values: edgeKinds },
      amount: { is: 'amount' },
      amount_usd: { is: 'amount', currency: 'USD' },
      value: { is: 'amount' },
      value_usd: { is: 'amount', currency: 'USD' },
      weight: { is: 'field' },
      total_contract_value: { is: 'amount' },
      annual_value_2025_ltm: { is: 'field' },
      currency: { is: 'currency' },
      date: { is: 'date' },
      year: { is: 'date' },
      announced: { is: 'date', status: 'announced' },
      status: { is: 'status' },
      stake: { is: 'stake' },
      url: { is: 'source' },
      citation: { is: 'source' },
      confidence_score: { is: 'field' },
      label: { is: 'title' },
      notes: { is: 'note' },
      note: { is: 'note' },
    },
    { kind: 'investment', currency: 'USD' },
  ),
];

export function presetNamed(name: string): Preset | undefined {
  return presets.find((each) => each.name === name);
}

/** The preset whose headers a table has; undefined where it has those of none. */
export function presetFor(headers: readonly string[]): Preset | undefined {
  const keys = new Set(headers.map(headerKey));
  return presets.find(({ told }) => told.every((names) => names.some((name) => keys.has(headerKey(name)))));
}

/** The columns that tell a preset and that a table does not have, each with the other words for it. */
export function missingColumns({ told }: Preset, headers: readonly string[]): string[] {
  const keys = new Set(headers.map(headerKey));
  return told
    .filter((names) => !names.some((name) => keys.has(headerKey(name))))
    .map((names) => names.join(' or '));
}
