/**
 * A project of deals as plain facts: what stands in the text, line by line, and nothing that is worked out from it. The
 * same facts are written as text for the model and as rows for a database. Always the same, since its dice are.
 */

/** An amount as it stands in a line, in hundredths of its currency. */
export interface PlainMoney {
  readonly currency: string;
  /** Undefined where nobody has told it. */
  readonly lo: bigint | undefined;
  /** Undefined for "at least". */
  readonly hi: bigint | undefined;
  readonly about: boolean;
  readonly per?: 'year' | 'quarter' | 'month';
}

/** A line about money. */
export interface PlainLine {
  readonly money: PlainMoney;
  readonly on?: string;
  readonly from?: string;
  readonly over?: string;
  readonly form?: string;
  readonly source?: string;
}

export interface PlainParty {
  readonly side: 'left' | 'right' | 'lead' | 'member' | 'seller';
  /** Undefined for who is undisclosed. */
  readonly name: string | undefined;
  readonly role?: string;
  readonly with?: PlainMoney;
  readonly from?: string;
  /** Whether it stands in the line of the party above it, which says how much both put in together. */
  readonly joined?: boolean;
}

export interface PlainStatus {
  readonly status: string;
  readonly on?: string;
}

export interface PlainDeal {
  readonly name: string;
  readonly kind: string;
  readonly secondary: boolean;
  readonly on?: string;
  readonly term?: string;
  readonly amounts: readonly PlainLine[];
  readonly tranches: readonly PlainLine[];
  readonly paid: readonly PlainLine[];
  readonly statuses: readonly PlainStatus[];
  readonly parties: readonly PlainParty[];
}

export interface PlainUnit {
  readonly name: string;
  readonly parent: string;
  readonly from?: string;
  readonly until?: string;
}

/** A published rate; figures in millionths. */
export interface PlainRate {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly lo: bigint;
  readonly hi: bigint;
  readonly about: boolean;
  readonly on: string;
}

export interface PlainCorpus {
  readonly deals: readonly PlainDeal[];
  readonly units: readonly PlainUnit[];
  readonly rates: readonly PlainRate[];
  /** Ecosystems by name, with their hub and who is left out. */
  readonly ecosystems: readonly {
    readonly name: string;
    readonly hub: string;
    readonly excluded: readonly string[];
  }[];
}

/** Numbers that look like chance and are the same every time (mulberry32). */
class Dice {
  constructor(private state: number) {}

  /** From nought up to, and without, one. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** A whole number, both ends included. */
  from(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  of<T>(all: readonly T[]): T {
    return all[this.from(0, all.length - 1)]!;
  }

  /** Several different ones. */
  some<T>(all: readonly T[], count: number): T[] {
    const found = new Set<T>();
    while (found.size < count) found.add(this.of(all));
    return [...found];
  }

  /** One of several, each as often as its weight says. */
  weighted<T>(all: readonly (readonly [T, number])[]): T {
    let left = this.next() * all.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [one, weight] of all) {
      left -= weight;
      if (left < 0) return one;
    }
    return all.at(-1)![0];
  }
}

const parties = Array.from({ length: 400 }, (_, index) => `P${index}`);

const currencies = [
  ['USD', 58],
  ['EUR', 16],
  ['GBP', 8],
  ['JPY', 8],
  ['CHF', 6],
  ['CNY', 4],
] as const;

const kinds = [
  ['investment', 26],
  ['round', 24],
  ['loan', 10],
  ['grant', 6],
  ['acquisition', 10],
  ['supply', 10],
  ['license', 4],
  ['venture', 5],
  ['project', 4],
  ['partnership', 1],
] as const;

/** Courses of a deal; a status with a question mark has no date. */
const courses = [
  ['', 10],
  ['announced', 12],
  ['announced?', 4],
  ['closed', 14],
  ['closed?', 4],
  ['signed closed', 8],
  ['announced closed', 12],
  ['announced closed?', 3],
  ['announced? closed', 2],
  ['talks', 8],
  ['rumored talks', 3],
  ['letter', 2],
  ['talks announced closed', 4],
  ['announced rumored', 2],
  ['closed amended', 3],
  ['announced paused', 2],
  ['signed renegotiating', 2],
  ['announced withdrawn', 4],
  ['talks withdrawn', 2],
  ['closed terminated', 4],
  ['closed expired', 2],
  ['withdrawn talks', 1],
  ['announced terminated talks', 1],
] as const;

