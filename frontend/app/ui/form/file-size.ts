export const MEGABYTE = 1024 * 1024;

/** What the backend takes at most, in megabytes: `stored-files.ts`, `list-limits.ts`, `read-scan-file.ts` and `pack-import.controller.ts`. */
export const MOST_MEGABYTES = { evidence: 20, assetList: 5, answerList: 5, scan: 10, pack: 2 };

/** Rounded up, so that a file just above a limit is not said to be within it. */
export function megabytes(bytes: number): number {
  return Math.ceil((bytes / MEGABYTE) * 10) / 10;
}
