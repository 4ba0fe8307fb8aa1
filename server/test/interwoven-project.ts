/** The settings with which such a project is looked at: every check has something to go by. */
export const interwovenConfig = '{ "baseCurrency": "USD", "secondSourceAbove": "$1B" }';

/** Names, figures, dates and words that stand in such a project, by what can stand in each other's place. */
export const exchangeable = {
  party: Array.from({ length: 60 }, (_, index) => partyName(index)),
  deal: Array.from({ length: 500 }, (_, index) => `D${index}`),
  source: Array.from({ length: 30 }, (_, index) => `s-${index}`),
  claim: Array.from({ length: 40 }, (_, index) => `Claim${index}`),
  resource: ['compute', 'cloud', 'chips', 'gpu-hours', 'racks'],
  sector: ['models', 'robots', 'energy'],
  money: ['$1B', '$2B', '$3B', '~$2B', '<$4B', '>$1B', '$1B..$5B', '€1B', '€2B', 'undisclosed', '$20M'],
  percent: ['5%', '30%', '60%', '~50%'],
  date: ['2019', '2022-03', '2023-09-25', '2024-Q2', '2024-11-22', '2025-01', '2026-05', '2020..2024'],
  status: ['rumored', 'talks', 'announced', 'signed', 'closed', 'renegotiating', 'terminated', 'withdrawn'],
  flag: ['likely', 'uncertain', 'exclusive', 'pre', 'post'],
} as const;

/** What can stand in a line's place, or beside it: each belongs to some of the declarations. */
export const lines: readonly string[] = [
  'parent P3',
  'parent P7 from 2024',
  'founded 2023',
  'closed 2024-02',
  'sector models',
  'provides models, compute',
  'provides compute exclusive from 2023',
  'provides gpu-hours until 2024-06',
  'aka "Party Four", "Other"',
  'country US',
  'via s-3',
  'published 2023-05',
  'broader compute',
  'answers Claim1',
  'relates D8, D9',
  'seller P5',
  'type secondary',
  'lead P41 with $1B',
  'member P5, P6 as equity',
  'total $3B',
  'amount $2B per s-2, s-4',
  'tranche €1B on 2024-02',
  'valuation $9B post',
  'stake 60% on 2024-12-31',
  'capacity 2GW',
  'term 2y from 2021-03',
  'status closed on 2024-05-07',
  'status talks on 2025-01',
  'status renegotiating',
  'multiple >3x of D4',
  'rate 1.1 on 2024-01-31',
  'hub P2',
  'note "x" per s-1',
];

/**
 * The texts of a project of 500 deals between few parties, by file: parents and units, contracts that exclude others,
 * totals, holdings, claims about claims, sources that know it from others, currencies and ecosystems, so that what one
 * declaration says is looked at by many others, and every check finds something.
 */
export function interwovenProject(): Record<string, string> {
  const { deal, claim, source } = exchangeable;
  return {
    'parties.deal': [...exchangeable.party.map((_, index) => party(index)), ...views()].join('\n\n'),
    'sources.deal': source.map((_, index) => sourceText(index)).join('\n\n'),
    'first.deal': deal
      .slice(0, 250)
      .map((_, index) => dealText(index))
      .join('\n\n'),
    'second.deal': deal
      .slice(250)
      .map((_, index) => dealText(250 + index))
      .join('\n\n'),
    'facts.deal': [...claim.map((_, index) => claimText(index)), ...facts()].join('\n\n'),
  };
}

function partyName(index: number): string {
  return `P${index}`;
}

