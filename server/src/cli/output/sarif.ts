import { SarifBuilder, SarifResultBuilder, SarifRuleBuilder, SarifRunBuilder } from 'node-sarif-builder';
import type { Location, Result } from 'sarif';
import { checks } from '../../checks/registry';
import type { Severity } from '../../project/check';
import { pathWithin } from '../paths';
import type { Problem, RelatedProblem } from '../problem';
import type { Surroundings } from '../surroundings';
import { version } from '../version';
import type { CheckReport } from './check-report';

const levels: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
};
/** The code of what is wrong in a `dealgraph.json`, since each result names a rule. */
const configRule = 'project-settings';

/** Problems as SARIF 2.1.0, which code scanning of forges and editors read. Files are told from the folder of the run on. */
export function sarifLog({ files, surroundings }: CheckReport): string {
  const run = new SarifRunBuilder({ columnKind: 'utf16CodeUnits' }).initSimple({
    toolDriverName: 'Dealgraph',
    toolDriverVersion: version,
  });
  const problems = files.flatMap((file) => file.problems);
  const found = new Set(problems.map(({ code }) => code));
  for (const { code, title, docs } of checks) {
    if (!found.has(code)) continue;
    run.addRule(
      new SarifRuleBuilder().initSimple({
        ruleId: code,
        shortDescriptionText: title,
        fullDescriptionText: docs,
      }),
    );
  }
  if (found.has(undefined)) {
    run.addRule(
      new SarifRuleBuilder().initSimple({
        ruleId: configRule,
        shortDescriptionText: 'What dealgraph.json says can be followed',
      }),
    );
  }
  for (const problem of problems) run.addResult(resultOf(problem, surroundings));
  const log = new SarifBuilder();
  log.addRun(run);
  return `${JSON.stringify(log.buildSarifOutput(), undefined, 2)}\n`;
}

function resultOf(problem: Problem, surroundings: Surroundings): SarifResultBuilder {
  const { severity, code = configRule, message, related } = problem;
  return new SarifResultBuilder({
    locations: [locationOf(problem, surroundings)],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) => ({
        id,
        ...locationOf(other, surroundings),
        message: { text: plainText(other.message) },
      })),
    }),
  }).initSimple({ level: levels[severity], messageText: plainText(message), ruleId: code });
}

/** A text in which nothing is a link or a place for something else (SARIF 2.1.0, 3.11.5 and 3.11.6). */
function plainText(text: string): string {
  return text
    .replace(/\{(?=\d+\})/g, '{{')
    .replace(/(\{\{\d+)\}/g, '$1}}')
    .replace(/[[\]](?=[^[\]]*\]?\()/g, '\\$&');
}

function locationOf(
  { uri, range: { start, end } }: Pick<RelatedProblem, 'uri' | 'range'>,
  surroundings: Surroundings,
): Location {
  const path = pathWithin(uri, surroundings);
  return {
    physicalLocation: {
      artifactLocation:
        path === undefined
          ? { uri }
          : { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' },
      region: {
        startLine: start.line + 1,
        startColumn: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
      },
    },
  };
}
