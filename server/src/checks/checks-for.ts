import type { Check } from '../project/check';
import type { ProjectConfig } from '../project/config';
import { checks } from './registry';

/**
 * The checks that are run on a project, each as severe as the project wants it.
 * @param lacksFiles whether files of the project are not known, so that only what an item says by itself can be checked
 */
export function checksFor({ severities }: ProjectConfig, lacksFiles: boolean): Check[] {
  return checks.flatMap((check): Check[] => {
    const severity = severities.get(check.code) ?? check.severity;
    const isRun = !lacksFiles || check.scope === 'item' || check.scope === 'ignore';
    return isRun && severity !== 'off' ? [{ ...check, severity }] : [];
  });
}
