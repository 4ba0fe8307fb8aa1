import * as l10n from '@vscode/l10n';
import { CodeActionKind, type CodeAction, type Location } from 'vscode-languageserver-types';
import { findModifier, type DeclarationNode, type Span } from '../../language/tree';
import { factsOf, type Declaration } from '../../model/declaration';
import { pairOf } from '../../model/rates';
import type { MissingRate } from '../../project/check';
import { propertiesAfter } from '../../project/edits';
import { showCommand } from '../../protocol';
import { readablePath } from '../../project/uri-path';
import type { Project } from '../../project/project';
import { formatDay } from '../../values/day';
import { declarationOf } from '../declare';
import { freeName } from '../free-name';
import { locate } from '../locations';
import { inSnippet } from '../snippet-text';
import type { ActionRequest } from './actions';
import { Change } from './change';
import { foundInRange } from './found-in-range';
import { diagnosticOf } from './quick-fixes';

/** Stands where a rate is to be written. It is none, so that a check asks for it where nobody fills it in. */
const rateToCome = 'RATE';

/** So many are offered: a file may lack the same rate in thousands of places. */
const mostOffered = 3;

/**
 * Writes the lines of exchange rates that findings in a range miss, with their currencies and day. The rate itself is the
 * user's to say, so nothing is offered where the client cannot ask for it.
 */
export function ratesAt(request: ActionRequest): CodeAction[] {
  const { findings, document, range, client, spelled, uri } = request;
  if (!findings || !client.snippetEdits || !client.documentChanges) return [];
  const offered = new Map<string, CodeAction>();
  for (const { finding, index } of foundInRange(findings, document, range)) {
    const { missingRate } = finding;
    const written = missingRate && offered.size < mostOffered && writing(request, missingRate);
    if (!written) continue;
    const { title, change, place } = written;
    const diagnostics = [...(offered.get(title)?.diagnostics ?? []), diagnosticOf(document, index, finding)];
    offered.set(title, {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      ...(change && { edit: change.toWorkspaceEdit(client, (own) => (own === uri ? spelled : own)) }),
      // In another file nothing is selected, and nobody sees it.
      ...((!change || place.uri !== uri) &&
        client.showsDocuments && {
          command: {
            title,
            command: showCommand,
            arguments: [place.uri === uri ? spelled : place.uri, place.range],
          },
        }),
    });
  }
  return [...offered.values()].filter(({ edit, command }) => edit || command);
}

interface Written {
  readonly title: string;
  /** Absent where the line is there already, and only wants its rate. */
  readonly change?: Change;
  /** Where the rate is to be written, once the change is made. */
  readonly place: Location;
}

/** A line of the pair's own declaration where there is one, else a declaration. */
function writing({ project, uri }: ActionRequest, missing: MissingRate): Written | undefined {
  const all = [...project.ofKind('fx')];
  const own = project.inOrder(all.filter((fx) => isOf(fx, missing))).find(({ item }) => item.isSound);
  return own ? addingTo(project, own, uri, missing) : declaring(project, all, uri, missing);
}

function isOf(fx: Declaration, { from, to }: MissingRate): boolean {
  const pair = pairOf(fx);
  return pair !== undefined && pair.includes(from) && pair.includes(to);
}

function addingTo(
  project: Project,
  fx: Declaration,
  near: string,
  { day }: MissingRate,
): Written | undefined {
  const rates = factsOf(fx, 'rate');
  const last = rates.at(-1);
  const pair = pairOf(fx);
  if (!last || !pair) return undefined;
  const { uri, index } = project.siteOf(fx);
  const date = formatDay(day);
  const titled = (title: string) => inFile(title, uri, near);
  const [from, to] = pair;
  const waiting = rates.find(({ node, on }) => node.values[0]?.text === rateToCome && on?.earliest === day);
  if (waiting) {
    const title = l10n.t('Fill in the rate “{0} -> {1}” of {2}', from, to, date);
    return { title: titled(title), place: locate(project, fx, waiting.node.values[0]!) };
  }
  const line = propertiesAfter(fx.item, last.node, [`rate ${rateToCome} on ${date}`]);
  const change = new Change(project).rewrite(uri, index, [line], toFill);
  const title = l10n.t('Add the rate “{0} -> {1}” of {2}', from, to, date);
  const place = change?.placeOf(uri, rateToCome);
  return change && place && { title: titled(title), change, place };
}

/** Says in which file something is done where that is another one than the one at hand. */
function inFile(title: string, uri: string, near: string): string {
  if (uri === near) return title;
  return l10n.t('{0} in {1}', title, readablePath(uri.slice(uri.lastIndexOf('/') + 1)));
}

/** The rate that is to be written, and its date, for which another rate may be known. */
function toFill({ body }: DeclarationNode): Span[] {
  return (body?.properties ?? []).flatMap((property) => {
    const [rate] = property.values;
    return rate?.text === rateToCome ? [rate, ...(findModifier(property, 'on')?.values ?? [])] : [];
  });
}

/** A declaration behind those of other rates, else in the file at hand. */
function declaring(
  project: Project,
  all: readonly Declaration[],
  near: string,
  { from, to, day }: MissingRate,
): Written | undefined {
  const last = project.inOrder(all).at(-1);
  const home =
    all.some(({ item }) => project.uriOf(item) === near) || !last ? near : project.siteOf(last).uri;
  const date = formatDay(day);
  const blank = (rate: string, on: string) => `: ${from} -> ${to} { rate ${rate} on ${on} }`;
  const line = blank(rateToCome, date);
  const declared = declarationOf(project, home, 'fx', freeName(project, from + to), line);
  const document = declared && project.document(declared.uri);
  if (!document) return undefined;
  const { newText, range } = declared.edit;
  const snippet = inSnippet(newText).replace(inSnippet(line), () =>
    inSnippet(line).replace(`${rateToCome} on ${date}`, `\${1:${rateToCome}} on \${2:${date}}`),
  );
  const change = new Change(project).replace(declared.uri, {
    start: document.offsetAt(range.start),
    end: document.offsetAt(range.end),
    text: newText,
    snippet,
  });
  const title = l10n.t('Declare the rate “{0} -> {1}” of {2}', from, to, date);
  const place = change.placeOf(declared.uri, rateToCome);
  return place && { title: inFile(title, declared.uri, near), change, place };
}
