/** Deals in one file of a large project. */
const dealsPerFile = 500;

/**
 * The texts of a project of so many deals, by file: some of the deals with several tranches, some without a source,
 * some with statuses in the wrong order or tranches that do not add up.
 */
export function largeProject(deals: number): Record<string, string> {
  const parties = Math.ceil(deals / 10);
  const files: Record<string, string> = {
    'parties.deal': Array.from({ length: parties }, (_, index) => party(index)).join('\n'),
    'sources.deal': Array.from({ length: Math.ceil(deals / 50) }, (_, index) => source(index)).join('\n'),
  };
  for (let first = 0; first < deals; first += dealsPerFile) {
    const count = Math.min(dealsPerFile, deals - first);
    files[`deals-${first}.deal`] = Array.from({ length: count }, (_, index) =>
      deal(first + index, parties, deals),
    ).join('\n');
  }
  return files;
}

function party(index: number): string {
  return `company Party${index} "Party Number ${index}" { founded ${1950 + (index % 60)}; country US }\n`;
}

function source(index: number): string {
  return `source source-${index} "Headline ${index}" {\n  published 2025-0${1 + (index % 9)}-15\n}\n`;
}

function deal(index: number, parties: number, deals: number): string {
  // No two deals between the same parties are over the same amount: that would be found.
  const amount = 2 * (1 + (index % 1009));
  const wrongTranche = index % 97 === 0 ? 1 : 0;
  return [
    ...(index % 11 === 0 ? ['// Read twice.'] : []),
    `investment Deal${index}: Party${index % parties} -> Party${(index * 7 + 1) % parties} {`,
    `  amount  $${amount}M${index % 13 === 0 ? '' : ` per source-${index % Math.ceil(deals / 50)}`}`,
    `  tranche $${amount / 2 + wrongTranche}M on 2023-0${1 + (index % 9)}-10`,
    `  tranche $${amount / 2}M on 2024-0${1 + (index % 9)}-10`,
    `  status  closed on 2024-0${1 + (index % 9)}-12`,
    ...(index % 89 === 0 ? ['  status  signed on 2025-01'] : []),
    ...(index % 17 === 0 ? [`  relates Deal${(index * 3) % deals}`] : []),
    '}',
    '',
  ].join('\n');
}