/** So many deals, the same for the same seed. */
export function plainCorpus(count: number, seed: number): PlainCorpus {
  const dice = new Dice(seed);
  const units = plainUnits(dice);
  const rates = plainRates(dice);
  const deals = Array.from({ length: count }, (_, index) => plainDeal(dice, `D${index}`));
  return {
    deals,
    units,
    rates,
    ecosystems: [
      { name: 'E0', hub: 'P0', excluded: [] },
      { name: 'E1', hub: 'P10', excluded: ['P3', 'P4', 'P11'] },
    ],
  };
}

/** Some parties are units of others, a few of them for a time; no circles. */
function plainUnits(dice: Dice): PlainUnit[] {
  const units: PlainUnit[] = [];
  for (let index = 1; index < 60; index++) {
    const parent = `P${Math.floor(index / 4) * (index % 3 === 0 ? 0 : 1)}`;
    const span = dice.from(0, 5);
    units.push({
      name: `P${index}`,
      parent,
      ...(span === 0 && { from: dayText(dice, 2021, 2025) }),
      ...(span === 1 && { until: dayText(dice, 2021, 2025) }),
    });
  }
  return units;
}

/** Rates of four currencies from 2020 on, in both directions, with gaps, ranges, months and years; none of the yuan. */
function plainRates(dice: Dice): PlainRate[] {
  const rates: PlainRate[] = [];
  const publish = (name: string, from: string, to: string, middle: number, days: readonly string[]) => {
    for (const on of days) {
      const lo = BigInt(Math.round(middle * (900 + dice.from(0, 200)))) * 1000n;
      const hi = dice.chance(0.1) ? lo + BigInt(dice.from(1, 40)) * 1000n : lo;
      rates.push({ name, from, to, lo, hi, about: dice.chance(0.05), on });
    }
  };
  const days = (count: number) => Array.from({ length: count }, () => dayText(dice, 2020, 2026));
  publish('EURUSD', 'EUR', 'USD', 1.08, [...days(25), '2021', '2023-06', '2024-Q2']);
  publish('USDEUR', 'USD', 'EUR', 0.92, days(6));
  publish('GBPUSD', 'GBP', 'USD', 1.27, days(14));
  publish('GBPEUR', 'GBP', 'EUR', 1.16, days(5));
  publish('USDJPY', 'USD', 'JPY', 145, days(14));
  publish('CHFEUR', 'CHF', 'EUR', 1.03, days(9));
  return rates;
}

function plainDeal(dice: Dice, name: string): PlainDeal {
  const kind = dice.weighted(kinds);
  const currency = dice.weighted(currencies);
  const secondary = kind === 'round' && dice.chance(0.08);
  const takesTranches = !['license', 'venture', 'project', 'partnership'].includes(kind);
  const isRate = ['supply', 'license', 'loan'].includes(kind) && dice.chance(0.4);
  const amount = dice.chance(0.86) ? moneyIn(dice, currency) : undefined;
  const amounts: PlainLine[] = [];
  if (amount) {
    const form = dice.chance(0.12) && kind !== 'venture' && kind !== 'project' ? formOf(dice) : undefined;
    amounts.push({
      money:
        isRate && amount.lo !== undefined
          ? { ...amount, per: dice.of(['year', 'quarter', 'month']) }
          : amount,
      ...(isRate && dice.chance(0.5) && { over: durationIn(dice) }),
      ...(dice.chance(0.1) && { on: dateIn(dice, 2019, 2026) }),
      ...(form && { form }),
    });
    if (amounts[0]!.on === undefined && kind !== 'partnership' && dice.chance(0.05))
      amounts[0] = { ...amounts[0]!, from: dateIn(dice, 2019, 2027) };
    if (dice.chance(0.06)) {
      amounts[0] = { ...amounts[0]!, source: 's0' };
      amounts.push({ money: moneyIn(dice, currency), source: 's1' });
    }
  }
  const tranches = takesTranches && dice.chance(0.3) ? tranchesOf(dice, amount, currency, isRate) : [];
  const paid = dice.chance(0.22) ? paymentsOf(dice, amount, currency) : [];
  return {
    name,
    kind,
    secondary,
    ...(dice.chance(0.15) && { on: dateIn(dice, 2019, 2026) }),
    ...(isRate && dice.chance(0.6) && { term: durationIn(dice) }),
    amounts,
    tranches,
    paid,
    statuses: statusesOf(dice, dice.weighted(courses)),
    parties: partiesOf(dice, kind, secondary, amount, currency),
  };
}

