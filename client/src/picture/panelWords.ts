import { l10n } from 'vscode';
import type { DrawingWords } from '../../../server/src/picture/drawing/words';
import type { GraphWords } from '../../../server/src/picture/drawing/graph/graph-drawing';

/** All that a page says by itself, in the language of VS Code. */
export interface PanelWords extends GraphWords {
  /** Words of charts, besides those that stand here already. */
  readonly drawing: Pick<
    DrawingWords,
    'asOf' | 'nothing' | 'undated' | 'marks' | 'bounds' | 'inTalks' | 'payers' | 'payees'
  >;
  readonly tabs: Readonly<Record<'graph' | 'timeline' | 'valuations' | 'flows' | 'table', string>>;
  readonly views: string;
  readonly arrangements: Readonly<Record<'clusters' | 'layers' | 'hub', string>>;
  readonly arrangement: string;
  readonly search: string;
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

export function panelWords(): PanelWords {
  const bounds = {
    about: l10n.t('about {0}', '{0}'),
    atLeast: l10n.t('at least {0}', '{0}'),
    upTo: l10n.t('up to {0}', '{0}'),
  };
  return {
    bounds,
    nodeKinds: {
      company: l10n.t('company'),
      fund: l10n.t('fund'),
      person: l10n.t('person'),
      government: l10n.t('government'),
      organization: l10n.t('organization'),
      venture: l10n.t('venture'),
      project: l10n.t('project'),
      undeclared: l10n.t('not declared'),
      undisclosed: l10n.t('undisclosed party'),
      deal: l10n.t('deal of several'),
      others: l10n.t('several drawn together'),
    },
    tieKinds: {
      capital: l10n.t('capital'),
      debt: l10n.t('debt'),
      grant: l10n.t('grant'),
      purchase: l10n.t('acquisition'),
      trade: l10n.t('supply or license'),
      alliance: l10n.t('alliance'),
      plan: l10n.t('part in a venture or project'),
      ownership: l10n.t('ownership'),
    },
    firmness: {
      done: l10n.t('closed'),
      promise: l10n.t('promised'),
      talk: l10n.t('only talked about'),
      over: l10n.t('over'),
    },
    drawing: {
      asOf: l10n.t('as of'),
      nothing: l10n.t('Nothing to draw here as of this day.'),
      undated: l10n.t('Without a date'),
      marks: {
        status: l10n.t('status'),
        tranche: l10n.t('tranche'),
        payment: l10n.t('payment'),
        valuation: l10n.t('valuation'),
        claim: l10n.t('claim'),
        term: l10n.t('end of a term'),
      },
      bounds,
      inTalks: l10n.t('{0} in talks', '{0}'),
      payers: l10n.t('Who pays'),
      payees: l10n.t('Who is paid'),
    },
    tabs: {
      graph: l10n.t('Graph'),
      timeline: l10n.t('Timeline'),
      valuations: l10n.t('Valuations'),
      flows: l10n.t('Money Flow'),
      table: l10n.t('Table'),
    },
    views: l10n.t('Views'),
    arrangements: {
      clusters: l10n.t('By closeness'),
      layers: l10n.t('Along the money'),
      hub: l10n.t('Around the hubs'),
    },
    arrangement: l10n.t('Arrangement'),
    disputed: l10n.t('disputed'),
    exclusive: l10n.t('exclusive'),
    deals: l10n.t('{0} deals', '{0}'),
    oneDeal: l10n.t('1 deal'),
    ofWhole: l10n.t('of {0}', '{0}'),
    someDeals: l10n.t('{0} of {1} deals', '{0}', '{1}'),
    withoutFigure: l10n.t('+{0} without a figure', '{0}'),
    to: l10n.t('{0} to {1}', '{0}', '{1}'),
    with: l10n.t('{0} with {1}', '{0}', '{1}'),
    search: l10n.t('Find a party or deal'),
    notFound: l10n.t('Not in this picture. Press Enter to look in the whole project.'),
    filters: l10n.t('Filter'),
    filterKind: l10n.t('Kinds of ties'),
    filterStatus: l10n.t('Status'),
    filterSector: l10n.t('Sectors'),
    noSector: l10n.t('no sector stated'),
    least: l10n.t('Amount of at least'),
    atMost: l10n.t('Amount of at most'),
    since: l10n.t('Changed since'),
    until: l10n.t('Changed until'),
    without: l10n.t('without {0}'),
    fades: l10n.t('What is far from the selection is pale.'),
    reset: l10n.t('Show all'),
    show: l10n.t('Show'),
    amounts: l10n.t('Amounts on lines'),
    hulls: l10n.t('Ecosystems'),
    circles: l10n.t('Circular money'),
    sectors: l10n.t('Colours of sectors'),
    legend: l10n.t('Legend'),
    allNotes: l10n.t('All notes'),
    units: l10n.t('Units as their parents'),
    sizeBy: l10n.t('Size by'),
    byMoney: l10n.t('money'),
    byDeals: l10n.t('number of deals'),
    focus: l10n.t('Focus on the selection'),
    noFocus: l10n.t('off'),
    oneStep: l10n.t('those it deals with'),
    twoSteps: l10n.t('two steps'),
    zoomIn: l10n.t('Zoom In'),
    zoomOut: l10n.t('Zoom Out'),
    fit: l10n.t('Fit'),
    layOut: l10n.t('Lay Out Again'),
    exportPicture: l10n.t('Export…'),
    options: l10n.t('Options'),
    play: l10n.t('Play'),
    pause: l10n.t('Pause'),
    back: l10n.t('Change Before'),
    forward: l10n.t('Change After'),
    day: l10n.t('Day that is shown'),
    projectDay: l10n.t('Back to {0}', '{0}'),
    useDay: l10n.t('Use Everywhere'),
    today: l10n.t('today'),
    more: l10n.t('Show More'),
    loading: l10n.t('Reading the deals…'),
    empty: l10n.t('No deals here yet. Write one, and it is drawn.'),
    gone: l10n.t('What this picture is about is not in the project any more.'),
    nothingToDraw: l10n.t('Nothing to draw here as of this day.'),
    open: l10n.t('Open Source'),
    pictureOf: l10n.t('Picture Around It'),
    inTree: l10n.t('Show in Ecosystems'),
    newDeal: l10n.t('New Deal from Here'),
    connecting: l10n.t('New deal from {0}: choose the other party. Escape leaves it.', '{0}'),
    rename: l10n.t('Rename'),
    close: l10n.t('Close'),
    details: l10n.t('Details'),
    graphLabel: l10n.t('Graph of {0}', '{0}'),
    keys: l10n.t(
      'Arrow keys move between parties, Page Down and Page Up go through all of them, Enter opens the source, N begins a new deal, F2 renames, plus and minus zoom, 0 fits all.',
    ),
    party: l10n.t('Party'),
    kind: l10n.t('Kind'),
    sector: l10n.t('Sector'),
    dealCount: l10n.t('Deals'),
    money: l10n.t('Money'),
    gets: l10n.t('Gets, promised'),
    getsInTalks: l10n.t('Gets, in talks'),
    pays: l10n.t('Pays, promised'),
    paysInTalks: l10n.t('Pays, in talks'),
    from: l10n.t('From'),
    toColumn: l10n.t('To'),
    status: l10n.t('Status'),
    remarksColumn: l10n.t('Remarks'),
    parties: l10n.t('Parties'),
    ties: l10n.t('Ties'),
    howFirm: l10n.t('How firm'),
    marks: l10n.t('Marks'),
    thinIsUnknown: l10n.t('thin: nobody says how much'),
    paleIsOver: l10n.t('pale: over'),
    notYet: l10n.t('not yet'),
    unknown: l10n.t('not known'),
    asOf: l10n.t('As of {0}', '{0}'),
    sources: l10n.t('Sources: {0}', '{0}'),
    moreSources: l10n.t('{0} and {1} more', '{0}', '{1}'),
    hub: l10n.t('hub'),
    others: l10n.t('{0} and {1} more', '{0}', '{1}'),
    copied: l10n.t('Copied as an image.'),
    notCopied: l10n.t('It could not be copied here. Export it as a PNG file instead.'),
    hiddenBy: l10n.t('{0} ties are hidden by the filters.', '{0}'),
    lighter: l10n.t('{0} lighter ties are drawn when one of their ends is selected.', '{0}'),
    widthIsMoney: l10n.t('wider: more money ({0}), whatever the day', '{0}'),
    sizeIsMoney: l10n.t('larger: more money'),
    sizeIsDeals: l10n.t('larger: more deals'),
    circular: l10n.t('money that comes back'),
    period: l10n.t('Period'),
    allTime: l10n.t('all time'),
    lastYear: l10n.t('last year'),
    lastYears: l10n.t('last {0} years', '{0}'),
    allYears: l10n.t('all years'),
    year: l10n.t('Year'),
    noYear: l10n.t('no single year'),
    logarithmic: l10n.t('Logarithmic'),
    madeWith: l10n.t('Drawn with Dealgraph'),
    andMore: l10n.t('and {0} more', '{0}'),
    together: l10n.t('together: {0}', '{0}'),
    ecosystem: l10n.t('Ecosystem'),
    noCard: l10n.t('What is said of it could not be read.'),
  };
}
