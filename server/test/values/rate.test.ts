import assert from 'node:assert/strict';
import { readDuration } from '../../src/values/duration';
import { formatMoney, readMoney } from '../../src/values/money';
import { totalOver } from '../../src/values/rate';
import { valueOf } from './reading';

function checkTotal(rate: string, duration: string, total: string): void {
  const money = totalOver(valueOf(readMoney, rate), valueOf(readDuration, duration));
  assert.equal(formatMoney(money), total, `${rate} over ${duration}`);
}

describe('recurring money', () => {
  it('comes to a total over a duration', () => {
    checkTotal('$6B/year', '10y', '$60B');
    checkTotal('$6B/year', '18mo', '$9B');
    checkTotal('$500M/quarter', '1y', '$2B');
    checkTotal('CHF 20K/month', '1y6mo', 'CHF 360K');
  });

  it('keeps its bounds', () => {
    checkTotal('~$6B/year', '2y', '~$12B');
    checkTotal('$1B..$2B/year', '2y', '$2B..$4B');
    checkTotal('<$1B/year', '2y', '<$2B');
    checkTotal('>$1B/year', '2y', '>$2B');
  });

  it('is rounded to the minor unit of the currency', () => {
    checkTotal('$1/year', '1mo', '$0.08');
    checkTotal('¥100/year', '1mo', '¥8');
    checkTotal('KWD 1/year', '1mo', 'KWD 0.083');
    checkTotal('$100/quarter', '7mo', '$233.33');
    checkTotal('$365.2425/year', '10d', '$10');
  });

  it('leaves other money as it is', () => {
    checkTotal('$6B', '10y', '$6B');
  });
});
