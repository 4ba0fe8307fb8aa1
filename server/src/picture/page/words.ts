import type { GraphWords } from '../drawing/graph/graph-drawing';
import type { DrawingWords } from '../drawing/words';

/** All that a page says by itself, in the language of whoever looks at it. */
export interface PageWords extends GraphWords {
  /** Words of charts, besides those that stand here already. */
  readonly drawing: Pick<
    DrawingWords,
    'asOf' | 'nothing' | 'undated' | 'marks' | 'bounds' | 'inTalks' | 'payers' | 'payees'
  >;
  readonly tabs: Readonly<Record<'graph' | 'timeline' | 'valuations' | 'flows' | 'table', string>>;
  readonly views: string;
  readonly arrangements: Readonly<Record<'clusters' | 'layers' | 'hub', string>>;
  readonly arrangement: string;
  /** What the box of the search looks for, and in short where there is no room for more. */
  readonly search: string;
  readonly find: string;
  readonly notFound: string;
  readonly filters: string;
  readonly filterKind: string;
  readonly filterStatus: string;
  readonly filterSector: string;
  readonly noSector: string;
  readonly least: string;
  readonly atMost: string;
  readonly since: string;
  readonly until: string;
  /** Something that a chart leaves out. */
  readonly without: string;
  /** That what is far from the selection is pale in an image. */
  readonly fades: string;
  readonly reset: string;
  readonly show: string;
  readonly amounts: string;
  readonly hulls: string;
  readonly circles: string;
  readonly sectors: string;
  readonly legend: string;
  /** Opens the notes below a graph. */
  readonly allNotes: string;
  readonly units: string;
  readonly sizeBy: string;
  readonly byMoney: string;
  readonly byDeals: string;
  readonly focus: string;
  readonly noFocus: string;
  readonly oneStep: string;
  readonly twoSteps: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly layOut: string;
  readonly exportPicture: string;
  readonly options: string;
  readonly play: string;
  readonly pause: string;
  readonly back: string;
  readonly forward: string;
  readonly day: string;
  readonly projectDay: string;
  readonly useDay: string;
  readonly today: string;
  readonly more: string;
  readonly loading: string;
  readonly empty: string;
  readonly gone: string;
  readonly nothingToDraw: string;
  readonly open: string;
  readonly pictureOf: string;
  readonly inTree: string;
  readonly newDeal: string;
  readonly connecting: string;
  readonly rename: string;
  readonly close: string;
  readonly details: string;
  readonly graphLabel: string;
  readonly keys: string;
  readonly party: string;
  readonly kind: string;
  readonly sector: string;
  readonly dealCount: string;
  readonly money: string;
  /** Columns: what a party gets and pays by itself. */
  readonly gets: string;
  readonly getsInTalks: string;
  readonly pays: string;
  readonly paysInTalks: string;
  readonly from: string;
  readonly toColumn: string;
  readonly status: string;
  readonly remarksColumn: string;
  readonly parties: string;
  readonly ties: string;
  /** Headings of a legend. */
  readonly howFirm: string;
  readonly marks: string;
  readonly thinIsUnknown: string;
  readonly paleIsOver: string;
  readonly notYet: string;
  readonly unknown: string;
  readonly asOf: string;
  readonly sources: string;
  readonly moreSources: string;
  readonly hub: string;
  readonly others: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly hiddenBy: string;
  /** Of so many ties that there is no telling them apart the lighter ones are left out. */
  readonly lighter: string;
  readonly widthIsMoney: string;
  readonly sizeIsMoney: string;
  readonly sizeIsDeals: string;
  readonly circular: string;
  readonly period: string;
  readonly allTime: string;
  readonly lastYear: string;
  readonly lastYears: string;
  readonly allYears: string;
  readonly year: string;
  readonly noYear: string;
  readonly logarithmic: string;
  readonly madeWith: string;
  /** Deals of a line that are not told one by one. */
  readonly andMore: string;
  /** What the deals of a line come to. */
  readonly together: string;
  readonly ecosystem: string;
  readonly noCard: string;
}

const bounds = {
  about: 'about {0}',
  atLeast: 'at least {0}',
  upTo: 'up to {0}',
};

