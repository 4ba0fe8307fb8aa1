import type { NameRecord, PropertyRecord } from '../record';
import type { ImportedKind } from './mapping';
import { isMany } from './row-reader';

/** What a row says of a deal. */
interface Said {
  readonly file: string;
  readonly kind: ImportedKind;
  readonly left: NameRecord[];
  readonly right: readonly NameRecord[];
  readonly title: string | undefined;
  readonly properties: PropertyRecord[];
}

/** A deal to which other rows with its key may add. */
export class Draft {
  private readonly right: string;
  private readonly leftNames: Set<string>;
  /** The lines by their texts. */
  private readonly lines: Map<string, PropertyRecord>;
  private readonly names: Set<string>;

  constructor(
    public key: string,
    readonly said: Said,
  ) {
    this.right = JSON.stringify(said.right.map(({ name }) => name));
    this.leftNames = new Set(said.left.map(({ name }) => name));
    this.lines = new Map(said.properties.map((line) => [JSON.stringify(line), line]));
    this.names = new Set(said.properties.map(({ name }) => name));
  }

  /** Adds what another row says; false where the two say different things. */
  join(row: Draft): boolean {
    const { said } = this;
    const isAlike =
      said.kind === row.said.kind &&
      said.file === row.said.file &&
      said.title === row.said.title &&
      this.right === row.right;
    if (!isAlike) return false;
    const more: [string, PropertyRecord][] = [];
    for (const [text, line] of row.lines) {
      if (this.lines.has(text)) continue;
      if (this.names.has(line.name) && !isMany(line.name) && line.name !== 'lead') return false;
      more.push([text, line]);
    }
    for (const name of row.said.left) {
      if (!this.leftNames.has(name.name)) said.left.push(name);
      this.leftNames.add(name.name);
    }
    for (const [text, line] of more) {
      this.lines.set(text, line);
      this.names.add(line.name);
      said.properties.push(line);
    }
    return true;
  }
}
