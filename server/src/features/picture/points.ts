import * as l10n from '@vscode/l10n';
import { kinds } from '../../language/schema';
import type { Corpus } from '../../model/corpus';
import { textOf, type Declaration } from '../../model/declaration';
import type { NodeKind } from '../../picture/graph';
import { dealLabel } from '../summary/deal-label';
import { titleOf } from '../summary/names';
import type { End } from './deal-ends';

/** A point that a deal can lead to, before it is decided whether it is drawn by itself. */
export interface Point {
  readonly id: string;
  readonly end: End;
  readonly kind: NodeKind;
  readonly isHub: boolean;
  /** How many ties lead to it. */
  degree: number;
  /** What its ties come to; undefined where nobody knows of any. */
  money: number | undefined;
}

/** What kind of point an end is. */
export function kindOfEnd(corpus: Corpus, end: End): NodeKind {
  if (end.type !== 'party') return end.type;
  const declaration = corpus.find(end.name);
  if (!declaration) return 'undeclared';
  const { kind } = declaration;
  switch (kind) {
    case 'company':
    case 'fund':
    case 'person':
    case 'government':
    case 'organization':
    case 'venture':
    case 'project':
      return kind;
    default:
      // A name that stands for something else is no party: a check says so.
      return 'undeclared';
  }
}

/** What an end is called in a picture. */
export function titleOfEnd(corpus: Corpus, end: End): string {
  switch (end.type) {
    case 'party':
      return titleOf(corpus, end.name);
    case 'undisclosed':
      return l10n.t('undisclosed');
    case 'deal':
      return dealLabel(corpus, end.deal);
  }
}

/** The sector that a party states. */
export function sectorOf(corpus: Corpus, end: End): string | undefined {
  const declaration: Declaration | undefined = end.type === 'party' ? corpus.find(end.name) : undefined;
  return declaration && kinds[declaration.kind].group === 'party' ? textOf(declaration, 'sector') : undefined;
}

/** Parties that are drawn together, in words. */
export function groupTitle(kind: NodeKind, count: number): string {
  switch (kind) {
    case 'company':
      return l10n.t('{0} companies', count);
    case 'fund':
      return l10n.t('{0} funds', count);
    case 'person':
      return l10n.t('{0} people', count);
    case 'government':
      return l10n.t('{0} governments', count);
    case 'organization':
      return l10n.t('{0} organizations', count);
    case 'venture':
      return l10n.t('{0} ventures', count);
    case 'project':
      return l10n.t('{0} projects', count);
    case 'undeclared':
      return l10n.t('{0} undeclared', count);
    case 'undisclosed':
      return l10n.t('{0} undisclosed', count);
    case 'deal':
      return l10n.t('{0} deals of several', count);
    case 'others':
      return l10n.t('{0} others', count);
  }
}
