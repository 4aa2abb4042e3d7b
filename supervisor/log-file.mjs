import { closeSync, existsSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const LARGEST = 10 * 1024 * 1024;
const KEPT = 3;

/**
 * A log file that never grows beyond its size: when full it becomes <file>.1, and the oldest goes.
 * Written at once, so that the last words of a process that is killed are in it.
 * @typedef {{ write: (text: string | Uint8Array) => void, lastLines: (count: number) => string, close: () => void }} LogFile
 */

/**
 * @param {string} file
 * @param {{ largest?: number, kept?: number }} [limits]
 * @returns {LogFile}
 */
export function openLog(file, { largest = LARGEST, kept = KEPT } = {}) {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  let handle = openSync(file, 'a', 0o600);
  let size = fstatSync(handle).size;
  let tail = '';
  return {
    write(text) {
      const bytes = typeof text === 'string' ? Buffer.from(text) : text;
      if (size > 0 && size + bytes.length > largest) {
        closeSync(handle);
        rotate(file, kept);
        handle = openSync(file, 'a', 0o600);
        size = 0;
      }
      writeSync(handle, bytes);
      size += bytes.length;
      tail = (tail + bytes.toString()).slice(-8000);
    },
    lastLines: (count) => tail.trimEnd().split('\n').slice(-count).join('\n'),
    close: () => closeSync(handle),
  };
}

/**
 * @param {string} file
 * @param {number} kept
 */
function rotate(file, kept) {
  for (let number = kept; number >= 1; number -= 1) {
    const from = number === 1 ? file : `${file}.${number - 1}`;
    if (existsSync(from)) renameSync(from, `${file}.${number}`);
  }
}