/** Forty companies, ten funds and ten people. Of five companies four are units of the first, but for a circle of three. */
function party(index: number): string {
  if (index >= 50) return `person ${partyName(index)} "Person ${index}"`;
  if (index >= 40) return `fund ${partyName(index)} "Fund ${index}" { manager ${partyName(index - 40)} }`;
  const circle = [30, 31, 32].indexOf(index);
  const parent = circle >= 0 ? 30 + ((circle + 1) % 3) : index % 5 === 0 ? undefined : index - (index % 5);
  const title = index % 19 === 4 ? 'Party Four, Inc.' : `Party ${index}`;
  return block(`company ${partyName(index)} "${title}"`, [
    parent !== undefined && `parent ${partyName(parent)}`,
    index % 3 === 0 && `founded ${2000 + index / 2}`,
    index % 13 === 1 && 'closed 2023-06',
    `sector ${exchangeable.sector[index % 3]}`,
    index % 2 === 0 && `provides ${exchangeable.resource[index % 5]}, models`,
    index % 11 === 5 && `aka "Party ${index - 1}", "Old ${index}"`,
    index % 17 === 2 && 'lei "5493006MHB84DD0ZWV81"',
  ]);
}

function sourceText(index: number): string {
  return block(`source ${exchangeable.source[index]} "Headline ${index}"`, [
    index % 4 !== 3 && `published 202${3 + (index % 2)}-0${1 + (index % 9)}-15`,
    index % 3 === 1 && `via s-${index - 1}`,
    index % 10 === 9 && `via s-${index - 4}`,
  ]);
}

function dealText(index: number): string {
  const round = index % 10;
  const payer = partyName([40 + (index % 7), index % 15, 41, 20 + (index % 6)][index % 4]!);
  const payee = partyName(1 + ((index * 3) % 12));
  const amount = `$${1 + (index % 4)}B`;
  const month = `202${2 + (index % 3)}-0${1 + (index % 9)}`;
  const per = `per s-${index % 30}${index % 3 === 0 ? `, s-${(index + 1) % 30}` : ''}`;
  const name = `D${index}`;
  const related = index % 6 === 0 && index > 10 && `relates D${index - 10}`;
  const end = index % 23 === 0 && 'status terminated on 2024-12';
  switch (round) {
    case 0:
    case 1:
      return block(`investment ${name}: ${payer} -> ${payee}`, [
        `amount ${amount} ${per}`,
        index % 20 === 1 && `amount €1B per s-${(index + 5) % 30}`,
        index % 20 === 10 && `amount $9B per s-${(index + 7) % 30}`,
        index % 4 === 0 && `total $${3 + (index % 5)}B`,
        index % 40 === 11 && `seller ${partyName(22)}`,
        `status closed on ${month}`,
        related,
        end,
      ]);
    case 2:
    case 3:
      return block(
        `round ${name} "Series ${'ABCDE'[(index % 7) % 5]}": ${payer}, ${partyName(44 + (index % 3))} -> ${payee}`,
        [
          `amount ${amount} ${per}`,
          index % 4 === 3 && `lead ${payer} with ${amount}`,
          `valuation $${40 - (index % 37)}B post`,
          index % 8 === 2 && 'valuation $9B pre',
          `status ${index % 9 === 4 ? 'talks on 2025-01' : `closed on ${month}`}`,
          end,
        ],
      );
    case 4:
    case 5:
      return block(`supply ${name}: ${partyName(15 + (index % 12))} -> ${payee}`, [
        `provides ${exchangeable.resource[index % 5]}${index % 3 === 0 ? ' exclusive from 2022' : ''} ${per}`,
        index % 4 === 0 && `amount ${amount}`,
        index % 5 === 0 && `capacity ${1 + (index % 3)}GW`,
        index % 9 === 0 && 'term 2y from 2021-03',
        `status ${['signed', 'announced', 'renegotiating'][index % 3]} on ${month}`,
        related,
        end,
      ]);
    case 6:
      return block(`loan ${name}: ${payer} -> ${payee}`, [
        `amount €${1 + (index % 3)}B ${per}`,
        index % 3 === 0 && 'tranche $1B on 2024-02',
        `status signed on ${month}`,
        index % 4 === 2 && 'status closed on 2024-11 likely',
      ]);
    case 7:
      return block(`venture ${name} "Venture ${index}"`, [
        `member ${payer}, ${partyName(25 + (index % 5))} as equity`,
        `member ${payee} as customer`,
        `provides ${exchangeable.resource[index % 4]}`,
        `budget <$${5 + (index % 9)}B ${per}`,
        `status announced on ${month}`,
      ]);
    case 8:
      return block(`license ${name}: ${partyName(33 + (index % 6))}, ${payer} -> ${payee}`, [
        `provides chips${index % 4 === 0 ? ' exclusive' : ''}`,
        `amount €${1 + (index % 2)}B ${per}`,
        `status signed on ${month}`,
        related,
      ]);
    default:
      return block(`acquisition ${name}: ${payer} -> ${partyName(35 + (index % 5))}`, [
        `amount ${amount} ${per}`,
        `status announced on ${month}`,
        index % 20 === 9 && `paid ${amount} on 2024-12 ${per}`,
        end,
      ]);
  }
}

