import type { PropertyRecord } from '../record';
import { quote } from '../../language/quote';
import { factsOf, type Declaration, type Fact } from '../../model/declaration';

/** The field by which what was imported is found again. */
export const keyField = 'import key';

/** The line that holds the key of a declaration in it, if it was imported; its note holds what was imported then. */
export function keyFactOf(
  declaration: Declaration,
): { readonly key: string; readonly fact: Fact } | undefined {
  for (const fact of factsOf(declaration, 'field')) {
    const [name, value] = fact.values;
    if (name?.type === 'text' && name.text === keyField && value?.type === 'text')
      return { key: value.text, fact };
  }
  return undefined;
}

/** A line with a column of one's own. */
export function fieldRecord(name: string, value: string, note?: string): PropertyRecord {
  return {
    name: 'field',
    values: [{ text: quote(name) }, { text: quote(value) }],
    ...(note !== undefined && { modifiers: [{ name: 'note', values: [{ text: quote(note) }] }] }),
  };
}