/** In hundredths; round figures most of the time, as in the news. */
function figure(dice: Dice, most = 900): bigint {
  const unit = dice.weighted([
    [100_000_000n * 100n, 30],
    [1_000_000n * 100n, 60],
    [1_000n * 100n, 8],
    [1n, 2],
  ]);
  return BigInt(dice.from(1, most)) * unit;
}

function moneyIn(dice: Dice, currency: string): PlainMoney {
  const lo = figure(dice);
  const more = lo + figure(dice);
  switch (dice.weighted(bounds)) {
    case 'exact':
      return { currency, lo, hi: lo, about: false };
    case 'about':
      return { currency, lo, hi: lo, about: true };
    case 'range':
      return { currency, lo, hi: more, about: dice.chance(0.1) };
    case 'upTo':
      return { currency, lo: 0n, hi: more, about: dice.chance(0.1) };
    case 'atLeast':
      return { currency, lo, hi: undefined, about: dice.chance(0.1) };
    case 'negative':
      return { currency, lo: -more, hi: dice.chance(0.5) ? -lo : lo, about: dice.chance(0.1) };
    case 'absurd':
      return { currency, lo, hi: lo + absurd, about: dice.chance(0.1) };
    case 'undisclosed':
      return undisclosed;
  }
}

/** More than there is of any currency. */
const absurd = 10n ** 21n;

const bounds = [
  ['exact', 60],
  ['negative', 1],
  ['absurd', 1],
  ['about', 12],
  ['range', 10],
  ['upTo', 6],
  ['atLeast', 5],
  ['undisclosed', 5],
] as const;

const undisclosed: PlainMoney = { currency: '', lo: undefined, hi: undefined, about: false };

function formOf(dice: Dice): string {
  return dice.of(['cash', 'credits', 'compute', 'shares']);
}

/** Instalments that come to the amount, that leave a rest, that contradict it, or that stand alone. */
function tranchesOf(
  dice: Dice,
  amount: PlainMoney | undefined,
  currency: string,
  isRate: boolean,
): PlainLine[] {
  const count = dice.from(1, 4);
  const own = amount?.lo === undefined || dice.chance(0.04) ? dice.weighted(currencies) : currency;
  const whole = amount?.lo === amount?.hi && !isRate ? amount?.lo : undefined;
  const share = whole === undefined ? undefined : whole / BigInt(count);
  const addsUp = dice.chance(0.75);
  const leaves = dice.chance(0.5);
  return Array.from({ length: count }, (_, index): PlainLine => {
    const isLast = index === count - 1;
    const exact =
      share && addsUp ? (isLast && !leaves ? whole! - share * BigInt(count - 1) : share) : undefined;
    const money =
      exact === undefined
        ? moneyIn(dice, own)
        : { currency: own, lo: exact, hi: exact, about: dice.chance(0.05) };
    return {
      money,
      ...(dice.chance(0.9) && { on: dateIn(dice, 2019, 2027) }),
      ...(dice.chance(0.08) && { form: formOf(dice) }),
      ...(dice.chance(0.15) && { source: dice.of(['s0', 's1']) }),
    };
  });
}

function paymentsOf(dice: Dice, amount: PlainMoney | undefined, currency: string): PlainLine[] {
  const own = dice.chance(0.04) ? dice.weighted(currencies) : currency;
  const count = dice.from(1, 3);
  const share = amount?.lo && amount.lo > 0n ? amount.lo / BigInt(count + dice.from(0, 2)) : undefined;
  // Two lines of one day that cite different sources report the same.
  const twice = dice.chance(0.15) ? dateIn(dice, 2020, 2026) : undefined;
  return Array.from({ length: count }, (_, index): PlainLine => {
    const money = dice.chance(0.06)
      ? undisclosed
      : share && dice.chance(0.85)
        ? { currency: own, lo: share, hi: share, about: dice.chance(0.05) }
        : moneyIn(dice, own);
    const when = dice.from(0, 9);
    return {
      money,
      ...(twice ? { on: twice, source: `s${index}` } : when < 7 && { on: dateIn(dice, 2019, 2027) }),
      ...(!twice && when === 7 && { from: dateIn(dice, 2019, 2027) }),
      ...(dice.chance(0.08) && { form: formOf(dice) }),
    };
  });
}

