import assert from 'node:assert/strict';
import { cardText, type CardOf } from '../../src/picture/panel/cardText';

const words = { others: '{0} and {1} more', andMore: 'and {0} more', noCard: 'Not read.' };

/** Checks what is said of something whose cards are their names. */
async function checkCard(of: CardOf, expected: string): Promise<void> {
  assert.equal(await cardText(of, words, (names) => Promise.resolve(names.join(' '))), expected);
}

describe('the text of a card', () => {
  it('says how many deals of a line it does not show', async () => {
    await checkCard({ names: ['A', 'B', 'C', 'D'] }, 'A B C D');
    await checkCard({ names: ['A', 'B', 'C', 'D', 'E', 'F'] }, 'A B C D\n\nand 2 more');
    await checkCard({ names: ['A', 'B', 'C', 'D', 'E'], count: 40 }, 'A B C D\n\nand 36 more');
  });

  it('has what is noted, and names who is drawn together', async () => {
    await checkCard({ names: ['A'], note: '*all*' }, '\\*all\\*\n\nA');
    await checkCard({ names: [], note: 'all' }, 'all');
    await checkCard({ names: [] }, '');
    await checkCard({ names: [], others: { count: 9, titles: ['A', 'B'] } }, 'A, B and 7 more');
  });

  it('says so where it cannot be had', async () => {
    const fails = () => Promise.reject(new Error('gone'));
    assert.equal(await cardText({ names: ['A'] }, words, fails), 'Not read.');
  });
});
