import assert from 'node:assert/strict';
import { diagnosticsOf } from '../src/features/diagnostics';
import type { Findings } from '../src/project/findings';
import type { Project } from '../src/project/project';
import { settle } from './project-fixture';

/** Everything that is published for a project. */
export function published(project: Project, findings: Findings): string {
  settle(findings);
  const files = project.uris.map((uri) => [uri, diagnosticsOf(project, findings, uri).diagnostics]);
  return JSON.stringify(files, null, 1);
}

/** Checks that the same is published; what differs is told line by line, of texts of a megabyte. */
export function checkSame(incremental: string, fresh: string): void {
  if (incremental === fresh) return;
  const [own, other] = [incremental, fresh].map((text) => text.split('\n'));
  const missing = (from: string[], lines: string[]) => {
    const known = new Set(lines);
    return from.filter((line) => !known.has(line)).slice(0, 10);
  };
  assert.deepEqual({ only: missing(own!, other!) }, { only: missing(other!, own!) });
  assert.fail('the same lines in another order');
}
