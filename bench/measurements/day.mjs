// From the choice of another day to the rows of the view as of that day. Each move passes the dates of every ninth deal.
import { enoughOf } from '../pace.mjs';

const moves = 40;
const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'];

/** How the view is arranged, by figure. */
const arrangements = { 'day, by ecosystem': 'ecosystem', 'day, by status': 'status' };

/** @type {import('./measurements.mjs').Measurement} */
export async function day(start) {
  const session = start();
  await session.open();
  /** @type {Record<string, number[]>} */
  const figures = {};
  for (const [figure, groupBy] of Object.entries(arrangements)) {
    const rows = () => session.request('dealgraph/tree/children', { query: { groupBy } });
    await rows();
    await session.rest();
    const days = firstDays();
    const enough = enoughOf(moves);
    /** @type {number[]} */
    const times = [];
    let before = '';
    while (!enough(times.length)) {
      const text = days.next().value;
      const began = performance.now();
      await session.request('dealgraph/asOf/choose', { text });
      const said = JSON.stringify(await rows());
      times.push(performance.now() - began);
      if (groupBy === 'status' && said === before) throw new Error(`nothing has changed by ${text}`);
      before = said;
      await session.rest();
    }
    figures[figure] = times;
  }
  return figures;
}

/** The first days of the months of 2024 up to October and back again, for ever. @returns {Generator<string, never>} */
function* firstDays() {
  const there = months.slice(0, -1);
  const back = months.slice(1).toReversed();
  for (;;) for (const month of [...there, ...back]) yield `2024-${month}-01`;
}
