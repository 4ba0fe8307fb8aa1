import { readDay } from '../values/day';
import { Misuse } from './surroundings';

/**
 * The day that somebody names: `2025-01-31`, the last one of `2025-01`, or `today`.
 * @returns its number
 * @throws {Misuse} for what is no day
 */
export function dayNamed(text: string, today: number): number {
  if (text.trim().toLowerCase() === 'today') return today;
  const day = readDay(text);
  if (!day.ok) throw new Misuse(`“${text}” is no day: ${day.message}`);
  return day.value;
}
