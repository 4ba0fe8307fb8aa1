import { quote } from '../language/quote';
import type { PropertyName } from '../language/schema';
import { factsOf, type Declaration } from '../model/declaration';
import { isSubsequence } from './typed-letters';

/** A text that some declarations have in a property. */
export interface UsedText {
  readonly text: string;
  /** As it stands in a file: in quotes where it was found in quotes. */
  readonly written: string;
}

/** The texts that stand in a property, with how often each does. */
export class TextList {
  private readonly uses = new Map<string, { readonly used: UsedText; count: number }>();

  constructor(
    private readonly property: PropertyName,
    declarations: Iterable<Declaration>,
  ) {
    for (const declaration of declarations) this.add(declaration);
  }

  add(declaration: Declaration): void {
    for (const used of this.textsOf(declaration)) {
      const known = this.uses.get(used.written);
      if (known) known.count++;
      else this.uses.set(used.written, { used, count: 1 });
    }
  }

  remove(declaration: Declaration): void {
    for (const { written } of this.textsOf(declaration)) {
      const known = this.uses.get(written);
      if (known && --known.count === 0) this.uses.delete(written);
    }
  }

  /** The texts that what is typed can become, those that are used most first. */
  find(typed: string, most: number): { texts: readonly UsedText[]; isComplete: boolean } {
    const wanted = typed.toLowerCase();
    const found = [...this.uses.values()]
      .filter(({ used }) => isSubsequence(wanted, used.text.toLowerCase(), '\0'))
      .sort((a, b) => b.count - a.count || (a.used.written < b.used.written ? -1 : 1));
    return { texts: found.slice(0, most).map(({ used }) => used), isComplete: found.length <= most };
  }

  private textsOf(declaration: Declaration): UsedText[] {
    return factsOf(declaration, this.property).flatMap(({ values }) =>
      values.map(({ node }) => ({
        text: node.text,
        written: node.type === 'name' && node.quoted ? quote(node.text) : node.text,
      })),
    );
  }
}
