import {
  fitsTarget,
  kindNames,
  properties,
  type KindName,
  type PropertyName,
  type ReferenceTarget,
} from '../language/schema';
import type { Declaration } from '../model/declaration';
import { NameList, type Entry } from './name-list';
import { TextList } from './text-list';

/** After so many changes that nobody asked in between, lists are made anew when somebody asks: a project is being read. */
const mostChanges = 1000;

/**
 * What can be referred to and what was written before, to be found by what is typed of it. A list is made when it is
 * asked for first, and follows the project from then on.
 */
export class Directory {
  private readonly names = new Map<ReferenceTarget, NameList>();
  private readonly texts = new Map<PropertyName, TextList>();
  private changes = 0;

  constructor(private readonly ofKind: (kind: KindName) => Iterable<Declaration>) {}

  /**
   * The declarations that a reference can mean.
   * @param known entries that were made for the list, should there be none yet
   */
  namesFor(target: ReferenceTarget, known?: ReadonlyMap<Declaration, Entry>): NameList {
    this.changes = 0;
    let list = this.names.get(target);
    if (!list) this.names.set(target, (list = new NameList(this.fitting(target), known)));
    return list;
  }

  /** The same in steps where there is no such list yet. Yields how many declarations it has looked at. */
  *namesInSteps(target: ReferenceTarget): Generator<number, NameList> {
    const known = this.names.has(target) ? undefined : yield* NameList.entriesOf(this.fitting(target));
    return this.namesFor(target, known);
  }

  /** The texts that stand in a property. */
  textsIn(property: PropertyName): TextList {
    this.changes = 0;
    let list = this.texts.get(property);
    if (!list) {
      this.texts.set(property, (list = new TextList(property, this.all(properties[property].on))));
    }
    return list;
  }

  add(declaration: Declaration): void {
    for (const list of this.listsWith(declaration)) list.add(declaration);
  }

  remove(declaration: Declaration): void {
    for (const list of this.listsWith(declaration)) list.remove(declaration);
  }

  /** Gives back what the lists take. */
  forget(): void {
    this.names.clear();
    this.texts.clear();
  }

  private listsWith({ kind }: Declaration): (NameList | TextList)[] {
    const { names, texts } = this;
    if (names.size === 0 && texts.size === 0) return [];
    if (++this.changes > mostChanges) this.forget();
    return [
      ...[...names].flatMap(([target, list]) => (fitsTarget(kind, target) ? [list] : [])),
      ...[...texts].flatMap(([property, list]) => (properties[property].on.includes(kind) ? [list] : [])),
    ];
  }

  private fitting(target: ReferenceTarget): Iterable<Declaration> {
    return this.all(kindNames.filter((kind) => fitsTarget(kind, target)));
  }

  private *all(kinds: readonly KindName[]): Iterable<Declaration> {
    for (const kind of kinds) yield* this.ofKind(kind);
  }
}
