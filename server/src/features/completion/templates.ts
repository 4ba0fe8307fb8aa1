/** A situation that comes back, as a piece of text with places to fill in. */
export interface Template {
  /** What is typed to find it. */
  readonly label: string;
  readonly docs: string;
  /** In snippet syntax, with the sample dates that `datedNow` replaces. */
  readonly snippet: string;
}

/** Situations of which one declaration alone says too little. Labels and docs are translated where they are shown. */
export const templates: readonly Template[] = [
  {
    label: 'seed round',
    docs: 'A first round, with its lead and what the company is worth then.',
    snippet: [
      'round ${1:StartupSeed} "Seed": ${2:Fund} -> ${3:Startup} {',
      '\ttype      seed',
      '\tlead      ${2:Fund}',
      '\tamount    ${4:\\$3M} per ${5:article}',
      '\tvaluation ${6:\\$12M} post',
      '\tstatus    closed on ${7:2025-01}',
      '}',
      '',
    ].join('\n'),
  },
  {
    label: 'mega-round with tranches',
    docs: 'A large round that is handed over in instalments, by several investors with a part each.',
    snippet: [
      'round ${1:StartupSeriesF} "Series F": ${2:LeadInvestor}, ${3:OtherInvestor} -> ${4:Startup} {',
      '\tlead      ${2:LeadInvestor} with ${5:\\$30B}',
      '\tamount    ${6:\\$40B} per ${7:article}',
      '\ttranche   ${8:\\$10B} on ${9:2025-01}',
      '\ttranche   ${10:\\$30B} on ${11:2025}',
      '\tvaluation ${12:\\$300B} post',
      '\tstatus    signed on ${9:2025-01}',
      '}',
      '',
    ].join('\n'),
  },
  {
    label: 'cloud-for-equity deal',
    docs: 'An investment that comes back as purchases: shares for money, part of it in credits, and the contract that spends it.',
    snippet: [
      'investment ${1:CloudStartup}: ${2:Cloud} -> ${3:Startup} {',
      '\tamount  ${4:\\$4B} per ${5:article}',
      '\ttranche ${6:\\$1B} cash    on ${7:2025-01}',
      '\ttranche ${8:\\$3B} credits on ${9:2025}',
      '\tstatus  signed on ${7:2025-01}',
      '\trelates ${10:StartupCloud}',
      '}',
      '',
      'supply ${10:StartupCloud}: ${2:Cloud} -> ${3:Startup} {',
      '\tprovides cloud, compute exclusive',
      '\tamount   ${11:\\$4B} over ${12:5y} per ${5:article}',
      '\tstatus   signed on ${7:2025-01}',
      '}',
      '',
    ].join('\n'),
  },
  {
    label: 'joint venture',
    docs: 'Several found something together: who runs it, who pays for it, and what it costs.',
    snippet: [
      'venture ${1:JointVenture} "${2:Joint venture}" {',
      '\tmember ${3:Operator} as operator',
      '\tmember ${4:Funder} as equity with ${5:\\$500M}',
      '\tbudget ${6:\\$1B..\\$2B} over ${7:4y} per ${8:article}',
      '\tstatus announced on ${9:2025-01-31}',
      '}',
      '',
    ].join('\n'),
  },
  {
    label: 'acquisition of a company',
    docs: 'One buys another: from whom, for how much and in which form, and when it is expected to close.',
    snippet: [
      'acquisition ${1:BuyerTarget}: ${2:Buyer} -> ${3:Target} {',
      '\tseller ${4:Owner}',
      '\tamount ${5:\\$1B} cash per ${6:article}',
      '\tstake  ${7:100%}',
      '\tstatus signed on ${8:2025-01-31}',
      '}',
      '',
    ].join('\n'),
  },
];
