/** A tagged PDF keeps its structure in memory until the end: long logs are filed in volumes of this many rows. */
export const ROWS_A_VOLUME = 5_000;
