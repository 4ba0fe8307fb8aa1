import type { DealDocument } from '../language/document';
import type { Item } from '../language/item';
import type { Structure } from '../language/structure';
import type { Viewpoint } from '../model/corpus';
import { interpret } from '../model/interpret';
import type { KindName, ReferenceTarget } from '../language/schema';
import { isBuiltIn, type Declaration, type Mention, type MentionTarget } from '../model/declaration';
import {
  isContextCheck,
  type Check,
  type Finding,
  type Found,
  type IgnoreCheck,
  type LocalCheck,
  type MentionCheck,
  type NameCheck,
  type OwnName,
  type Subject,
} from './check';
import { ContextFindings } from './context-findings';
import { ignoresIn, type Ignore } from './ignores';
import { QuietTexts } from './quiet-texts';
import type { Project, ProjectDelta } from './project';

/** What is known of a file. */
interface FileFindings {
  /** The findings of the items that have any. */
  readonly found: Map<Item, readonly Finding[]>;
  /** Items to look at again; undefined where none was looked at yet. */
  pending: Set<Item> | undefined;
  /** Items whose findings are those of another day. */
  readonly ofOtherDay: Set<Item>;
}

/**
 * The findings of a project's items, kept up to date by what changes. An item is looked at when somebody asks for the
 * findings of its file: when it is new, and when a change affects the names in it.
 */
export class Findings {
  private readonly files = new Map<string, FileFindings>();
  private readonly localChecks: readonly LocalCheck[];
  private readonly valueChecks: readonly LocalCheck[];
  private readonly nameChecks: readonly NameCheck[];
  private readonly mentionChecks: readonly MentionCheck[];
  private readonly ignoreChecks: readonly IgnoreCheck[];
  private readonly context: ContextFindings;
  private readonly run: ReadonlySet<string>;
  private readonly contextCodes: ReadonlySet<string>;
  /** Items with a comment that silences a check whose findings are not known yet. */
  private readonly unsettled = new Set<Item>();
  /** Files with items of which more is known than when they were looked at last. */
  private readonly outdated = new Set<string>();
  private settlements = 0;
  private readonly quiet = new QuietTexts();
  /** Kinds of declarations that mentions of a target may have without anything to say. */
  private readonly quietMentions = new Map<ReferenceTarget, Set<KindName>>();
  /** The checks that can have something to say about items of a structure. */
  private readonly concerned = new WeakMap<Structure, readonly LocalCheck[]>();
  /** Items that a check has looked at which asked for the day. */
  private readonly boundToDay = new Set<Item>();
  /** Whether a check of single values has asked for it: what is quiet on one day may not be so on another. */
  private areValuesBoundToDay = false;
  private isDayAsked = false;
  /** What checks of one item are told of the project. */
  private readonly view: Viewpoint;

  constructor(
    private readonly project: Project,
    checks: readonly Check[],
    private readonly onDefect: (check: Check, error: unknown) => void,
    /** The codes of all checks that there are, also those that are not run here. */
    private readonly codes: readonly string[] = checks.map(({ code }) => code),
  ) {
    const askDay = (day: () => number) => {
      this.isDayAsked = true;
      return day();
    };
    this.view = {
      get asOf() {
        return askDay(() => project.asOf);
      },
      get today() {
        return askDay(() => project.today);
      },
      get settings() {
        return project.settings;
      },
    };
    this.run = new Set(checks.map(({ code }) => code));
    const contextChecks = checks.filter(isContextCheck);
    this.contextCodes = new Set(contextChecks.map(({ code }) => code));
    this.context = new ContextFindings(project, contextChecks, onDefect, (item) => this.outdate(item));
    this.ignoreChecks = checks.filter((check) => check.scope === 'ignore');
    this.localChecks = checks.filter((check) => check.scope === 'item');
    this.valueChecks = this.localChecks.filter((check) => check.looksAtValues);
    this.nameChecks = checks.filter((check) => check.scope === 'names');
    this.mentionChecks = checks.filter((check) => check.scope === 'mention');
  }

