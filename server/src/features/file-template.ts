import { fromDay } from '../values/date';
import { formatDay } from '../values/day';

/**
 * The first file of somebody who starts with nothing, in snippet syntax: two parties, a source and a deal between
 * them, with the places to fill in.
 *
 * @param today the day number that stands as the source's date
 */
export function fileTemplate(today: number): string {
  const date = formatDay(today);
  const month = `${fromDay(today).year}-${String(fromDay(today).month).padStart(2, '0')}`;
  return [
    '// Who put how much into whom, and where it was read.',
    '',
    'source ${1:article} "${2:Headline}" {',
    '\tpublisher "${3:Publisher}"',
    `\tpublished \${4:${date}}`,
    '}',
    '',
    'company ${5:Investor}',
    'company ${6:Startup}',
    '',
    'investment ${7:FirstDeal}: ${5:Investor} -> ${6:Startup} {',
    '\tamount ${8:\\$10M}   per ${1:article}',
    `\tstatus \${9|announced,rumored,talks,signed,closed|} on \${10:${month}}`,
    '}',
    '',
    'ecosystem ${11:FirstEcosystem} { hub ${6:Startup} }',
    '$0',
  ].join('\n');
}
