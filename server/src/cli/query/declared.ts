import { nameSpan, type Declaration } from '../../model/declaration';
import type { Project } from '../../project/project';
import { locate } from '../../features/locations';
import type { Cell } from './listing';

/** Where a declaration stands: its file as a URI, until it is written, and its line from one on. */
export function placeIn(project: Project, declaration: Declaration): { file: Cell; line: Cell } {
  const { uri, range } = locate(project, declaration, nameSpan(declaration));
  return { file: uri, line: range.start.line + 1 };
}