  /** Forgets what a change of the project made doubtful. */
  invalidate(delta: ProjectDelta): void {
    const { uri, removed, added, affected } = delta;
    if (this.contextCodes.size > 0) this.context.note(delta);
    for (const item of removed) {
      this.unsettled.delete(item);
      this.boundToDay.delete(item);
    }
    const file = this.files.get(uri);
    if (file && !this.project.document(uri)) this.files.delete(uri);
    else if (file?.pending) {
      for (const item of removed) {
        file.found.delete(item);
        file.pending.delete(item);
        file.ofOtherDay.delete(item);
      }
      for (const item of added) file.pending.add(item);
    }
    for (const { item } of affected) this.fileOf(item)?.pending?.add(item);
  }

  /**
   * The project is seen as of another day: what depended on the day is due again.
   * @returns the files that may have other findings; undefined where all would have to be found anew
   */
  dayChanged(): string[] | undefined {
    if (this.areValuesBoundToDay) return undefined;
    for (const item of this.boundToDay) this.fileOf(item)?.ofOtherDay.add(item);
    this.boundToDay.clear();
    if (this.contextCodes.size > 0) this.context.startAnew();
    return [...this.files].flatMap(([uri, { ofOtherDay }]) => (ofOtherDay.size > 0 ? [uri] : []));
  }

  /** What all checks have to say about an item of the project, by place. */
  of(item: Item): readonly Finding[] {
    const uri = this.project.uriOf(item);
    return (uri !== undefined && this.inFile(uri).get(item)) || none;
  }

  /** What all checks have to say about a file: the items that have any findings, in no particular order. */
  inFile(uri: string): ReadonlyMap<Item, readonly Finding[]> {
    const file = this.opened(uri);
    for (const item of file.ofOtherDay) this.lookAtOnDay(item, file);
    return this.soFarInFile(uri);
  }

  /**
   * The same, where what depends on the day may still be as it was on the day before: whoever waits for an answer as of
   * another day does not wait for all checks.
   */
  soFarInFile(uri: string): ReadonlyMap<Item, readonly Finding[]> {
    const file = this.opened(uri);
    const { found, pending } = file;
    file.pending = new Set();
    if (!pending) {
      this.project.document(uri)?.forEachItem((item) => this.lookAt(item, file));
      return found;
    }
    // What points at other declarations is found anew each time: those may be replaced by their like. What depends on
    // what they say is found when that has changed.
    for (const [item, findings] of found) {
      if (findings.some((finding) => !this.contextCodes.has(finding.code) && pointsElsewhere(finding, item)))
        pending.add(item);
    }
    for (const item of pending) this.lookAt(item, file);
    return found;
  }

  /**
   * Looks at items of a file that are due, in steps, so that `inFile` has little left to look at.
   * @param most so many items at most
   * @param isSoFar whether what is due because of the day alone can wait, as in `soFarInFile`
   * @returns how many it looked at; fewer than that where none is left
   */
  lookAhead(uri: string, most: number, isSoFar = false): number {
    const document = this.project.document(uri);
    if (!document) return 0;
    const file = this.opened(uri);
    const pending = (file.pending ??= itemsOf(document));
    let looked = 0;
    for (const item of pending) {
      if (looked === most) return looked;
      pending.delete(item);
      this.lookAt(item, file);
      looked++;
    }
    for (const item of isSoFar ? none : file.ofOtherDay) {
      if (looked === most) return looked;
      this.lookAtOnDay(item, file);
      looked++;
    }
    return looked;
  }

  /** Another number whenever more is known of a project that has not changed. */
  get revision(): number {
    return this.settlements;
  }

  /** Whether checks that look at several declarations have looked at everything. */
  get isSettled(): boolean {
    return this.contextCodes.size === 0 || this.context.isSettled;
  }

  /**
   * Lets the checks that look at several declarations do so, in steps. What they find is in what `of` and `inFile` give
   * from then on.
   * @param most so many declarations at most, give or take those of one party
   * @returns how many; fewer than that where nothing is left to do
   */
  settle(most: number): number {
    if (this.isSettled && this.unsettled.size === 0) return 0;
    const done = this.contextCodes.size > 0 ? this.context.advance(most) : 0;
    if (!this.isSettled) return done;
    for (const item of this.unsettled) this.outdate(item);
    this.unsettled.clear();
    return done;
  }

