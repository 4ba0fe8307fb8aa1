import * as l10n from '@vscode/l10n';
import { CodeActionKind } from 'vscode-languageserver-types';
import { excerpt } from '../../language/excerpt';
import { isBareName } from '../../language/lexer';
import { writeName } from '../../language/quote';
import type { UrlNode } from '../../language/tree';
import { textOf, type Declaration } from '../../model/declaration';
import { interpret } from '../../model/interpret';
import type { Project } from '../../project/project';
import { freeName } from '../free-name';
import { citedAddresses, citing } from './cited';
import { holds, type Place } from './place';
import type { Refactoring } from './refactoring';

/**
 * A source in the place of an address that is cited: the one that is declared with that address, else a new one, named
 * after the site. Every citation of the address in the file becomes one of the source, so that they count as one.
 */
export const declareSource: Refactoring = {
  id: 'declare-source',
  kind: CodeActionKind.RefactorExtract,
  scope: 'declaration',
  offers: (place) => {
    const { project, declaration, span, isWhole } = place;
    const address = citedAddresses(declaration).find((node) => holds(node, span));
    if (!address || address.text.trim() === '') return [];
    const known = sourceAt(project, address.text);
    // A file that is not read may declare the name already, or a source with that address.
    if (!known && !isWhole) return [];
    const name = known?.name ?? freeName(project, siteOf(address.text));
    return [
      {
        title: known
          ? l10n.t('Cite “{0}”, which is this address', excerpt(name))
          : l10n.t('Declare a source “{0}” for this address', name),
        change: () => {
          const source = `source ${writeName(name)} { url <${address.text}> }`;
          return citing(place, rewritings(place, address, name), known ? undefined : source);
        },
      },
    ];
  },
};

function sourceAt(project: Project, address: string): Declaration | undefined {
  for (const source of project.ofKind('source')) {
    if (textOf(source, 'url') === address && project.declarationsOf(source.name).length === 1) return source;
  }
  return undefined;
}

/** What people call the site of an address, as a word: `ft` for `https://www.ft.com/content/1`. */
function siteOf(address: string): string {
  const host = /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(address)?.[1] ?? '';
  const labels = host.replace(/^www\d*\./i, '').split('.');
  const isBelow = labels.length > 2 && registries.has(labels.at(-2)!.toLowerCase());
  const site = labels.at(isBelow ? -3 : -2) ?? host;
  return isBareName(site) ? site : 'source';
}

/** What stands for a country's own registry in front of its domain, as in `bbc.co.uk`. */
const registries: ReadonlySet<string> = new Set([
  'ac',
  'co',
  'com',
  'edu',
  'go',
  'gov',
  'ne',
  'net',
  'or',
  'org',
]);

function* rewritings({ document }: Place, { text }: UrlNode, name: string) {
  for (let index = 0; index < document.itemCount; index++) {
    const item = document.item(index)!;
    const declaration = item.text.includes(text) && item.isSound ? interpret(item) : undefined;
    if (!declaration) continue;
    const edits = citedAddresses(declaration)
      .filter((node) => node.text === text)
      .map(({ start, end }) => ({ start, end, text: writeName(name) }));
    if (edits.length > 0) yield { index, edits };
  }
}
