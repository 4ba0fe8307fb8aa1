import type { ReferenceTarget } from '../language/schema';
import type { Item } from '../language/item';
import type { Span } from '../language/tree';
import type { Corpus, MentionSite, Viewpoint } from '../model/corpus';
import type { Declaration, Mention } from '../model/declaration';
import type { Ecosystem } from '../model/ecosystem';
import type { Ignore } from './ignores';

export type Severity = 'error' | 'warning' | 'information';

/** A place in another declaration, or in the same one, that belongs to a finding. */
export interface RelatedPlace {
  readonly declaration: Declaration;
  /** Offsets in that declaration's item. */
  readonly span: Span;
  readonly message: string;
}

/** A change that mends a finding. */
export interface Fix {
  readonly title: string;
  /** Replacements in the finding's own item. */
  readonly edits: readonly (Span & { readonly text: string })[];
  /** The obvious one: run without asking which. */
  readonly preferred?: boolean;
  /**
   * Nobody has to look at it: what it writes says the same, or the only thing that can have been meant. Such fixes are run
   * together for a file, on saving where the user wants that.
   */
  readonly isSafe?: true;
}

/** What a check has to say about one place. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  /** Offsets in the item. */
  readonly span: Span;
  /** Names the place, the figures and the way out. */
  readonly message: string;
  readonly related?: readonly RelatedPlace[];
  /** The text can go: editors show it faded. */
  readonly unnecessary?: boolean;
  /** The whole declaration can go: to take it away is offered when fixes are asked for. */
  readonly removable?: boolean;
  /** Fixes that are known without looking at other declarations. */
  readonly fixes?: readonly Fix[];
  /** Set for a name that should point at something else: nearest names are looked up when fixes are asked for. */
  readonly misnamed?: { readonly name: string; readonly target: ReferenceTarget; readonly span: Span };
  /** Set where an exchange rate is missing: to declare it is offered when fixes are asked for. */
  readonly missingRate?: MissingRate;
}

/** An exchange rate that some money lacks. */
export interface MissingRate {
  readonly from: string;
  readonly to: string;
  /** Where the rate is of a later day, it is of no use. */
  readonly day: number;
}

/** What a project knows of the name that a declaration declares. */
export interface OwnName {
  /** Every declaration of the name, by file and place. */
  readonly declarations: readonly Declaration[];
  /** Whether anything mentions it, or may do so in a part that could not be read. */
  readonly isMentioned: boolean;
}

/** What a check looks at: an item, and what it declares where it does. */
export interface Subject {
  readonly item: Item;
  readonly declaration?: Declaration;
}

/** Everything about a check that people read; its page in the documentation is made from it. */
export interface CheckDescription {
  /** Stable: settings and comments refer to it. */
  readonly code: string;
  readonly severity: Severity;
  /** One line. */
  readonly title: string;
  /** Markdown. */
  readonly docs: string;
  /** A file that the check has something to say about, and the same file mended. */
  readonly examples: {
    readonly bad: string;
    readonly good: string;
    /** The `dealgraph.json` beside it, where the check says nothing without a setting. */
    readonly config?: string;
  };
  /**
   * Why no quick fix mends what it finds, for its page: goes on after “There is no quick fix: ”. Left out where there is
   * one for the first example.
   */
  readonly noFix?: string;
}

/** What a check finds, before it is filed under its code. */
export type Found = Omit<Finding, 'code' | 'severity'>;

/** What a check of several declarations finds, with the one that it stands at. */
export interface PlacedFound extends Found {
  readonly at: Declaration;
}

/** A check that depends on the item alone, and on the day; its findings live as long as the item and the day. */
export interface LocalCheck extends CheckDescription {
  readonly scope: 'item';
  /**
   * Whether it can have anything to say about items of the same structure as this one. Such items have the same kind,
   * properties, modifiers and signs in the same order, and the same statuses where these are written as words; what
   * their names, texts and figures say may differ. Asked once for each structure. `by structure` stands for a check
   * that finds something in all items of a structure, or in none. Without it, the check is run on every item.
   */
  readonly concerns?: 'by structure' | ((subject: Subject) => boolean);
  /**
   * Of items that do not concern it, it looks at each value by itself: it has nothing to say where all of them say what
   * values of the same property said about which it had nothing to say.
   */
  readonly looksAtValues?: true;
  run(subject: Subject, view: Viewpoint): Found[];
}