/** The words in English, by which their translations are found. */
export const englishWords: PageWords = {
  bounds,
  nodeKinds: {
    company: 'company',
    fund: 'fund',
    person: 'person',
    government: 'government',
    organization: 'organization',
    venture: 'venture',
    project: 'project',
    undeclared: 'not declared',
    undisclosed: 'undisclosed party',
    deal: 'deal of several',
    others: 'several drawn together',
  },
  tieKinds: {
    capital: 'capital',
    debt: 'debt',
    grant: 'grant',
    purchase: 'acquisition',
    trade: 'supply or license',
    alliance: 'alliance',
    plan: 'part in a venture or project',
    ownership: 'ownership',
  },
  firmness: {
    done: 'closed',
    promise: 'promised',
    talk: 'only talked about',
    over: 'over',
  },
  drawing: {
    asOf: 'as of',
    nothing: 'Nothing to draw here as of this day.',
    undated: 'Without a date',
    marks: {
      status: 'status',
      tranche: 'tranche',
      payment: 'payment',
      valuation: 'valuation',
      claim: 'claim',
      term: 'end of a term',
    },
    bounds,
    inTalks: '{0} in talks',
    payers: 'Who pays',
    payees: 'Who is paid',
  },
  tabs: {
    graph: 'Graph',
    timeline: 'Timeline',
    valuations: 'Valuations',
    flows: 'Money Flow',
    table: 'Table',
  },
  views: 'Views',
  arrangements: {
    clusters: 'By closeness',
    layers: 'Along the money',
    hub: 'Around the hubs',
  },
  arrangement: 'Arrangement',
  disputed: 'disputed',
  exclusive: 'exclusive',
  deals: '{0} deals',
  oneDeal: '1 deal',
  ofWhole: 'of {0}',
  someDeals: '{0} of {1} deals',
  withoutFigure: '+{0} without a figure',
  to: '{0} to {1}',
  with: '{0} with {1}',
  search: 'Find a party or deal',
  find: 'Find',
  notFound: 'Not in this picture. Press Enter to look in the whole project.',
  filters: 'Filter',
  filterKind: 'Kinds of ties',
  filterStatus: 'Status',
  filterSector: 'Sectors',
  noSector: 'no sector stated',
  least: 'Amount of at least',
  atMost: 'Amount of at most',
  since: 'Changed since',
  until: 'Changed until',
  without: 'without {0}',
  fades: 'What is far from the selection is pale.',
  reset: 'Show all',
  show: 'Show',
  amounts: 'Amounts on lines',
  hulls: 'Ecosystems',
  circles: 'Circular money',
  sectors: 'Colours of sectors',
  legend: 'Legend',
  allNotes: 'All notes',
  units: 'Units as their parents',
  sizeBy: 'Size by',
  byMoney: 'money',
  byDeals: 'number of deals',
  focus: 'Focus on the selection',
  noFocus: 'off',
  oneStep: 'those it deals with',
  twoSteps: 'two steps',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  fit: 'Fit',
  layOut: 'Lay Out Again',
  exportPicture: 'Export…',
  options: 'Options',
  play: 'Play',
  pause: 'Pause',
  back: 'Change Before',
  forward: 'Change After',
  day: 'Day that is shown',
  projectDay: 'Back to {0}',
  useDay: 'Use Everywhere',
  today: 'today',
  more: 'Show More',
  loading: 'Reading the deals…',
  empty: 'No deals here yet. Write one, and it is drawn.',
  gone: 'What this picture is about is not in the project any more.',
  nothingToDraw: 'Nothing to draw here as of this day.',
  open: 'Open Source',
  pictureOf: 'Picture Around It',
  inTree: 'Show in Ecosystems',
  newDeal: 'New Deal from Here',
  connecting: 'New deal from {0}: choose the other party. Escape leaves it.',
  rename: 'Rename',
  close: 'Close',
  details: 'Details',
  graphLabel: 'Graph of {0}',
  keys: 'Arrow keys move between parties, Page Down and Page Up go through all of them, Enter opens the source, N begins a new deal, F2 renames, plus and minus zoom, 0 fits all.',
  party: 'Party',
  kind: 'Kind',
  sector: 'Sector',
  dealCount: 'Deals',
  money: 'Money',
  gets: 'Gets, promised',
  getsInTalks: 'Gets, in talks',
  pays: 'Pays, promised',
  paysInTalks: 'Pays, in talks',
  from: 'From',
  toColumn: 'To',
  status: 'Status',
  remarksColumn: 'Remarks',
  parties: 'Parties',
  ties: 'Ties',
  howFirm: 'How firm',
  marks: 'Marks',
  thinIsUnknown: 'thin: nobody says how much',
  paleIsOver: 'pale: over',
  notYet: 'not yet',
  unknown: 'not known',
  asOf: 'As of {0}',
  sources: 'Sources: {0}',
  moreSources: '{0} and {1} more',
  hub: 'hub',
  others: '{0} and {1} more',
  copied: 'Copied as an image.',
  notCopied: 'It could not be copied here. Export it as a PNG file instead.',
  hiddenBy: '{0} ties are hidden by the filters.',
  lighter: '{0} lighter ties are drawn when one of their ends is selected.',
  widthIsMoney: 'wider: more money ({0}), whatever the day',
  sizeIsMoney: 'larger: more money',
  sizeIsDeals: 'larger: more deals',
  circular: 'money that comes back',
  period: 'Period',
  allTime: 'all time',
  lastYear: 'last year',
  lastYears: 'last {0} years',
  allYears: 'all years',
  year: 'Year',
  noYear: 'no single year',
  logarithmic: 'Logarithmic',
  madeWith: 'Drawn with Dealgraph',
  andMore: 'and {0} more',
  together: 'together: {0}',
  ecosystem: 'Ecosystem',
  noCard: 'What is said of it could not be read.',
};

/** The words in another language. What stands in braces stays: it is filled in when they are shown. */
export function translatedWords(translated: (english: string) => string): PageWords {
  const words: PageWords = JSON.parse(JSON.stringify(englishWords), (_, value: unknown) =>
    typeof value === 'string' ? translated(value) : value,
  );
  return words;
}

/** All texts of a page, for those who translate them. */
export function textsOfPage(): string[] {
  const texts: string[] = [];
  translatedWords((english) => {
    texts.push(english);
    return english;
  });
  return texts;
}
