import { Big } from 'big.js';
import { nearestWords } from '../language/nearest';

/** What is measured: only quantities of one dimension can be added and compared. */
export type Dimension =
  | 'power'
  | 'energy'
  | 'chips'
  | 'servers'
  | 'racks'
  | 'computing speed'
  | 'data'
  | 'area'
  | 'tokens'
  | 'shares'
  | 'people'
  | 'users'
  | 'customers'
  | 'seats'
  | 'sites';

/** A unit of measure or a thing that is counted. */
export interface Unit {
  /** As it is written: `GW`, `GPUs`. */
  readonly word: string;
  readonly dimension: Dimension;
  /** How many of the dimension's base unit (its first in the table) it is. */
  readonly factor: Big;
  /** Symbols such as `GW` stand close behind the number, counted things apart. */
  readonly symbol: boolean;
}

interface DimensionTable {
  readonly dimension: Dimension;
  readonly symbols?: readonly (readonly [word: string, factor: string, ...others: string[]])[];
  readonly things?: readonly (readonly [word: string, ...others: string[]])[];
}

/** Every unit; the first of a dimension is its base. Other spellings follow the word that is written out. */
const TABLE: readonly DimensionTable[] = [
  {
    dimension: 'power',
    symbols: [
      ['W', '1'],
      ['kW', '1e3'],
      ['MW', '1e6'],
      ['GW', '1e9'],
      ['TW', '1e12'],
    ],
  },
  {
    dimension: 'energy',
    symbols: [
      ['Wh', '1'],
      ['kWh', '1e3'],
      ['MWh', '1e6'],
      ['GWh', '1e9'],
      ['TWh', '1e12'],
    ],
  },
  {
    dimension: 'chips',
    things: [
      ['chips', 'chip'],
      ['GPUs', 'GPU'],
      ['TPUs', 'TPU'],
      ['CPUs', 'CPU'],
      ['accelerators', 'accelerator'],
    ],
  },
  { dimension: 'servers', things: [['servers', 'server']] },
  { dimension: 'racks', things: [['racks', 'rack']] },
  {
    dimension: 'computing speed',
    symbols: [
      ['FLOPS', '1', 'FLOP/s'],
      ['TFLOPS', '1e12', 'TFLOP/s'],
      ['PFLOPS', '1e15', 'PFLOP/s'],
      ['EFLOPS', '1e18', 'EFLOP/s'],
      ['ZFLOPS', '1e21', 'ZFLOP/s'],
    ],
  },
  {
    dimension: 'data',
    symbols: [
      ['GB', '1e9'],
      ['TB', '1e12'],
      ['PB', '1e15'],
      ['EB', '1e18'],
    ],
  },
  {
    dimension: 'area',
    symbols: [
      ['m2', '1', 'm²', 'sqm'],
      ['sqft', '0.09290304', 'ft2', 'ft²'],
      ['ha', '1e4', 'hectares', 'hectare'],
      ['acres', '4046.8564224', 'acre'],
      ['km2', '1e6', 'km²'],
    ],
  },
  { dimension: 'tokens', things: [['tokens', 'token']] },
  { dimension: 'shares', things: [['shares', 'share']] },
  {
    dimension: 'people',
    things: [
      ['people', 'person'],
      ['employees', 'employee', 'staff'],
    ],
  },
  { dimension: 'users', things: [['users', 'user']] },
  {
    dimension: 'customers',
    things: [
      ['customers', 'customer'],
      ['subscribers', 'subscriber'],
    ],
  },
  {
    dimension: 'seats',
    things: [
      ['seats', 'seat'],
      ['licenses', 'license'],
    ],
  },
  { dimension: 'sites', things: [['sites', 'site']] },
];

const ONE = new Big(1);
const units: Unit[] = [];
const byWord = new Map<string, Unit>();
const bases = new Map<Dimension, Unit>();

for (const { dimension, symbols = [], things = [] } of TABLE) {
  for (const [word, factor, ...others] of symbols) {
    enter({ word, dimension, factor: new Big(factor), symbol: true }, others);
  }
  for (const [word, ...others] of things) {
    enter({ word, dimension, factor: ONE, symbol: false }, others);
  }
}

function enter(unit: Unit, others: readonly string[]): void {
  units.push(unit);
  for (const word of [unit.word, ...others]) {
    byWord.set(word, unit);
    // No two units of the table differ in letter case alone, so that `6gw` can only be gigawatts.
    byWord.set(word.toLowerCase(), unit);
  }
  if (!bases.has(unit.dimension)) bases.set(unit.dimension, unit);
}

/** The words to offer for units, in the order of the table. */
export const unitWords: readonly string[] = units.map(({ word }) => word);

const LONGEST_WORD = Math.max(...[...byWord.keys()].map(({ length }) => length));

/** The unit that a word names, in any letter case. */
export function findUnit(word: string): Unit | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  return byWord.get(word) ?? byWord.get(word.toLowerCase());
}

/** The unit in which a sum is given: the larger of two, or the base unit where they count different things alike. */
export function commonUnit(a: Unit, b: Unit): Unit | undefined {
  if (a === b) return a;
  if (a.dimension !== b.dimension) return undefined;
  const larger = a.factor.cmp(b.factor);
  return larger > 0 ? a : larger < 0 ? b : bases.get(a.dimension);
}

/** Up to three units that a mistyped word may have meant, best first. */
export function nearestUnits(word: string): string[] {
  return nearestWords(word, unitWords);
}
