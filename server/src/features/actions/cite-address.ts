import * as l10n from '@vscode/l10n';
import { CodeActionKind } from 'vscode-languageserver-types';
import { isComment, tokensOf } from '../../language/tokens';
import { textOf, type Declaration } from '../../model/declaration';
import { declarationRemoval } from '../../project/edits';
import type { Project } from '../../project/project';
import { mentionSpan, nameAt } from '../locations';
import { Change } from './change';
import type { Refactoring } from './refactoring';
import { unitOf, unitRemoval } from './unit';

/**
 * The address of a source in the place of its name, and the source gone: where it says nothing but the address, and is
 * cited once in all files. What else it says, be it in a comment, would be lost.
 */
export const citeAddress: Refactoring = {
  id: 'cite-address',
  kind: CodeActionKind.RefactorInline,
  scope: 'declaration',
  offers: (place) => {
    const { project, span } = place;
    const name = nameAt({ ...place, offset: span.start })?.name;
    const [source, another] = name === undefined ? [] : project.declarationsOf(name);
    if (!source || another || source.kind !== 'source' || !place.isWhole) return [];
    const address = addressOf(source);
    if (address === undefined) return [];
    return [
      {
        title: l10n.t('Cite the address itself: <{0}>', address),
        change: () => inlined(project, source, address),
      },
    ];
  },
};

/** The address of a source that says nothing else. */
function addressOf(source: Declaration): string | undefined {
  const { item, facts, hasDisplayName, node } = source;
  const [url] = facts;
  const isBare = !hasDisplayName && facts.length === 1 && node.body?.properties.length === 1;
  if (!isBare || url?.name !== 'url' || url.node.modifiers.length > 0 || url.values.length !== 1)
    return undefined;
  return tokensOf(item).some(({ kind }) => isComment(kind)) ? undefined : textOf(source, 'url');
}

function inlined(project: Project, source: Declaration, address: string): Change | undefined {
  const [site, another] = project.mentionsOf(source.name);
  if (!site || another || site.mention.role !== 'per' || !site.declaration.item.isSound) return undefined;
  const own = project.siteOf(source);
  const citing = project.siteOf(site.declaration);
  const change = new Change(project).rewrite(citing.uri, citing.index, [
    { ...mentionSpan(site.mention), text: `<${address}>` },
  ]);
  const unit = unitOf(own.document, own.index);
  const start = own.document.startOf(own.index);
  const alone = unit
    ? unitRemoval(own.document, own.index, unit)
    : declarationRemoval(source.item, source.node);
  const removal = unit ? alone : { ...alone, start: start + alone.start, end: start + alone.end };
  return change?.remove(own.uri, removal);
}
