import * as l10n from '@vscode/l10n';
import { citedSources } from '../../model/citation';
import type { Corpus } from '../../model/corpus';
import { dateOf, textOf, type Declaration, type Fact } from '../../model/declaration';
import { describeDate } from '../../values/date';
import { dotted, escapeMarkdown, linkMarkdown } from './markdown';

/** So many sources are named; the rest is counted. */
const mostSources = 12;

/** The sources of a declaration as a Markdown list, or a sentence that there are none. */
export function sourcesMarkdown(corpus: Corpus, declaration: Declaration): string {
  const cited = citedSources(declaration);
  if (cited.length === 0) return l10n.t('*No source.*');
  const lines = cited
    .slice(0, mostSources)
    .map((source) => (source.type === 'url' ? linkMarkdown(source.text) : sourceLine(corpus, source.text)));
  if (cited.length > mostSources) lines.push(l10n.t('{0} more', cited.length - mostSources));
  return lines.map((line) => `- ${line}`).join('\n');
}

function sourceLine(corpus: Corpus, name: string): string {
  const source = corpus.find(name);
  if (source?.kind !== 'source') return l10n.t('{0} (not declared)', escapeMarkdown(name));
  const url = textOf(source, 'url');
  const title = url ? linkMarkdown(url, source.title) : escapeMarkdown(source.title);
  const published = dateOf(source, 'published');
  const publisher = textOf(source, 'publisher');
  const where = [publisher && escapeMarkdown(publisher), published && describeDate(published)]
    .filter(Boolean)
    .join(', ');
  return dotted([title, where]);
}

/** The sources of one fact by their titles; empty where it cites none. */
export function sourceTitles(corpus: Corpus, fact: Fact): string {
  return fact.sources
    .map((source) => (source.type === 'url' ? source.text : (corpus.find(source.text)?.title ?? source.text)))
    .join(', ');
}