  /** Files of which more is known than when they were looked at last; each is told once. */
  takeOutdated(): string[] {
    const uris = [...this.outdated];
    this.outdated.clear();
    return uris;
  }

  private outdate(item: Item): void {
    const uri = this.project.uriOf(item);
    if (uri === undefined) return;
    this.outdated.add(uri);
    this.settlements++;
    this.files.get(uri)?.pending?.add(item);
  }

  /** What is known of a file that is looked at now. */
  private opened(uri: string): FileFindings {
    this.project.watch();
    let file = this.files.get(uri);
    if (!file) this.files.set(uri, (file = { found: new Map(), pending: undefined, ofOtherDay: new Set() }));
    return file;
  }

  private fileOf(item: Item): FileFindings | undefined {
    const uri = this.project.uriOf(item);
    return uri === undefined ? undefined : this.files.get(uri);
  }

  private lookAt(item: Item, { found, ofOtherDay }: FileFindings): void {
    ofOtherDay.delete(item);
    const findings = this.find(item);
    if (findings.length > 0) found.set(item, findings);
    else found.delete(item);
  }

  /** Looks at an item that was looked at as of another day. */
  private lookAtOnDay(item: Item, file: FileFindings): void {
    const had = file.found.has(item);
    this.lookAt(item, file);
    if (had || file.found.has(item)) this.settlements++;
  }

  private find(item: Item): readonly Finding[] {
    const declaration = interpret(item);
    const subject: Subject = { item, declaration };
    let findings: Finding[] | undefined;
    if (item.structure && declaration) {
      const checks = this.concernedBy(item.structure, subject);
      for (const check of checks) findings = this.look(check, subject, findings);
      findings = this.lookAtValues(subject, declaration, checks, findings);
    } else {
      for (const check of this.localChecks) findings = this.look(check, subject, findings);
    }
    if (declaration) findings = this.lookAtNames(declaration, findings);
    const inContext = this.context.of(item);
    if (inContext.length > 0) findings = [...(findings ?? none), ...inContext];
    const heard = this.withoutIgnored(item, findings ?? none);
    return heard.length > 1 ? heard.toSorted((a, b) => a.span.start - b.span.start) : heard;
  }

  /** What is left of the findings of an item where comments silence some, and what is to be said of those comments. */
  private withoutIgnored(item: Item, findings: readonly Finding[]): readonly Finding[] {
    const ignores = ignoresIn(item);
    if (ignores.length === 0) return findings;
    const isSilenced = (by: Ignore, { code }: Finding) => by.reason !== '' && by.code === code;
    const heard = findings.filter((finding) => !ignores.some((ignore) => isSilenced(ignore, finding)));
    for (const ignore of ignores) {
      const silenced = findings.filter((finding) => isSilenced(ignore, finding)).length;
      // What is not known yet may still be found.
      const isAwaited = this.contextCodes.has(ignore.code) && !this.isSettled;
      if (isAwaited) this.unsettled.add(item);
      const use = { codes: this.codes, silenced, isRun: this.run.has(ignore.code) && !isAwaited };
      for (const check of this.ignoreChecks) {
        try {
          const found = check.run(ignore, use);
          if (found) heard.push({ code: check.code, severity: check.severity, ...found });
        } catch (error) {
          this.onDefect(check, error);
        }
      }
    }
    return heard;
  }

  /** Runs the checks of single values where one of them says something new. */
  private lookAtValues(
    subject: Subject,
    declaration: Declaration,
    done: readonly LocalCheck[],
    before: Finding[] | undefined,
  ): Finding[] | undefined {
    if (this.quiet.holdAll(declaration)) return before;
    let findings = before;
    for (const check of this.valueChecks) {
      if (!done.includes(check)) findings = this.look(check, subject, findings);
    }
    if (findings === undefined) this.quiet.add(declaration);
    return findings;
  }

