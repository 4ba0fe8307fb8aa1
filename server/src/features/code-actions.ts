import * as l10n from '@vscode/l10n';
import { CodeActionKind, type CodeAction, type Range } from 'vscode-languageserver-types';
import type { Finding, Fix } from '../project/check';
import type { Findings } from '../project/findings';
import { excerpt } from '../language/excerpt';
import { writeName } from '../language/quote';
import { nearestWords } from '../language/nearest';
import { builtInResources, fitsTarget, kindNames, type ReferenceTarget } from '../language/schema';
import type { DealDocument } from '../language/document';
import { factsOf } from '../model/declaration';
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
  for (let index = first; index < document.itemCount && document.startOf(index) <= end; index++) {
    const item = document.item(index)!;
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
  /** What fits in a place: its name by each of the words that it is called. */
  private readonly fitting = new Map<ReferenceTarget, ReadonlyMap<string, string>>();
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

  /** By name, display name or alias; the names are what is written. */
  private nearest(name: string, target: ReferenceTarget): readonly string[] {
    const key = `${target} ${name}`;
    let names = this.found.get(key);
    if (!names) {
      if (this.found.size >= mostLookUps) return [];
      const called = this.namesFor(target);
      const nearest = nearestWords(name, called.keys()).flatMap((word) => called.get(word) ?? []);
      names = [...new Set(nearest)].filter((candidate) => candidate !== name);
      this.found.set(key, names);
    }
    return names;
  }

  private namesFor(target: ReferenceTarget): ReadonlyMap<string, string> {
    const known = this.fitting.get(target);
    if (known) return known;
    const called = new Map<string, string>();
    for (const kind of kindNames.filter((candidate) => fitsTarget(candidate, target))) {
      for (const declaration of this.project.ofKind(kind)) {
        const aliases = factsOf(declaration, 'aka').flatMap((fact) =>
          fact.values.map(({ node }) => node.text),
        );
        for (const word of [declaration.title, ...aliases])
          if (!called.has(word)) called.set(word, declaration.name);
      }
    }
    // A name counts before what others are called.
    for (const kind of kindNames.filter((candidate) => fitsTarget(candidate, target))) {
      for (const { name } of this.project.ofKind(kind)) called.set(name, name);
    }
    if (target === 'resource') for (const name of Object.keys(builtInResources)) called.set(name, name);
    this.fitting.set(target, called);
    return called;
  }
}
