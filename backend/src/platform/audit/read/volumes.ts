/** A tagged PDF keeps its structure in memory until the end: long logs are filed in volumes of this many rows. */
export const ROWS_A_VOLUME = 5_000;

/** An empty log has a volume too: it says that there is nothing. */
export function volumesOf(rows: number, rowsAVolume = ROWS_A_VOLUME): number {
  return Math.max(1, Math.ceil(rows / rowsAVolume));
}
