import type { PlainCorpus, PlainDeal, PlainLine, PlainMoney, PlainParty, PlainRate } from './plain-corpus';

/** The files of a corpus as somebody would write them. */
export function textsOf({ deals, units, rates, ecosystems }: PlainCorpus): Record<string, string> {
  const unitLines = units.map(({ name, parent, from, until }) => {
    const span = `${from ? ` from ${from}` : ''}${until ? ` until ${until}` : ''}`;
    return `company ${name} { parent ${parent}${span} }`;
  });
  const ecosystemLines = ecosystems.map(
    ({ name, hub, excluded }) =>
      `ecosystem ${name} { hub ${hub}${excluded.length > 0 ? `; exclude ${excluded.join(', ')}` : ''} }`,
  );
  return {
    'deals.deal': deals.map(dealText).join('\n'),
    'units.deal': [...unitLines, ...ecosystemLines].join('\n'),
    'rates.deal': ratesText(rates),
  };
}

function dealText(deal: PlainDeal): string {
  const on = (side: PlainParty['side']) => deal.parties.filter((party) => party.side === side);
  const names = (side: PlainParty['side']) => on(side).map(nameOf).join(', ');
  const relation =
    deal.kind === 'venture'
      ? ''
      : deal.kind === 'project'
        ? `: ${names('left')}`
        : `: ${names('left')} ${deal.kind === 'partnership' ? '<->' : '->'} ${names('right')}`;
  const whole = deal.kind === 'venture' || deal.kind === 'project' ? 'budget' : 'amount';
  return [
    `${deal.kind} ${deal.name}${relation} {`,
    ...(deal.on ? [`on ${deal.on}`] : []),
    ...(deal.term ? [`term ${deal.term}`] : []),
    ...(deal.secondary ? ['type secondary'] : []),
    ...deal.amounts.map((line) => moneyLine(whole, line)),
    ...deal.tranches.map((line) => moneyLine('tranche', line)),
    ...deal.paid.map((line) => moneyLine('paid', line)),
    ...deal.statuses.map(({ status, on: date }) => `status ${status}${date ? ` on ${date}` : ''}`),
    ...linesOf([...on('lead'), ...on('member')]).map(partyLine),
    ...(on('seller').length > 0 ? [`seller ${names('seller')}`] : []),
    '}',
    '',
  ].join('\n');
}

function nameOf({ name }: PlainParty): string {
  return name ?? 'undisclosed';
}

/** Parties by the lines that they stand in. */
function linesOf(parties: readonly PlainParty[]): (readonly [PlainParty, ...PlainParty[]])[] {
  const lines: [PlainParty, ...PlainParty[]][] = [];
  for (const party of parties) {
    if (party.joined) lines.at(-1)!.push(party);
    else lines.push([party]);
  }
  return lines;
}

function partyLine(parties: readonly [PlainParty, ...PlainParty[]]): string {
  const { side, role, with: money, from } = parties[0];
  return [
    side,
    parties.map(nameOf).join(', '),
    ...(role ? [`as ${role}`] : []),
    ...(money ? [`with ${moneyText(money)}`] : []),
    ...(from ? [side === 'lead' ? `on ${from}` : `from ${from}`] : []),
  ].join(' ');
}

function moneyLine(property: string, { money, on, from, over, form, source }: PlainLine): string {
  return [
    property,
    moneyText(money),
    ...(form ? [form] : []),
    ...(on ? [`on ${on}`] : []),
    ...(from ? [`from ${from}`] : []),
    ...(over ? [`over ${over}`] : []),
    ...(source ? [`per <https://${source}.example>`] : []),
  ].join(' ');
}

function moneyText({ currency, lo, hi, about, per }: PlainMoney): string {
  if (lo === undefined) return 'undisclosed';
  const amount = (value: bigint) => `${currency} ${decimal(value, 2)}`;
  const bounds =
    hi === undefined
      ? `>${amount(lo)}`
      : lo === hi
        ? amount(lo)
        : lo === 0n
          ? `<${amount(hi)}`
          : `${amount(lo)}..${amount(hi)}`;
  return `${about ? '~' : ''}${bounds}${per ? `/${per}` : ''}`;
}

function ratesText(rates: readonly PlainRate[]): string {
  const names = [...new Set(rates.map(({ name }) => name))];
  return names
    .map((name) => {
      const own = rates.filter((rate) => rate.name === name);
      const { from, to } = own[0]!;
      const lines = own.map(
        ({ lo, hi, about, on }) =>
          `  rate ${about ? '~' : ''}${decimal(lo, 6)}${hi > lo ? `..${decimal(hi, 6)}` : ''} on ${on}`,
      );
      return `fx ${name}: ${from} -> ${to} {\n${lines.join('\n')}\n}`;
    })
    .join('\n');
}

/** A whole number of parts as a decimal number. */
function decimal(parts: bigint, decimals: number): string {
  if (parts < 0n) return `-${decimal(-parts, decimals)}`;
  const digits = String(parts).padStart(decimals + 1, '0');
  const fraction = digits.slice(-decimals).replace(/0+$/, '');
  return digits.slice(0, -decimals) + (fraction && `.${fraction}`);
}
