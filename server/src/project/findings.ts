import type { Item } from '../language/item';
import { interpret, type Declaration } from '../model/declaration';
import type { ProjectDelta } from './project';
import type { Check, Finding, LocalCheck, NameCheck, Names } from './check';

/**
 * The findings of a project's items, kept up to date by what changes: those of the item alone live as long as the
 * item, those that depend on names are forgotten for the declarations that a change affects.
 */
export class Findings {
  private readonly local = new WeakMap<Item, readonly Finding[]>();
  private readonly byNames = new WeakMap<Declaration, readonly Finding[]>();
  private readonly localChecks: readonly LocalCheck[];
  private readonly nameChecks: readonly NameCheck[];

  constructor(
    private readonly names: Names,
    checks: readonly Check[],
    private readonly onDefect: (check: Check, error: unknown) => void,
  ) {
    this.localChecks = checks.filter((check) => check.scope === 'item');
    this.nameChecks = checks.filter((check) => check.scope === 'names');
  }

  /** Forgets what a change of the project made doubtful. */
  invalidate({ removed, affected }: Pick<ProjectDelta, 'removed' | 'affected'>): void {
    for (const declaration of affected) this.byNames.delete(declaration);
    // No later change tells of those that are gone, and they may come back: an editor closes without saving.
    for (const item of removed) {
      const declaration = interpret(item);
      if (declaration) this.byNames.delete(declaration);
    }
  }

  /** What all checks have to say about an item, by place. */
  of(item: Item): readonly Finding[] {
    const declaration = interpret(item);
    const own = this.localFindings(item, declaration);
    const named = declaration ? this.nameFindings(declaration) : none;
    if (named.length === 0) return own;
    return [...own, ...named].sort((a, b) => a.span.start - b.span.start);
  }

  private localFindings(item: Item, declaration: Declaration | undefined): readonly Finding[] {
    let findings = this.local.get(item);
    if (!findings) {
      const subject = { item, ...(declaration && { declaration }) };
      findings = this.localChecks.flatMap((check) => this.attempt(check, () => check.run(subject)));
      this.local.set(item, findings.length > 0 ? findings : none);
    }
    return findings;
  }

  private nameFindings(declaration: Declaration): readonly Finding[] {
    let findings = this.byNames.get(declaration);
    if (!findings) {
      findings = this.nameChecks.flatMap((check) =>
        this.attempt(check, () => check.run(declaration, this.names)),
      );
      // What points at other declarations is found anew each time: those may move or be replaced by their like.
      if (!findings.some((finding) => finding.related))
        this.byNames.set(declaration, findings.length > 0 ? findings : none);
    }
    return findings;
  }

  /** A defect in one check is reported and silences that check alone. */
  private attempt(check: Check, run: () => Omit<Finding, 'code' | 'severity'>[]): Finding[] {
    const { code, severity } = check;
    try {
      return run().map((finding) => ({ code, severity, ...finding }));
    } catch (error) {
      this.onDefect(check, error);
      return [];
    }
  }
}

const none: readonly Finding[] = [];
