import type { Amount } from './amount';
import type { TieKind } from './graph';

/** Who pays, or is paid. */
export interface FlowEnd {
  /** Unique in one chart; who pays and is paid as well has two ends. */
  readonly id: string;
  /** The name of its declaration; null for those who are not named, and several together. */
  readonly name: string | null;
  readonly title: string;
  readonly side: 'payer' | 'payee';
  /** Of several of whom nobody says who how much: who they are, in sentences. */
  readonly note?: string;
}

/** Money that goes from one end to another for one purpose, as of the day of the chart. */
export interface MoneyFlow {
  readonly from: string;
  readonly to: string;
  /** Its purpose; `purchase` is the price of what was bought. */
  readonly kind: TieKind;
  /** By year; null for money without a year of its own. In `FlowChart.currency`, by the middle of what is known. */
  readonly years: readonly {
    readonly year: number | null;
    readonly promised: number;
    readonly rumored: number;
  }[];
  /** All years together; null where there is none of it that can be drawn. */
  readonly promised: Amount | null;
  readonly rumored: Amount | null;
  /** The sum of all years in words, with its bounds. */
  readonly text: string;
  /** What it is made of: names of deals, and how many there are in all. */
  readonly deals: readonly { readonly name: string; readonly title: string }[];
  readonly count: number;
}

export interface FlowChart {
  readonly title: string;
  readonly asOf: number;
  readonly today: number;
  readonly currency: string | null;
  readonly ends: readonly FlowEnd[];
  readonly flows: readonly MoneyFlow[];
  /** What is drawn together, left out or counted by its middle, in sentences. */
  readonly remarks: readonly string[];
}
