import { jsonIn } from './json-value';

/** One of the things that a file of JSON lists. */
export interface JsonEntry {
  /** The line that it stands on; of a file that is one list its place there, from 1. */
  readonly line: number;
  readonly text: string;
  /** Undefined where it is no JSON. */
  readonly value: unknown;
}

/** What a file lists: an array of JSON, or JSON on each line. */
export function jsonEntries(text: string): JsonEntry[] {
  const content = text.replace(/^\ufeff/, '');
  const whole = content.trimStart().startsWith('[') ? jsonIn(content) : undefined;
  if (Array.isArray(whole)) {
    const list: readonly unknown[] = whole;
    return list.map((value, index) => ({ line: index + 1, text: JSON.stringify(value), value }));
  }
  return content
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ line: index + 1, text: line, value: jsonIn(line) }))
    .filter((entry) => entry.text.trim() !== '');
}