  private lookAtNames(declaration: Declaration, before: Finding[] | undefined): Finding[] | undefined {
    let findings = before;
    const { mentionTargets, names } = declaration;
    for (let index = 0; index < mentionTargets.length; index++) {
      const wanted = mentionTargets[index]!;
      const name = names?.[index + 1];
      if (name && this.isQuietMention(wanted, name.only)) continue;
      const declared = name?.declarations ?? none;
      findings = this.lookAtMention(declaration.mentions[index]!, wanted, declared, findings);
    }
    const own = this.ownNameOf(declaration);
    for (const check of this.nameChecks) {
      try {
        findings = told(check, check.run(declaration, own), findings);
      } catch (error) {
        this.onDefect(check, error);
      }
    }
    return findings;
  }

  private ownNameOf({ name, names }: Declaration): OwnName {
    const own = names?.[0];
    if (own?.only) return own;
    return { declarations: this.project.declarationsOf(name), isMentioned: own?.isMentioned ?? false };
  }

  private lookAtMention(
    mention: Mention,
    wanted: MentionTarget,
    declared: readonly Declaration[],
    before: Finding[] | undefined,
  ): Finding[] | undefined {
    const targets = declared.length > 1 ? this.project.declarationsOf(mention.name) : declared;
    let findings = before;
    for (const check of this.mentionChecks) {
      try {
        const finding = check.run(mention, targets);
        if (finding) findings = told(check, [finding], findings);
      } catch (error) {
        this.onDefect(check, error);
      }
    }
    const [only] = declared;
    if (findings === before && declared.length === 1 && only && !wanted.hasPath && !isBuiltIn(mention)) {
      let kinds = this.quietMentions.get(wanted.target);
      if (!kinds) this.quietMentions.set(wanted.target, (kinds = new Set()));
      kinds.add(only.kind);
    }
    return findings;
  }

  /** Whether the name is declared once, as what nobody had anything to say about in such a place. */
  private isQuietMention({ target, hasPath }: MentionTarget, only: Declaration | undefined): boolean {
    return only !== undefined && !hasPath && this.quietMentions.get(target)?.has(only.kind) === true;
  }

  /** The checks that can have something to say about items of a structure as a whole. */
  private concernedBy(structure: Structure, subject: Subject): readonly LocalCheck[] {
    let checks = this.concerned.get(structure);
    if (!checks) {
      checks = this.localChecks.filter((check) => this.concerns(check, subject));
      this.concerned.set(structure, checks);
    }
    return checks;
  }

  private concerns(check: LocalCheck, subject: Subject): boolean {
    const { concerns } = check;
    if (concerns === undefined) return true;
    try {
      if (concerns !== 'by structure') return concerns(subject);
      this.isDayAsked = false;
      // What depends on the day as well is not a matter of structure alone.
      return check.run(subject, this.view).length > 0 || this.isDayAsked;
    } catch {
      // It fails when it is run as well, and is reported then.
      return true;
    }
  }

  /** A defect in a check is reported and silences that check alone. */
  private look(check: LocalCheck, subject: Subject, findings: Finding[] | undefined): Finding[] | undefined {
    try {
      this.isDayAsked = false;
      return told(check, check.run(subject, this.view), findings);
    } catch (error) {
      this.onDefect(check, error);
      return findings;
    } finally {
      if (this.isDayAsked) {
        this.boundToDay.add(subject.item);
        if (check.looksAtValues) this.areValuesBoundToDay = true;
      }
    }
  }
}

function pointsElsewhere({ related }: Finding, item: Item): boolean {
  return related?.some(({ declaration }) => declaration.item !== item) ?? false;
}

function itemsOf(document: DealDocument): Set<Item> {
  const items = new Set<Item>();
  document.forEachItem((item) => items.add(item));
  return items;
}

/** Findings with those of one check added. */
function told(
  { code, severity }: Check,
  found: readonly Found[],
  before: Finding[] | undefined,
): Finding[] | undefined {
  if (found.length === 0) return before;
  return [...(before ?? []), ...found.map((finding) => ({ code, severity, ...finding }))];
}

const none: readonly never[] = [];
