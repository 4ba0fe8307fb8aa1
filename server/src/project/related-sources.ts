import * as l10n from '@vscode/l10n';
import type { DatedSource } from '../model/citation';
import { nameSpan } from '../model/declaration';
import { describeDate } from '../values/date';
import type { RelatedPlace } from './check';

/** Sources as places that belong to a finding, each with the day of its publication. */
export function relatedSources(sources: readonly DatedSource[]): RelatedPlace[] {
  return sources.map(({ source, published }) => ({
    declaration: source,
    span: nameSpan(source),
    message: l10n.t('published {0}', describeDate(published)),
  }));
}
