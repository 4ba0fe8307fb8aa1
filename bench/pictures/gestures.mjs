// What a hand does to a picture, the same for ours and for others.

/** So many moves of the pointer, or turns of the wheel, make a gesture. */
const moves = 120;

/**
 * Moves the pointer, with its button down, in a circle that ends where it began.
 * @param {import('playwright-core').Page} page
 * @param {{x: number, y: number}} from
 * @param {number} radius
 */
export async function dragAround(page, { x, y }, radius) {
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= moves; step++) {
    const angle = (4 * Math.PI * step) / moves;
    await page.mouse.move(x + radius * Math.sin(angle), y + radius * (1 - Math.cos(angle)) * 0.6);
  }
  await page.mouse.up();
}

/**
 * Turns the wheel, to see more and less by turns.
 * @param {import('playwright-core').Page} page
 * @param {{x: number, y: number}} at
 */
export async function zoomInAndOut(page, { x, y }) {
  await page.mouse.move(x, y);
  for (let step = 0; step < moves; step++) {
    await page.mouse.wheel(0, step % 60 < 30 ? -40 : 40);
  }
}

/**
 * Moves the slider of days from the first day to the last and back.
 * @param {import('playwright-core').Page} page
 */
export async function slideThroughDays(page) {
  for (let step = 0; step < moves; step++) {
    const share = step < moves / 2 ? step / (moves / 2) : (moves - step) / (moves / 2);
    await page.evaluate(
      (share) =>
        new Promise((resolve) => {
          const range = document.querySelector('input.days');
          if (!(range instanceof HTMLInputElement)) throw new Error('there is no slider');
          range.value = String(
            Math.round(Number(range.min) + share * (Number(range.max) - Number(range.min))),
          );
          range.dispatchEvent(new Event('input', { bubbles: true }));
          requestAnimationFrame(resolve);
        }),
      share,
    );
  }
}
