import type { PropertyName } from '../../language/schema';
import { factsOf, nameSpan, type Declaration, type Fact } from '../../model/declaration';
import type { Value } from '../../model/value';
import type { Project } from '../../project/project';
import type { Range } from '../../values/range';
import { pathIn } from './selection';
import type { ColumnOf } from './table';

/** The texts, words, names and addresses that a declaration gives for a property, each once. */
export function wordsOf(declaration: Declaration, name: PropertyName): string[] {
  return [...new Set(factsOf(declaration, name).flatMap(wordsIn))];
}

/** The same of one line. */
export function wordsIn({ values }: Fact): string[] {
  return values.flatMap((value) => wordOf(value) ?? []);
}

function wordOf(value: Value): string | undefined {
  switch (value.type) {
    case 'text':
    case 'word':
    case 'url':
      return value.text;
    case 'choice':
      return value.status ?? value.word;
    case 'reference':
      return value.name;
    default:
      return undefined;
  }
}

/** The figure of a line that holds one which is no money; undefined where it does not. */
export function figureIn(fact: Fact | undefined): Range | undefined {
  const value = fact?.values[0];
  return value && 'range' in value ? value.range : undefined;
}

/** Bounds as far as they say something: of what is undisclosed nothing is known. */
export function leastOf(range: Range | undefined): Range['min'] {
  return range?.undisclosed ? undefined : range?.min;
}

export function mostOf(range: Range | undefined): Range['max'] {
  return range?.undisclosed ? undefined : range?.max;
}

/** Where a declaration stands: its file from the project's folder on, and the line of its name, from one on. */
export function placeOf(project: Project, declaration: Declaration): { file: string; line: number } {
  const { uri, document, index } = project.siteOf(declaration);
  const { line } = document.placeIn(index, nameSpan(declaration).start);
  return { file: pathIn(project, uri), line: line + 1 };
}

/** The columns that say where a declaration stands. */
export function placeColumns<Row>(
  project: Project,
  of: (row: Row) => Declaration | undefined,
): ColumnOf<Row>[] {
  const place = (row: Row) => {
    const declaration = of(row);
    return declaration && placeOf(project, declaration);
  };
  return [
    { name: 'file', type: 'text', of: (row) => place(row)?.file },
    { name: 'line', type: 'count', of: (row) => place(row)?.line },
  ];
}
