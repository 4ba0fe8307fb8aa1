import type { ModifierName, PropertyName } from '../language/schema';
import type { Declaration } from '../model/declaration';

/** Beyond this many it starts anew. */
const most = 100_000;
/** V8 keeps longer parts of a text alive together with the whole text that they were cut from. */
const longest = 12;

/** Texts of values, by property or modifier, about which the checks of single values have nothing to say. */
export class QuietTexts {
  private texts = new Map<PropertyName | ModifierName, Set<string>>();
  private count = 0;

  /** Whether all values of a declaration are known to be quiet. */
  holdAll(declaration: Declaration): boolean {
    return declaration.everyText((of, text) => this.texts.get(of)?.has(text) ?? false);
  }

  /** Takes in the values of a declaration about which there was nothing to say. */
  add(declaration: Declaration): void {
    declaration.everyText((of, text) => {
      if (this.count >= most) this.clear();
      let known = this.texts.get(of);
      if (!known) this.texts.set(of, (known = new Set()));
      if (text.length <= longest && !known.has(text)) {
        known.add(text);
        this.count++;
      }
      return true;
    });
  }

  private clear(): void {
    this.texts = new Map();
    this.count = 0;
  }
}
