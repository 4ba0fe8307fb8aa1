import { randomBytes } from 'node:crypto';
import { Option, type Command } from 'commander';
import { graphOf } from '../../features/picture/graph';
import { findScope, type Scope } from '../../features/picture/scope';
import { standaloneData } from '../../features/picture/standalone';
import { dotOf } from '../../features/picture/texts/dot';
import { mermaidOf } from '../../features/picture/texts/mermaid';
import type { Graph } from '../../picture/graph';
import type { Arrangement } from '../../picture/layout/layout';
import { exhibitSvg } from '../../picture/page/caption';
import { graphExhibit } from '../../picture/page/graph-exhibit';
import { freshState, highestMost } from '../../picture/page/page-data';
import { standaloneHtml, type Theme } from '../../picture/page/standalone-page';
import { englishWords } from '../../picture/page/words';
import { darkPalette, printPalette } from '../../picture/style';
import type { Project } from '../../project/project';
import { knownEcosystems, likeParties } from '../query/candidates';
import { askedProjects } from '../asked-projects';
import { ecosystemsCalled, partiesCalled } from '../query/filters';
import { workedOff } from '../query/worked-off';
import { exitCodes, Misuse, type ExitCode, type Surroundings } from '../surroundings';
import { deliver } from '../write-file';
import { asOfOption, countIn, formatOf, quietOption, type Runner } from './shared';

/** The ways to lay a graph out, by the words for them. */
const layouts = { closeness: 'clusters', money: 'layers', hubs: 'hub' } as const satisfies Readonly<
  Record<string, Arrangement>
>;

/** The formats, with the endings of files that are in them. */
const endings = {
  svg: ['svg'],
  html: ['html', 'htm'],
  mermaid: ['mmd', 'mermaid'],
  dot: ['dot', 'gv'],
} as const;
type Format = keyof typeof endings;
/** So many parties have a point of their own unless another number is given: as many as on a page at first. */
const { most: usualMost } = freshState({ scope: { root: '' }, title: '' });

interface GraphOptions {
  readonly of?: string;
  readonly format?: Format;
  readonly layout: keyof typeof layouts;
  readonly theme?: Theme;
  readonly most: number;
  readonly asOf?: string;
  readonly output?: string;
  readonly quiet?: true;
}

/** Adds `dealgraph graph`. */
export function addGraph(program: Command, run: Runner): void {
  program
    .command('graph')
    .summary('draw who deals with whom')
    .description(
      'Draws who deals with whom: the picture of the editor, as a drawing (SVG), as a page that needs nothing else and can ' +
        'be moved, searched and asked (HTML), or as text that others draw (Mermaid, DOT).',
    )
    .argument(
      '[path]',
      'a folder or file of the project; this folder where none is named; - for the standard input',
    )
    .option('--of <name>', 'an ecosystem, or a party with whom it deals, by name or title; all of it without')
    .addOption(
      new Option(
        '-f, --format <format>',
        'how it is written; as the name of the file ends unless it is given, else as SVG',
      ).choices(Object.keys(endings)),
    )
    .addOption(
      new Option(
        '--layout <layout>',
        'who is tied to whom stands close, or from left to right along the money, or around the hubs',
      )
        .choices(Object.keys(layouts))
        .default('closeness'),
    )
    .addOption(
      new Option(
        '--theme <theme>',
        'the colours: of a drawing light ones without, of a page those that its reader prefers',
      ).choices(['light', 'dark']),
    )
    .addOption(
      new Option('--most <count>', `so many parties have a point of their own, ${highestMost} at most`)
        .argParser(countIn)
        .default(usualMost),
    )
    .addOption(asOfOption())
    .option('-o, --output <file>', 'write to a file instead of the standard output')
    .addOption(quietOption('say nothing of what is left out, and no progress'))
    .addHelpText(
      'after',
      `
Exit codes: 0 where all is well, 2 where it was called wrongly or a file cannot be read, 3 for a defect of Dealgraph.

Examples:
  dealgraph graph --output deals.svg
  dealgraph graph --of OpenAI --layout money --output openai.html
  dealgraph graph --format dot | dot -Tpdf > deals.pdf`,
    )
    .action((path: string | undefined, options: GraphOptions) =>
      run((surroundings) => graph(path, options, surroundings)),
    );
}

async function graph(
  path: string | undefined,
  options: GraphOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { of, asOf, most, output, quiet = false } = options;
  const { opened } = await askedProjects(path === undefined ? [] : [path], { asOf, quiet }, surroundings);
  const project = opened.onlyProject;
  const name = of === undefined ? undefined : subjectCalled(project, of);
  const found = workedOff(findScope(project, name === undefined ? {} : { name }));
  if (!found) throw new Misuse(`“${of}” is nothing that a picture can be of.`);
  const drawn = workedOff(graphOf(found, { most: Math.min(most, highestMost), collapseUnits: false }));
  const { text, remarks } = written(project, found, drawn, options, name, surroundings);
  deliver(text, output, surroundings);
  if (!quiet) for (const remark of remarks) surroundings.err.write(`${remark}\n`);
  return exitCodes.fine;
}

/** What is written, and what of the graph is not in it and not said by it. */
function written(
  project: Project,
  found: Scope,
  drawn: Graph,
  { format, layout, theme, most, output }: GraphOptions,
  name: string | undefined,
  surroundings: Surroundings,
): { readonly text: string; readonly remarks: readonly string[] } {
  const arrangement = layouts[layout];
  switch (format ?? formatOf<Format>(endings, output) ?? 'svg') {
    case 'mermaid':
      return workedOff(mermaidOf(drawn, drawn.asOf));
    case 'dot':
      return dotOf(drawn, drawn.asOf);
    case 'svg': {
      const palette = theme === 'dark' ? darkPalette : printPalette;
      const exhibit = graphExhibit(drawn, arrangement, englishWords);
      return { text: exhibitSvg(exhibit, englishWords, palette), remarks: [] };
    }
    case 'html': {
      // The page tells nobody where the files lie.
      const subject = { scope: { root: '', ...(name !== undefined && { name }) }, title: found.title };
      const data = workedOff(standaloneData(project, found, subject, drawn, { arrangement, most }));
      const script = surroundings.readPageScript();
      const nonce = randomBytes(16).toString('hex');
      return { text: standaloneHtml({ script, data, nonce, ...(theme && { theme }) }), remarks: [] };
    }
  }
}

/**
 * The ecosystem, party or plan that a name or title means.
 * @throws {Misuse} where it is none, or several
 */
function subjectCalled(project: Project, text: string): string {
  if (project.find(text)) return text;
  const names = [...new Set([...ecosystemsCalled(project, text), ...partiesCalled(project, text)])];
  const [name, another] = names;
  if (name === undefined) {
    const likely = likeParties([project], text);
    throw new Misuse(`There is no ecosystem and no party “${text}”.${likely || knownEcosystems([project])}`);
  }
  if (another !== undefined) throw new Misuse(`“${text}” can be ${names.join(' or ')}. Name one of them.`);
  return name;
}
