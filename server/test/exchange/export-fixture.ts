import { aroundEcosystem, wholeOf, type Selection } from '../../src/exchange/export/selection';
import { interwovenProject } from '../interwoven-project';
import { projectOf, sample } from '../project-fixture';
import type { CorpusSettings } from '../../src/model/corpus';

/** Projects that every format is tried on: both samples, and one in which everything hangs together. */
export const projects: Readonly<Record<string, () => Record<string, string>>> = {
  'ai-race': () => sample('ai-race'),
  'every-kind': () => sample('every-kind'),
  interwoven: () => interwovenProject(),
};

/** All of a project of texts by file name. */
export function selectionOf(
  files: Readonly<Record<string, string>>,
  settings: Partial<CorpusSettings> = {},
): Selection {
  return wholeOf(projectOf(files, undefined, settings).project);
}

/** What is around each ecosystem of a project. */
export function ecosystemsIn({ project }: Selection): Selection[] {
  return [...project.ofKind('ecosystem')].flatMap(({ name }) => aroundEcosystem(project, name) ?? []);
}

/** The content of a file of an export, which is text. */
export function textIn(
  files: readonly { name: string; content: string | Uint8Array }[],
  name: string,
): string {
  const content = files.find((file) => file.name === name)?.content;
  if (typeof content !== 'string')
    throw new Error(`${name} is no text: ${files.map((file) => file.name).join(', ')}`);
  return content;
}
