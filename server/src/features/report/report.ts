import type { Declaration } from '../../model/declaration';
import type { Findings } from '../../project/findings';
import type { Project } from '../../project/project';
import { formatDay } from '../../values/day';
import { Citations } from './citations';
import { toHtml } from './html';
import { hrefFrom } from './links';
import { toMarkdown } from './markdown';
import type { Section } from './section';
import { analyses } from './sections/analyses';
import { claims } from './sections/claims';
import { deals } from './sections/deals';
import { ecosystems } from './sections/ecosystems';
import { head } from './sections/head';
import { holdings } from './sections/holdings';
import { hubs } from './sections/hubs';
import { parties } from './sections/parties';
import { problems } from './sections/problems';
import { sources } from './sections/sources';
import { sums } from './sections/sums';
import { terms } from './sections/terms';
import { valuations } from './sections/valuations';
import { ecosystemSubject, projectSubject } from './subject';

/**
 * The parts of a report in their order. Whatever cites a source stands before the sources.
 */
export const sections: readonly Section[] = [
  head,
  hubs,
  ecosystems,
  parties,
  deals,
  terms,
  sums,
  analyses,
  valuations,
  holdings,
  claims,
  problems,
  sources,
];

/** What is known besides the deals themselves. */
export interface ReportContext {
  /** Undefined while the checks wait for files to be read. */
  readonly findings: Findings | undefined;
  /** Whether all files of the project are read. */
  readonly isWhole: boolean;
  /** The day number of today. */
  readonly today: number;
}

/** A report as people get it. */
export interface WrittenReport {
  readonly title: string;
  /** What a file with the report can be called, without an extension. */
  readonly name: string;
  readonly markdown: string;
  readonly html: string;
}

/** To write a section takes as long at most as to look at so many deals. */
const workOfWriting = 100;

/**
 * Reports on an ecosystem, or on a whole project, as of the project's day. Yields how much work each step was, counted
 * in deals.
 * @param ecosystem its declaration; absent for the whole project
 * @param folder the URI of the folder that the report will stand in, for links to the deal files; absent for none
 */
export function* reportOn(
  project: Project,
  ecosystem: Declaration | undefined,
  folder: string | undefined,
  context: ReportContext,
): Generator<number, WrittenReport> {
  const surroundings = { ...context, citations: new Citations() };
  const subject = ecosystem
    ? yield* ecosystemSubject(project, ecosystem, surroundings)
    : yield* projectSubject(project, surroundings);
  const href = hrefFrom(folder);
  const markdown: string[] = [];
  const html: string[] = [];
  for (const section of sections) {
    const blocks = yield* section(subject);
    if (blocks.length === 0) continue;
    markdown.push(toMarkdown(blocks, href));
    html.push(toHtml(blocks));
    yield workOfWriting;
  }
  return {
    title: subject.title,
    name: fileName(subject.title, formatDay(project.asOf)),
    markdown: markdown.join('\n'),
    html: html.join(''),
  };
}

/** No system takes these characters in the name of a file, or all of them only in some places. */
const unfit = /[\\/:*?"<>|#%\p{Cc}\p{Cf}\p{Surrogate}]+/gu;

function fileName(title: string, day: string): string {
  const fit = title
    .replace(unfit, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return [fit, day].filter((part) => part !== '').join(' ');
}
