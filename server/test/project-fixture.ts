import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../src/project/config';
import { Findings } from '../src/project/findings';
import type { Finding } from '../src/project/check';
import { checks } from '../src/checks/registry';
import type { Item } from '../src/language/item';
import { DealDocument } from '../src/language/document';
import { defaultSettings, type CorpusSettings } from '../src/model/corpus';
import { Project } from '../src/project/project';
import { dayOf } from '../src/values/date';

/** The day as of which fixtures are seen, unless a test says otherwise. */
export const fixtureDay = dayOf(2025, 1, 31);

/**
 * A project of texts by file name, with its findings. A defect in a check fails the test.
 * @param asOf the day as of which it is seen, which is today as well, or what tells it
 */
export function projectOf(
  files: Readonly<Record<string, string | DealDocument>>,
  asOf: number | (() => number) = fixtureDay,
  settings: Partial<CorpusSettings> = {},
): { project: Project; findings: Findings } {
  const day = typeof asOf === 'number' ? () => asOf : asOf;
  const all = { ...defaultSettings, ...settings };
  const project = new Project('file:///project', day, () => all);
  const findings = new Findings(project, checks, (check, error) => {
    throw new Error(`${check.code}: ${String(error)}`, { cause: error });
  });
  for (const [name, text] of Object.entries(files)) {
    const document = typeof text === 'string' ? DealDocument.parse(text) : text;
    findings.invalidate(project.setFile(uriOf(name), document));
  }
  return { project, findings };
}

/** What the text of a `dealgraph.json` sets. */
export function settingsIn(text = '{}'): CorpusSettings {
  const { config, problems } = readConfig(text, []);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return config.settings;
}

/** The URI of a fixture's file. */
export function uriOf(name: string): string {
  return `file:///project/${name}`;
}

/** All findings of a project by file and place, those that take a look at several declarations included. */
export function allFindings(project: Project, findings: Findings): (Finding & { uri: string; item: Item })[] {
  settle(findings);
  return project.uris.flatMap((uri) => {
    const found = findings.inFile(uri);
    return (project.document(uri)?.items ?? []).flatMap((item) =>
      (found.get(item) ?? []).map((finding) => ({ ...finding, uri, item })),
    );
  });
}

/** Lets every check look at everything. */
export function settle(findings: Findings): void {
  while (!findings.isSettled) findings.settle(Infinity);
  findings.settle(1);
}

/** The files of a sample, by name. */
export function sample(name: string): Record<string, string> {
  const folder = join(process.cwd(), 'samples', name);
  return Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.deal'))
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
}
