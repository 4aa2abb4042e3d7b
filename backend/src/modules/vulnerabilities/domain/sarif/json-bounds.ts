/** Nothing that a scanner writes is nested deeper; SARIF itself needs about a dozen levels. */
const MOST_LEVELS = 64;
/** Objects and lists in a file; a result has about twenty. */
const MOST_PARTS = 1_500_000;

/**
 * Why a JSON text is not to be taken apart; null when it may be. One look over its bytes, before anything is built of it.
 */
export function refuseJson(bytes: Uint8Array): string | null {
  let level = 0;
  let parts = 0;
  let inText = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (inText) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) inText = false;
    } else if (byte === QUOTE) inText = true;
    else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      level += 1;
      parts += 1;
      if (level > MOST_LEVELS)
        return `This file is nested more than ${MOST_LEVELS} levels deep. No scanner writes that.`;
      if (parts > MOST_PARTS) return 'This file has too many parts. Split the scan into several files.';
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) level -= 1;
  }
  return null;
}

const [QUOTE, BACKSLASH, OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [
  0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d,
];
