import { currencySign } from '../../../../server/src/picture/drawing/numbers';
import { firmness, firmnessOn, tieKinds, type Graph, type Tie } from '../../../../server/src/picture/graph';
import type { PanelState } from '../messages';
import type { PanelWords } from '../panelWords';
import { checkbox, html, textButton } from './html';
import { noFilters } from '../../../../server/src/picture/page/page-data';

/** What a change of the state is made with. */
export type Change = (part: Partial<PanelState>) => void;

/**
 * Whether a tie passes the filters on a day. One of several deals counts as its surest, and by what they come to. A tie of
 * unknown money passes where any amount does, one without a date where any date does.
 */
export function passesFilters(
  state: PanelState,
  sectors: ReadonlyMap<string, string>,
  tie: Tie,
  day: number,
): boolean {
  if (state.hiddenKinds.includes(tie.kind)) return false;
  if (state.least > 0 && (tie.value ?? 0) < state.least) return false;
  if (state.atMost > 0 && (tie.value ?? Infinity) > state.atMost) return false;
  if (!changesWithin(tie, state)) return false;
  const stands = firmnessOn(tie, day);
  if (stands !== undefined && state.hiddenFirmness.includes(stands)) return false;
  if (state.hiddenSectors.length === 0) return true;
  return [tie.from, tie.to].every((id) => !state.hiddenSectors.includes(sectors.get(id) ?? ''));
}

/** Whether something of a tie begins, becomes firmer or ends in the time that is wanted. */
function changesWithin({ steps }: Tie, { since, until }: PanelState): boolean {
  if (since === null && until === null) return true;
  return steps.some(
    ({ from }) => from !== null && from >= (since ?? -Infinity) && from <= (until ?? Infinity),
  );
}

/** The sector of each node, by id; an empty text where none is stated. */
export function sectorsOf({ nodes }: Graph): Map<string, string> {
  return new Map(nodes.map(({ id, sector = '' }) => [id, sector]));
}

/** The filters as they stand, for a list that opens below their button. */
export function filterForm(words: PanelWords, state: PanelState, graph: Graph, change: Change): HTMLElement {
  const kinds = tieKinds.filter((kind) => graph.ties.some((tie) => tie.kind === kind));
  const sectors = [...new Set(sectorsOf(graph).values())].sort();
  const toggled = (all: readonly string[], one: string, shows: boolean) =>
    shows ? all.filter((each) => each !== one) : [...all, one];
  const amountOf = (key: 'least' | 'atMost') => {
    const value = state[key] > 0 ? shortNumber(state[key]) : '';
    const field = html('input', { type: 'text', inputmode: 'decimal', size: 8, value });
    field.addEventListener('change', () => {
      const amount = readAmount(field.value);
      field.setAttribute('aria-invalid', String(amount === undefined));
      if (amount !== undefined) change({ [key]: amount });
    });
    return field;
  };
  const dayOf = (key: 'since' | 'until') => {
    const field = html('input', { type: 'date', value: dateText(state[key]) });
    field.addEventListener('change', () => {
      const day = field.valueAsNumber / dayLength;
      change({ [key]: Number.isFinite(day) ? day : null });
    });
    return field;
  };
  return html(
    'div',
    { class: 'form' },
    group(
      words.filterKind,
      kinds.map((kind) =>
        checkbox(words.tieKinds[kind], !state.hiddenKinds.includes(kind), (shows) =>
          change({ hiddenKinds: toggled(state.hiddenKinds, kind, shows) }),
        ),
      ),
    ),
    group(
      words.filterStatus,
      firmness.map((each) =>
        checkbox(words.firmness[each], !state.hiddenFirmness.includes(each), (shows) =>
          change({ hiddenFirmness: toggled(state.hiddenFirmness, each, shows) }),
        ),
      ),
    ),
    ...(sectors.some((sector) => sector !== '')
      ? [
          group(
            words.filterSector,
            sectors.map((sector) =>
              checkbox(
                sector === '' ? words.noSector : sector,
                !state.hiddenSectors.includes(sector),
                (shows) => change({ hiddenSectors: toggled(state.hiddenSectors, sector, shows) }),
              ),
            ),
          ),
        ]
      : []),
    ...(graph.currency === null
      ? []
      : [
          labelled(`${words.least} (${currencySign(graph.currency)})`, amountOf('least')),
          labelled(`${words.atMost} (${currencySign(graph.currency)})`, amountOf('atMost')),
        ]),
    labelled(words.since, dayOf('since')),
    labelled(words.until, dayOf('until')),
    textButton(words.reset, () => change(noFilters)),
  );
}

function labelled(label: string, field: HTMLElement): HTMLElement {
  return html('label', { class: 'choice' }, html('span', {}, label), field);
}

/** Milliseconds. */
const dayLength = 86_400_000;

/** A day as a field of dates has it. */
function dateText(day: number | null): string {
  return day === null ? '' : new Date(day * dayLength).toISOString().slice(0, 10);
}

function group(title: string, boxes: readonly HTMLElement[]): HTMLFieldSetElement {
  return html('fieldset', {}, html('legend', {}, title), ...boxes);
}

const magnitudes: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9, t: 1e12 };

/** An amount as it is typed: `500M`, `1.5B`, nothing for any; undefined where it is none. */
export function readAmount(text: string): number | undefined {
  const trimmed = text
    .trim()
    .replace(/^[$€£¥]/, '')
    .replaceAll(',', '');
  if (trimmed === '') return 0;
  const [, figure, magnitude = ''] = /^(\d+(?:\.\d+)?)\s*([kmbt]?)n?$/i.exec(trimmed) ?? [];
  return figure === undefined ? undefined : Number(figure) * (magnitudes[magnitude.toLowerCase()] ?? 1);
}

/** A number as it is said: `1.5B`. */
export function shortNumber(value: number): string {
  for (const [sign, size] of [
    ['T', 1e12],
    ['B', 1e9],
    ['M', 1e6],
    ['K', 1e3],
  ] as const) {
    if (Math.abs(value) >= size) return `${trimmed(value / size)}${sign}`;
  }
  return trimmed(value);
}

function trimmed(value: number): string {
  return String(Number(value.toPrecision(3)));
}
