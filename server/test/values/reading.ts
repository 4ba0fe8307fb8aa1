import assert from 'node:assert/strict';
import type { Reading } from '../../src/values/result';

/** The value of a literal that has to be readable. */
export function valueOf<T>(reader: (text: string) => Reading<T>, text: string): T {
  const reading = reader(text);
  if (!reading.ok) assert.fail(`${JSON.stringify(text)}: ${reading.message}`);
  return reading.value;
}

/**
 * Checks that a literal is refused. `marked` holds the offending part in brackets; `said` is part of the message.
 */
export function checkMisread<T>(reader: (text: string) => Reading<T>, marked: string, said: string): void {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace('[', '').replace(']', '');
  const reading = reader(text);
  if (reading.ok) assert.fail(`${JSON.stringify(text)} was read`);
  assert.ok(reading.message.includes(said), `${JSON.stringify(text)} → ${reading.message}`);
  assert.deepEqual([reading.start, reading.end], [start, end], `${text} → ${reading.message}`);
}

/** Checks the offsets that any misreading of `text` must keep. */
export function checkSound<T>(reader: (text: string) => Reading<T>, text: string): void {
  const reading = reader(text);
  if (reading.ok) return;
  assert.ok(reading.message.length > 0 && reading.message.length < 300, reading.message);
  assert.ok(0 <= reading.start && reading.start <= reading.end, `${reading.start}..${reading.end}`);
  assert.ok(reading.end <= text.length, `${reading.end} of ${text.length} in ${JSON.stringify(text)}`);
}
