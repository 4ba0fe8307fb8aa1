import { dirname, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { reportOn, type WrittenReport } from '../../features/report/report';
import type { Declaration } from '../../model/declaration';
import type { Project } from '../../project/project';
import { askedProjects } from '../asked-projects';
import { endAfter } from '../defects';
import { knownEcosystems } from '../query/candidates';
import { uriOf } from '../paths';
import { ecosystemsCalled } from '../query/filters';
import { workedOff } from '../query/worked-off';
import { Misuse, type ExitCode, type Surroundings } from '../surroundings';
import { deliver } from '../write-file';
import { asOfOption, formatOf, quietOption, type Runner } from './shared';

const writers = {
  markdown: ({ markdown }: WrittenReport) => markdown,
  html: htmlPage,
} satisfies Record<string, (report: WrittenReport) => string>;

/** The endings of files that are in a format. */
const endings = { markdown: ['md', 'markdown'], html: ['html', 'htm'] } as const;
type Format = keyof typeof writers;

interface ReportOptions {
  readonly ecosystem?: string;
  readonly format?: Format;
  readonly output?: string;
  readonly asOf?: string;
  readonly quiet?: true;
}

/** Adds `dealgraph report`. */
export function addReport(program: Command, run: Runner): void {
  program
    .command('report')
    .summary('write a report on a project or an ecosystem')
    .description(
      'Writes who is there, what they agreed on, what it comes to, what is disputed and what is wrong, with its sources: ' +
        'the report of the editor. Links of Markdown lead to the deal files from where the report stands.',
    )
    .argument(
      '[path]',
      'a folder or file of the project; this folder where none is named; - for the standard input',
    )
    .option('--ecosystem <name>', 'on an ecosystem alone, by its name or title')
    .addOption(
      new Option(
        '-f, --format <format>',
        'how it is written; as the name of the file ends unless it is given, else as Markdown',
      ).choices(Object.keys(writers)),
    )
    .option('-o, --output <file>', 'write to a file instead of the standard output')
    .addOption(asOfOption())
    .addOption(quietOption('show no progress'))
    .addHelpText(
      'after',
      `
Exit codes: 0 where all is well, 2 where it was called wrongly or a file cannot be read, 3 for a defect of Dealgraph.

Examples:
  dealgraph report --output report.md
  dealgraph report deals --ecosystem OpenAIEcosystem --as-of 2025-01-31 --output openai.html`,
    )
    .action((path: string | undefined, options: ReportOptions) =>
      run((surroundings) => report(path, options, surroundings)),
    );
}

async function report(
  path: string | undefined,
  { ecosystem, format, output, asOf, quiet }: ReportOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { opened } = await askedProjects(path === undefined ? [] : [path], { asOf, quiet }, surroundings);
  const project = opened.onlyProject;
  const declaration = ecosystem === undefined ? undefined : ecosystemCalled(project, ecosystem);
  const findings = opened.findingsOf(project);
  const { folder, today } = surroundings;
  const isFile = output !== undefined && output !== '-';
  const place = isFile ? dirname(resolve(folder, output)) : folder;
  const written = workedOff(reportOn(project, declaration, uriOf(place), { findings, isWhole: true, today }));
  const chosen = format ?? formatOf<Format>(endings, output) ?? 'markdown';
  deliver(writers[chosen](written), output, surroundings);
  return endAfter(opened, surroundings);
}

/**
 * The ecosystem that a name or title means.
 * @throws {Misuse} where it is none, or several
 */
export function ecosystemCalled(project: Project, text: string): Declaration {
  const names = ecosystemsCalled(project, text);
  const [name, another] = names;
  if (name === undefined) {
    throw new Misuse(`There is no ecosystem “${text}”.${knownEcosystems([project])}`);
  }
  if (another !== undefined) throw new Misuse(`“${text}” can be ${names.join(' or ')}. Name one of them.`);
  return [...project.ofKind('ecosystem')].find((each) => each.name === name)!;
}

/** A report as a page of its own. Its elements have their looks with them. */
function htmlPage({ title, html }: WrittenReport): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
</head>
<body style="margin:24px;color:#1a1a1a;background:#fff;font:14px/1.45 system-ui,sans-serif">
${html}
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
