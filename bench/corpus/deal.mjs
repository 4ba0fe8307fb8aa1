// The corpus in the deal language.

/** @type {import('./formats.mjs').Format} */
export const deal = {
  extension: '.deal',
  languageId: 'deal',
  giver: ': ',
  receiver: '-> ',
  write: (parties, sources, deals) =>
    [...parties.map(partyText), ...sources.map(sourceText), ...deals.map(dealText)].join('\n'),
  untidy: (text) => text.replaceAll('\n  ', '\n      '),
};

/** @param {import('./corpus.mjs').Party} party */
function partyText({ name, title, founded }) {
  return `company ${name} "${title}" { founded ${founded}; country US }\n`;
}

/** @param {import('./corpus.mjs').Source} source */
function sourceText({ name, title, published }) {
  return `source ${name} "${title}" {\n  publisher "Daily News"\n  published ${published}\n}\n`;
}

/** @param {import('./corpus.mjs').Deal} deal */
function dealText({ name, giver, receiver, amount, source, tranches, closed }) {
  return [
    `investment ${name}: ${giver} -> ${receiver} {`,
    `  amount  $${amount}M per ${source}`,
    ...tranches.map((day) => `  tranche $${amount / 2}M on ${day}`),
    `  status  closed on ${closed}`,
    '}',
    '',
  ].join('\n');
}
