import type { Declaration } from '../../model/declaration';
import { interpret } from '../../model/interpret';
import type { Finding } from '../../project/check';
import type { Findings } from '../../project/findings';
import type { Project } from '../../project/project';
import type { ProblemCounts } from '../../protocol';

const nothing: ProblemCounts = { errors: 0, warnings: 0, information: 0 };

/** What is wrong in a project, counted by declaration. Most have nothing wrong, so that there are few to go through. */
export class Problems {
  private readonly found = new Map<Declaration, ProblemCounts>();

  constructor(project: Project, findings: Findings | undefined) {
    for (const uri of findings ? project.uris : []) {
      for (const [item, list] of findings?.soFarInFile(uri) ?? []) {
        const declaration = interpret(item);
        if (declaration) this.found.set(declaration, countsOf(list));
      }
    }
  }

  /** The problems of some declarations together, each once. */
  of(declarations: Iterable<Declaration>): ProblemCounts {
    const counted = new Set<Declaration>();
    if (this.found.size > 0) {
      for (const declaration of declarations) if (this.found.has(declaration)) counted.add(declaration);
    }
    let sum = nothing;
    for (const declaration of counted) sum = plus(sum, this.found.get(declaration));
    return sum;
  }

  /** The problems of all declarations for which a test holds. */
  where(holds: (declaration: Declaration) => boolean): ProblemCounts {
    let sum = nothing;
    for (const [declaration, counts] of this.found) if (holds(declaration)) sum = plus(sum, counts);
    return sum;
  }
}

function countsOf(findings: readonly Finding[]): ProblemCounts {
  const of = (wanted: Finding['severity']) => findings.filter(({ severity }) => severity === wanted).length;
  return { errors: of('error'), warnings: of('warning'), information: of('information') };
}

function plus(a: ProblemCounts, b: ProblemCounts | undefined): ProblemCounts {
  return b
    ? {
        errors: a.errors + b.errors,
        warnings: a.warnings + b.warnings,
        information: a.information + b.information,
      }
    : a;
}
