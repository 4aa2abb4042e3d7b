/** Of a record, what a page shows: a loader's data is written into the page a second time, for the browser's script. */
export function only<T, K extends keyof T>(record: T, ...keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, record[key]])) as Pick<T, K>;
}
