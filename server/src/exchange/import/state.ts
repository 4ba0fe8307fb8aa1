import type { DeclarationRecord, NameRecord, PropertyRecord } from '../record';

/** A part of a declaration, by what it answers and what it says. */
export interface Part {
  /** The property; `relation`, with the kind, and `title` besides. */
  readonly of: string;
  readonly mark: string;
}

/**
 * What a declaration was when it was imported, as a few letters for each of its lines. Whoever imports again tells by it
 * what the file says otherwise now, and what somebody has changed by hand.
 */
export function stateOf(record: DeclarationRecord): string {
  return partsOf(record)
    .map(({ of, mark }) => `${of}:${mark}`)
    .join(' ');
}

/** Reads what `stateOf` wrote. */
export function readState(text: string): Part[] {
  return text.split(' ').flatMap((word) => {
    const colon = word.indexOf(':');
    return colon > 0 ? [{ of: word.slice(0, colon), mark: word.slice(colon + 1) }] : [];
  });
}

/** The parts of a declaration. */
export function partsOf({ kind, title, relation, properties }: DeclarationRecord): Part[] {
  const { left = [], operator = '', right = [] } = relation ?? {};
  const parts: Part[] = [
    { of: 'relation', mark: markOf(`${kind} ${namesText(left)}${operator}${namesText(right)}`) },
  ];
  if (title !== undefined) parts.push({ of: 'title', mark: markOf(title) });
  for (const line of properties) parts.push({ of: line.name, mark: lineMark(line) });
  return parts;
}

/** The mark of a line. */
export function lineMark({ name, values, modifiers = [] }: PropertyRecord): string {
  const said = [name, ...values.map(({ text }) => text)];
  for (const modifier of modifiers)
    said.push(`/${modifier.name}`, ...(modifier.values ?? []).map(({ text }) => text));
  return markOf(said.join('\u0000'));
}

function namesText(names: readonly NameRecord[]): string {
  return names
    .map(({ name, isUndisclosed, path = '' }) => `${isUndisclosed ? '?' : ''}${name}.${path}`)
    .join(',');
}

/** A short mark of a text: FNV-1a, 32 bits. */
function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
