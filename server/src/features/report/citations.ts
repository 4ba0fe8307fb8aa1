import { citedSources, type Citation } from '../../model/citation';
import type { Declaration } from '../../model/declaration';

/** The sources that a report cites, numbered in the order in which they come. */
export class Citations {
  private readonly numbers = new Map<string, number>();
  private readonly cited: Citation[] = [];

  get all(): readonly Citation[] {
    return this.cited;
  }

  /** The numbers of what a declaration cites, as they stand in a table: `1, 3`. */
  of(declaration: Declaration): string {
    return this.numbered(citedSources(declaration));
  }

  /** The numbers of some sources. */
  numbered(sources: readonly Citation[]): string {
    const numbers = sources.map((source) => this.numberOf(source));
    return [...new Set(numbers)].sort((a, b) => a - b).join(', ');
  }

  private numberOf(source: Citation): number {
    const key = `${source.type} ${source.text}`;
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.cited.push(source);
      this.numbers.set(key, number);
    }
    return number;
  }
}