/** Claims that dispute amounts, forecast statuses, measure valuations and answer each other, two of them in a circle. */
function claimText(index: number): string {
  const who = partyName(50 + (index % 10));
  const head = (verb: string, target: string) => `claim Claim${index}: ${who} ${verb} ${target}`;
  const per = `per s-${index % 30}`;
  const answers = index === 3 ? 'answers Claim9' : index % 6 === 3 && `answers Claim${index - 6}`;
  switch (index % 4) {
    case 0:
      return block(head('disputes', `D${index * 10}.amount`), ['on 2024-06', per]);
    case 1:
      return block(head('expects', `D${index * 10 + 4}.status`), [
        'status renegotiating on 2024-06 likely',
        per,
      ]);
    case 2:
      return block(head('asserts', `D${index * 10 + 2}.valuation`), [
        `multiple >${1 + (index % 3)}x of D${((index * 10) % 400) + 12} ${per}`,
      ]);
    default:
      return block(head('denies', index > 20 ? `Claim${index}` : `D${index * 10}`), [answers, per]);
  }
}

function facts(): string[] {
  return [
    ...Array.from({ length: 12 }, (_, index) =>
      block(`holding Holding${index}: ${partyName(40 + index)} -> ${partyName(1 + (index % 4))}`, [
        `stake ${20 + index * 3}% on 2024-12-31 per s-${index}`,
      ]),
    ),
    ...Array.from({ length: 6 }, (_, index) =>
      block(`valuation Valuation${index}: ${partyName(1 + index)}`, [
        `value $${9 + index}B on 2024-0${1 + index} per s-${index}`,
      ]),
    ),
    'fx EURUSD: USD -> CHF { rate 0.9 on 2024-01-31 }',
    // The other way round, and far from it.
    'fx CHFUSD: CHF -> USD { rate 1.5 on 2024-01-31 }',
  ];
}

function views(): string[] {
  return [
    'resource gpu-hours { broader compute }',
    'resource racks { broader gpu-hours }',
    ...Array.from({ length: 4 }, (_, index) =>
      block(`ecosystem Around${index}`, [
        `hub ${partyName(1 + index)}`,
        index === 1 && 'include D7, P12',
        index === 2 && 'exclude P40',
      ]),
    ),
    // One with few backers, who have not paid yet.
    'company Lone',
    'investment LoneByP20: P20 -> Lone { amount $9B per s-1; status signed on 2024-05 }',
    'investment LoneByP25: P25 -> Lone { amount $1B per s-1; status signed on 2024-06 }',
    'ecosystem AroundLone { hub Lone }',
    // One that was bought as a whole, and raises money from others.
    'company Sold { parent P20 from 2021 }',
    'acquisition SaleOfSold: P20 -> Sold { amount $1B per s-1; status closed on 2020-05 }',
    'round SoldLater: P41 -> Sold { amount $1B per s-1; status closed on 2023-05 }',
  ];
}

function block(head: string, body: readonly (string | false | undefined)[]): string {
  const own = body.filter((line) => typeof line === 'string');
  return [`${head} {`, ...own.map((line) => `  ${line}`), '}'].join('\n');
}
