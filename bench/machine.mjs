// The machine: what it is, and what else it does while something is measured. Linux alone tells the latter.
import { readFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';

/** The kernel counts processor time in hundredths of a second. */
const ticksPerSecond = 100;
/** A process that has used no more than this in the pause below is idle. */
const idleTicks = 1;
const idlePause = 300;
/** Where the system does not tell how busy a process is, it gets this time to come to rest. */
const blindPause = 2_000;

/** @typedef {{cores: number, processor: string, memory: number, system: string, node: string}} Machine memory in GB */

/** @returns {Machine} */
export function thisMachine() {
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model.replace(/\((?:R|TM)\)/g, '') ?? 'unknown',
    memory: Math.round(totalmem() / 1e9),
    system: `${platform()} ${arch()}`,
    node: process.version,
  };
}

/**
 * Starts to watch what other processes use. Of this process's children it counts those that have ended before the
 * answer is asked for.
 * @returns {() => {others: number, stolen: number}} the cores that others have used since, on average, and those that
 *   the host of a virtual machine has kept to itself; NaN where the system does not tell
 */
export function watchOthers() {
  const before = { ...machineTicks(), own: ownTicks(), at: performance.now() };
  return () => {
    const seconds = (performance.now() - before.at) / 1000;
    const now = machineTicks();
    const others = Math.max(0, now.busy - before.busy - (ownTicks() - before.own));
    const cores = (/** @type {number} */ ticks) => ticks / ticksPerSecond / seconds;
    return { others: cores(others), stolen: cores(now.stolen - before.stolen) };
  };
}

/** Waits until a process does nothing. @param {number | undefined} pid */
export async function untilIdle(pid) {
  let before = processTicks(pid);
  if (Number.isNaN(before)) return sleep(blindPause);
  for (;;) {
    await sleep(idlePause);
    const now = processTicks(pid);
    // A process that has ended has none to tell; whoever talks to it will notice.
    if (Number.isNaN(now) || now - before <= idleTicks) return undefined;
    before = now;
  }
}

/**
 * @param {number | undefined} pid
 * @returns {number} the most memory that the process has had, in megabytes; NaN where the system does not tell
 */
export function peakMemory(pid) {
  return Number(/VmHWM:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`))?.[1]) / 1024;
}

/** @param {number} milliseconds @returns {Promise<void>} */
function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function machineTicks() {
  const [user = NaN, nice = NaN, system = NaN, , , irq = NaN, softirq = NaN, stolen = NaN] = (
    /^cpu +(.*)/.exec(read('/proc/stat'))?.[1] ?? ''
  )
    .split(' ')
    .map(Number);
  return { busy: user + nice + system + irq + softirq, stolen };
}

/** This process and its children that have ended. */
function ownTicks() {
  return sum(statFields('self').slice(11, 15));
}

/** @param {number | undefined} pid */
function processTicks(pid) {
  return sum(statFields(pid).slice(11, 13));
}

/**
 * @param {number | string | undefined} pid
 * @returns {number[]} what stands behind the name of the program, which may hold blanks
 */
function statFields(pid) {
  const stat = read(`/proc/${pid}/stat`);
  return stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
}

/** @param {number[]} numbers @returns {number} NaN for none */
function sum(numbers) {
  return numbers.length === 0 ? NaN : numbers.reduce((total, number) => total + number, 0);
}

/** @param {string} path @returns {string} empty where there is no such file */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
