import * as l10n from '@vscode/l10n';
import {
  CodeActionKind,
  type CodeAction,
  type Diagnostic,
  type Range,
  type StringValue,
} from 'vscode-languageserver-types';
import type { Finding, Fix } from '../../project/check';
import type { Findings } from '../../project/findings';
import { ignoresIn, reasonToCome } from '../../project/ignores';
import { excerpt } from '../../language/excerpt';
import type { Item } from '../../language/item';
import { writeName } from '../../language/quote';
import { nearestWords } from '../../language/nearest';
import { builtInResources, fitsTarget, kindNames, type ReferenceTarget } from '../../language/schema';
import type { DealDocument } from '../../language/document';
import type { Span } from '../../language/tree';
import { factsOf } from '../../model/declaration';
import { declarationRemoval } from '../../project/edits';
import type { Project } from '../../project/project';
import { commentAbove } from '../comment-above';
import { rangeIn } from '../locations';
import { plainClient, type ActionClient } from './client';
import { fixAllOf, safeFixOf } from './fix-all';
import { ignoreKind } from './kinds';

/**
 * Quick fixes for the findings that a range touches; then, where a fix is certain, that of all like it in the file; last,
 * for each finding, to silence it there.
 */
export function quickFixesAt(
  project: Project,
  findings: Findings,
  document: DealDocument,
  uri: string,
  range: Range,
  client: ActionClient = plainClient,
): CodeAction[] {
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  const actions: CodeAction[] = [];
  const silencing: CodeAction[] = [];
  const certain = new Set<string>();
  const nearest = new NearestNames(project);
  const first = Math.max(0, document.indexAt(start) - 1);
  for (let index = first; index < document.itemCount && document.startOf(index) <= end; index++) {
    const item = document.item(index)!;
    const offset = document.startOf(index);
    const silenced = new Set([...unsilenceable, ...ignoresIn(item).map(({ code }) => code)]);
    for (const finding of findings.of(item)) {
      // Whoever has just changed a tranche stands there, and the amount is underlined.
      const isTouched = placesOf(finding, item).some(
        (span) => offset + span.start <= end && offset + span.end >= start,
      );
      if (!isTouched) continue;
      for (const fix of [
        ...(finding.fixes ?? []),
        ...nearest.renamings(finding),
        ...removing(item, finding),
      ]) {
        actions.push(toAction(document, index, uri, finding, fix));
      }
      if (safeFixOf(finding)) certain.add(finding.code);
      // One comment silences all that a check finds in a declaration.
      if (silenced.has(finding.code)) continue;
      silenced.add(finding.code);
      silencing.push(silencingAction(document, index, uri, finding, client));
    }
  }
  const file = [...certain].flatMap((code) => allLike(project, findings, document, uri, code));
  return [...actions, ...file, ...silencing];
}

/** Where a finding stands in its item, and what it is about there. */
function placesOf({ span, related = [] }: Finding, item: Item): Span[] {
  return [span, ...related.flatMap((place) => (place.declaration.item === item ? [place.span] : []))];
}

/** Mends all that a check finds in a file in a way that is certain. */
function allLike(
  project: Project,
  findings: Findings,
  document: DealDocument,
  uri: string,
  code: string,
): CodeAction[] {
  const all = fixAllOf(project, findings, document, code, 2);
  if (!all) return [];
  const edit = all.change.toWorkspaceEdit(plainClient, () => uri);
  return [{ title: all.title, kind: CodeActionKind.QuickFix, edit }];
}

/** Takes away a declaration that can go: worked out here, since a project may have thousands of them. */
function removing(item: Item, { removable }: Finding): Fix[] {
  const { declaration } = item;
  if (!removable || !declaration) return [];
  const name = declaration.name?.text ?? declaration.keyword.text;
  return [{ title: l10n.t('Remove “{0}”', excerpt(name)), edits: [declarationRemoval(item, declaration)] }];
}

/** What is said of comments that silence something cannot be silenced by one; of what cannot be read nothing else is said. */
const unsilenceable: readonly string[] = ['ignore', 'syntax'];

/** An action that puts a comment above the declaration, whose reason is still to be written. */
function silencingAction(
  document: DealDocument,
  index: number,
  uri: string,
  finding: Finding,
  { snippetEdits }: ActionClient,
): CodeAction {
  const { at, write } = commentAbove(document, index, finding.code);
  const title = l10n.t('Ignore “{0}” here and say why', finding.code);
  const comment = { title, edits: [{ start: at, end: at, text: write(reasonToCome) }] };
  const action = { ...toAction(document, index, uri, finding, comment), kind: ignoreKind };
  if (!snippetEdits) return action;
  const edits = [
    {
      range: rangeIn(document, index, { start: at, end: at }),
      snippet: { kind: 'snippet', value: write(`\${1:${reasonToCome}}`) } satisfies StringValue,
    },
  ];
  return { ...action, edit: { documentChanges: [{ textDocument: { uri, version: null }, edits }] } };
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
    diagnostics: [diagnosticOf(document, index, finding)],
    edit: {
      changes: {
        [uri]: fix.edits.map((edit) => ({ range: rangeIn(document, index, edit), newText: edit.text })),
      },
    },
    ...(fix.preferred && { isPreferred: true }),
  };
}

/** A finding as a client knows it. */
export function diagnosticOf(document: DealDocument, index: number, finding: Finding): Diagnostic {
  const { code, message } = finding;
  return { range: rangeIn(document, index, finding.span), message, code, source: 'dealgraph' };
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
