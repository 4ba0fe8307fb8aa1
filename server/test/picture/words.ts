import type { DrawingWords } from '../../src/picture/drawing/words';

/** The words that drawings in tests have. */
export const words: DrawingWords = {
  locale: 'en',
  today: 'Today',
  asOf: 'As of',
  nothing: 'Nothing to draw',
  disputed: 'Disputed',
  undated: 'Without a date',
  firmness: { done: 'Done', promise: 'Promised', talk: 'In talks', over: 'Over' },
  marks: {
    status: 'Status',
    tranche: 'Tranche',
    payment: 'Payment',
    valuation: 'Valuation',
    claim: 'Claim',
    term: 'Term ends',
  },
  kinds: {
    capital: 'Capital',
    debt: 'Debt',
    grant: 'Grants',
    purchase: 'Acquisitions',
    trade: 'Contracts',
    alliance: 'Alliances',
    plan: 'Plans',
    ownership: 'Stakes',
  },
  bounds: { about: 'about {0}', atLeast: 'at least {0}', upTo: 'up to {0}' },
  inTalks: '{0} in talks',
  payers: 'Who pays',
  payees: 'Who is paid',
};
