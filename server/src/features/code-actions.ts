import * as l10n from '@vscode/l10n';
import { CodeActionKind, type CodeAction, type Range } from 'vscode-languageserver-types';
import type { Finding, Fix } from '../project/check';
import type { Findings } from '../project/findings';
import { excerpt } from '../language/excerpt';
import { writeName } from '../language/quote';
import { nearestWords } from '../language/nearest';
import { builtInResources, fitsTarget, kindNames, type ReferenceTarget } from '../language/schema';
import type { DealDocument } from '../language/document';
import type { Project } from '../project/project';
import { rangeIn } from './locations';

/** Quick fixes for the findings that a range touches. */
export function codeActionsAt(
  project: Project,
  findings: Findings,
  document: DealDocument,
  uri: string,
  range: Range,
): CodeAction[] {
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  const actions: CodeAction[] = [];
  const nearest = new NearestNames(project);
  const first = Math.max(0, document.indexAt(start) - 1);
  for (let index = first; index < document.items.length && document.startOf(index) <= end; index++) {
    const item = document.items[index]!;
    const offset = document.startOf(index);
    for (const finding of findings.of(item)) {
      if (offset + finding.span.start > end || offset + finding.span.end < start) continue;
      for (const fix of [...(finding.fixes ?? []), ...nearest.renamings(finding)]) {
        actions.push(toAction(document, index, uri, finding, fix));
      }
    }
  }
  return actions;
}

function toAction(
  document: DealDocument,
  index: number,
  uri: string,
  finding: Finding,
  fix: Fix,
): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [
      {
        range: rangeIn(document, index, finding.span),
        message: finding.message,
        code: finding.code,
        source: 'dealgraph',
      },
    ],
    edit: {
      changes: {
        [uri]: fix.edits.map((edit) => ({ range: rangeIn(document, index, edit), newText: edit.text })),
      },
    },
    ...(fix.preferred && { isPreferred: true }),
  };
}

/** So many names are looked up in one answer: a person asks about one place, not about a whole file. */
const mostLookUps = 10;

/** Looks up the declared names that could be meant by one that does not fit, for one answer. */
class NearestNames {
  private readonly fitting = new Map<ReferenceTarget, readonly string[]>();
  private readonly found = new Map<string, readonly string[]>();

  constructor(private readonly project: Project) {}

  /** Fixes that put the nearest names that fit in the place of one that does not. */
  renamings({ misnamed }: Finding): Fix[] {
    if (!misnamed) return [];
    const { name, target, span } = misnamed;
    return this.nearest(name, target).map((candidate, index) => ({
      title: l10n.t('Change to “{0}”', excerpt(candidate)),
      edits: [{ ...span, text: writeName(candidate) }],
      preferred: index === 0,
    }));
  }

  private nearest(name: string, target: ReferenceTarget): readonly string[] {
    const key = `${target} ${name}`;
    let names = this.found.get(key);
    if (!names) {
      if (this.found.size >= mostLookUps) return [];
      names = nearestWords(
        name,
        this.namesFor(target).filter((candidate) => candidate !== name),
      );
      this.found.set(key, names);
    }
    return names;
  }

  private namesFor(target: ReferenceTarget): readonly string[] {
    let names = this.fitting.get(target);
    if (!names) {
      const declared = kindNames
        .filter((kind) => fitsTarget(kind, target))
        .flatMap((kind) => [...this.project.ofKind(kind)].map((declaration) => declaration.name));
      names = target === 'resource' ? [...declared, ...Object.keys(builtInResources)] : declared;
      this.fitting.set(target, names);
    }
    return names;
  }
}
