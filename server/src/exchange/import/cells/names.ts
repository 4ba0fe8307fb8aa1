import { nameKey } from '../../../model/name-key';
import { plain, saysNothing } from './cell';

/** A party as a cell names it. */
export interface CellName {
  readonly name: string;
  /** It says that it leads: `Sequoia (lead)`. */
  readonly isLead: boolean;
  /** Nobody in particular. */
  readonly isUndisclosed: boolean;
  /** What stood in brackets and is no part of the name: `Sequoia(Jane Doe)`. */
  readonly aside?: string;
}

/** How names stand in the cells of a column. */
export interface NameColumn {
  /** What parts several names; undefined where a cell has one. */
  readonly separator: string | undefined;
  /** Whether what stands in brackets behind a name is no part of it. */
  readonly dropsBrackets: boolean;
}

/** The names in a cell, each once. */
export function namesInCell(text: string, { separator, dropsBrackets }: NameColumn): CellName[] {
  const names = new Map<string, CellName>();
  for (const part of separator === undefined ? [text] : withEndings(parted(text, separator), separator)) {
    const found = nameIn(plain(part), dropsBrackets);
    if (!found) continue;
    const known = names.get(found.name);
    if (!known || (found.isLead && !known.isLead)) names.set(found.name, found);
  }
  return [...names.values()];
}

function nameIn(text: string, dropsBrackets: boolean): CellName | undefined {
  const lead = /^(.*?)\s*[([]\s*(?:co-?)?leads?(?:\s+investor)?\s*[)\]]$/i.exec(text);
  let name = lead?.[1] ?? text;
  let aside: string | undefined;
  if (dropsBrackets) {
    const brackets = /^(.*\S)\s*\(([^()]*)\)$/.exec(name);
    if (brackets) [, name = name, aside] = brackets;
  }
  const nothing = saysNothing(name);
  if (nothing?.is === 'blank') return undefined;
  return {
    name: nothing ? '' : name,
    isLead: lead !== null,
    isUndisclosed: nothing !== undefined,
    ...(aside !== undefined && { aside }),
  };
}

/** The parts of a text between separators that stand outside of brackets. */
function parted(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '(') depth++;
    else if (char === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && text.startsWith(separator, at)) {
      parts.push(text.slice(from, at));
      from = at + separator.length;
      at = from - 1;
    }
  }
  // Brackets that are never closed hide nothing.
  if (depth > 0) return text.split(separator);
  return [...parts, text.slice(from)];
}

/** Puts back what a comma parts from its name: `Y, Inc.`, `Z Co., Ltd.`. */
function withEndings(parts: readonly string[], separator: string): string[] {
  if (separator.trim() !== ',') return [...parts];
  const names: string[] = [];
  for (const part of parts) {
    const last = names.length - 1;
    if (last >= 0 && isEnding(part) && plain(names[last]!) !== '') names[last] += `${separator}${part}`;
    else names.push(part);
  }
  return names;
}

/** Whether a text is nothing but what stands behind a name: a legal form, or which of several of that name. */
export function isEnding(text: string): boolean {
  const words = plain(text.replace(/[([].*$/s, '').replaceAll('/', ''));
  return (
    words !== '' && (nameKey(`x ${words}`) === 'x' || /^(?:[JS]r\.?|I{2,3}|IV|S\.?L\.?|Lda\.?)$/.test(words))
  );
}