function statusesOf(dice: Dice, course: string): PlainStatus[] {
  let year = dice.from(2019, 2024);
  const words = course.split(' ');
  // Two fall into the same year now and then, so that half-known dates overlap: then a deal's life tells the order.
  const gaps = words.length > 2 ? [1, 2] : [0, 1, 1, 2];
  return words
    .filter((word) => word !== '')
    .map((word): PlainStatus => {
      if (word.endsWith('?')) return { status: word.slice(0, -1) };
      const on = dateIn(dice, year, year);
      year += dice.of(gaps);
      return { status: word, on };
    });
}

function partiesOf(
  dice: Dice,
  kind: string,
  secondary: boolean,
  amount: PlainMoney | undefined,
  currency: string,
): PlainParty[] {
  // The first parties stand in more deals, so that they have units, hubs and partners in common.
  const pool = dice.chance(0.4) ? parties.slice(0, 24) : parties;
  const names = (least: number, most: number) => dice.some(pool, dice.from(least, most));
  const side = (where: PlainParty['side'], least: number, most: number): PlainParty[] => [
    ...names(least, most).map((name) => ({ side: where, name })),
    ...(dice.chance(0.08) ? [{ side: where, name: undefined }] : []),
  ];
  const part = (): PlainMoney => {
    const whole = amount?.lo;
    if (whole === undefined || whole < 100n || dice.chance(0.2)) return moneyIn(dice, currency);
    const own = whole / BigInt(dice.from(2, 6));
    return { currency, lo: own, hi: own, about: dice.chance(0.1) };
  };
  const joins = () => (dice.chance(0.1) ? { from: dateIn(dice, 2020, 2026) } : {});
  switch (kind) {
    case 'venture': {
      const roles = dice.chance(0.3) ? [''] : ['equity', 'operator', 'lender', ''];
      const members = names(2, 4).map((name): PlainParty => {
        const role = dice.of(roles);
        return {
          side: 'member',
          name,
          ...(role && { role }),
          ...(dice.chance(0.25) && { with: part() }),
          ...joins(),
        };
      });
      const all = joined(dice, members);
      return dice.chance(0.1) ? [...all, { side: 'member', name: undefined }] : all;
    }
    case 'project':
      return side('left', 1, 1);
    default: {
      const left = side('left', 1, 3);
      const right = side('right', 1, dice.chance(0.2) ? 2 : 1);
      const leads =
        ['investment', 'round', 'loan'].includes(kind) && dice.chance(0.3)
          ? joined(
              dice,
              names(1, 3).map((name): PlainParty => ({
                side: 'lead',
                name,
                ...(dice.chance(0.6) && { with: part() }),
                ...joins(),
              })),
            )
          : [];
      const sells = kind === 'acquisition' || secondary;
      const sellers = sells && dice.chance(0.7) ? side('seller', 1, 2) : [];
      return [...left, ...right, ...leads, ...sellers];
    }
  }
}

/** Some of those who say a part say it together with the next one. */
function joined(dice: Dice, parties: readonly PlainParty[]): PlainParty[] {
  const all: PlainParty[] = [];
  for (const party of parties) {
    const above = all.at(-1);
    all.push(above?.with && dice.chance(0.25) ? { ...above, name: party.name, joined: true } : party);
  }
  return all;
}

function durationIn(dice: Dice): string {
  return dice.weighted([
    [`${dice.from(1, 10)}y`, 5],
    [`${dice.from(1, 60)}mo`, 3],
    [`${dice.from(1, 3)}y${dice.from(1, 11)}mo`, 2],
    [`${dice.from(2, 100)}w`, 1],
    [`${dice.from(10, 900)}d`, 1],
  ]);
}

/** A day, a month, a quarter or a year. */
function dateIn(dice: Dice, first: number, last: number): string {
  const day = dayText(dice, first, last);
  switch (dice.weighted(precisions)) {
    case 'day':
      return day;
    case 'month':
      return day.slice(0, 7);
    case 'quarter':
      return `${day.slice(0, 4)}-Q${dice.from(1, 4)}`;
    case 'year':
      return day.slice(0, 4);
  }
}

const precisions = [
  ['day', 60],
  ['month', 24],
  ['quarter', 6],
  ['year', 10],
] as const;

function dayText(dice: Dice, first: number, last: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${dice.from(first, last)}-${two(dice.from(1, 12))}-${two(dice.from(1, 28))}`;
}