/** A check that depends on who declares and who mentions the name of a declaration. */
export interface NameCheck extends CheckDescription {
  readonly scope: 'names';
  run(declaration: Declaration, own: OwnName): Found[];
}

/**
 * A check of each mention of a name by what the name is declared as. Where it is declared once and no property of it is
 * meant, nothing but that kind and what the place wants may decide whether something is wrong. The one exception are
 * names that need no declaration, such as `compute`: they may be right in any place.
 */
export interface MentionCheck extends CheckDescription {
  readonly scope: 'mention';
  /** @param targets every declaration of the name, by file and place */
  run(mention: Mention, targets: readonly Declaration[]): Found | undefined;
}

/**
 * A check of a declaration by what those say that it mentions. It may look at the declarations of the names in it, and
 * further along `parent`, `via`, `broader`, `answers` and `member`; nothing else of the corpus but the exchange rates. It
 * is run when one of these has changed.
 */
export interface RelatedCheck extends CheckDescription {
  readonly scope: 'related';
  /** Whether it can have anything to say about declarations of the same structure; see `LocalCheck.concerns`. */
  readonly concerns: (declaration: Declaration) => boolean;
  run(declaration: Declaration, corpus: Corpus): Found[];
}

/** A party with everything that mentions it. */
export interface PartyContext {
  readonly party: Declaration;
  /** Where it is mentioned, by the names of the declarations that do. */
  readonly sites: readonly MentionSite[];
  /** The deals that mention it, each once, by name. */
  readonly deals: readonly Declaration[];
}

/**
 * A check of a party by all that mentions it. It may look at the declarations that mention the party or a unit of it, at
 * the names in these, from there along `parent` in both directions and further along `via`, `broader`, `answers` and
 * `member`, and at claims about these deals and who makes them; nothing else of the corpus but the exchange rates. It is
 * run when one of these has changed.
 */
export interface PartyCheck extends CheckDescription {
  readonly scope: 'party';
  run(context: PartyContext, corpus: Corpus): PlacedFound[];
}

/** A check of an ecosystem by the deals of its hubs and their units; what these deals may be asked, see `PartyCheck`. */
export interface EcosystemCheck extends CheckDescription {
  readonly scope: 'ecosystem';
  run(ecosystem: Ecosystem, corpus: Corpus): PlacedFound[];
}

/**
 * A check of all deals, parties, claims and exchange rates together. It works in steps, so that others have their turn: it yields as often as it has looked
 * at a handful of declarations, and is started anew where the project changes meanwhile.
 */
export interface ProjectCheck extends CheckDescription {
  readonly scope: 'project';
  run(corpus: Corpus): Generator<void, PlacedFound[]>;
}

/** Checks whose findings depend on what other declarations say. */
export type ContextCheck = RelatedCheck | PartyCheck | EcosystemCheck | ProjectCheck;

/** What became of a comment that silences a check. */
export interface IgnoreUse {
  /** The codes of all checks. */
  readonly codes: readonly string[];
  /** How many findings it silences. */
  readonly silenced: number;
  /** Whether the check is run there at all: it may be turned off, or lack files that it needs. */
  readonly isRun: boolean;
}

/** A check of a comment that silences another one. */
export interface IgnoreCheck extends CheckDescription {
  readonly scope: 'ignore';
  run(ignore: Ignore, use: IgnoreUse): Found | undefined;
}

export type Check = LocalCheck | NameCheck | MentionCheck | ContextCheck | IgnoreCheck;

/** Whether a check looks at what other declarations say. */
export function isContextCheck(check: Check): check is ContextCheck {
  const { scope } = check;
  return scope === 'related' || scope === 'party' || scope === 'ecosystem' || scope === 'project';
}
