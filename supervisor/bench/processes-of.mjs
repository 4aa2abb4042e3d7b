import { readFileSync, readdirSync } from 'node:fs';
import { commandLineOf } from '../process-identity.mjs';

/** Of the kernel's clock in /proc, on all machines that Node.js runs on. */
const TICKS_PER_SECOND = 100;

/**
 * A process and those that it started, theirs included. Linux only: it reads /proc.
 * @param {number} root
 * @returns {number[]}
 */
export function processesOf(root) {
  /** @type {Map<number, number[]>} */
  const children = new Map();
  for (const entry of readdirSync('/proc')) {
    const parent = /^\d+$/.test(entry) ? parentOf(Number(entry)) : undefined;
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const found = [root];
  for (const pid of found) found.push(...(children.get(pid) ?? []));
  return found;
}

/**
 * What a process takes of the memory: its own pages, and of those that it shares with others its part.
 * @param {number} pid
 * @returns {number} megabytes; 0 when it has ended
 */
export function proportionalMegabytes(pid) {
  return kilobytes(readProc(pid, 'smaps_rollup'), 'Pss') / 1024;
}

/**
 * The most that a process has had in memory so far.
 * @param {number} pid
 */
export function peakMegabytes(pid) {
  return kilobytes(readProc(pid, 'status'), 'VmHWM') / 1024;
}

/**
 * How long the processor has worked for a process so far; unlike a clock it hardly minds what else the machine does.
 * @param {number} pid
 */
export function processorSeconds(pid) {
  const [user, system] = statFields(pid).slice(11, 13);
  return (Number(user ?? 0) + Number(system ?? 0)) / TICKS_PER_SECOND;
}

/** @param {number} pid @returns {string} what the process is for, e.g. 'backend' */
export function roleOf(pid) {
  const command = commandLineOf(pid);
  const known =
    /^\S*node (?:backend\/)?(dist\/main\.js|dist\/worker\.js|frontend\/server\.mjs|supervisor\/start\.mjs)/.exec(
      command,
    )?.[1];
  switch (known) {
    case 'dist/main.js':
      return 'backend';
    case 'dist/worker.js':
      return 'worker';
    case 'frontend/server.mjs':
      return 'frontend';
    case 'supervisor/start.mjs':
      return 'supervisor';
    default:
      return /postgres/.test(command) ? 'PostgreSQL' : /npm/.test(command) ? 'npm' : 'other';
  }
}

/** @param {number} pid */
function parentOf(pid) {
  const parent = statFields(pid)[1];
  return parent === undefined ? undefined : Number(parent);
}

/**
 * The fields of /proc/<pid>/stat after the name, which may itself hold blanks and brackets.
 * @param {number} pid
 */
function statFields(pid) {
  const stat = readProc(pid, 'stat');
  const end = stat.lastIndexOf(')');
  return end < 0 ? [] : stat.slice(end + 2).split(' ');
}

/**
 * @param {string} text
 * @param {string} field
 */
function kilobytes(text, field) {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1] ?? 0);
}

/**
 * @param {number} pid
 * @param {string} file
 */
function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
