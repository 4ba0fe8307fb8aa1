// From initialize to all diagnostics of a project, and the memory that it takes.

/** @type {import('./measurements.mjs').Measurement} */
export async function coldOpen(start) {
  const session = start();
  const milliseconds = await session.open();
  await session.rest();
  return { 'cold open': [milliseconds], memory: [session.peakMemory()] };
}

/**
 * The same for a server that has had the project open before.
 * @type {import('./measurements.mjs').Measurement}
 */
export async function warmOpen(start) {
  const earlier = start();
  await earlier.open();
  await earlier.rest();
  await earlier.close();
  return { 'warm open': [await start().open()] };
}
