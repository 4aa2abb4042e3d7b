import { cutRow, type DrawnRow } from './drawn-row';

/** Rows stay whole where a page can hold them; one that fills a page and more is cut between its lines. */
export function packPages(
  rows: readonly DrawnRow[],
  firstRoom: number,
  room: number,
  padding: number,
): DrawnRow[][] {
  const pages: DrawnRow[][] = [[]];
  let left = firstRoom;
  const turn = () => {
    pages.push([]);
    left = room;
  };
  for (const row of rows) {
    let rest = row;
    if (rest.height + padding > left && rest.height + padding <= room) turn();
    while (rest.height + padding > left) {
      const [above, below] = cutRow(rest, left - padding);
      if (above.height > 0) pages.at(-1)!.push(above);
      turn();
      rest = below;
    }
    pages.at(-1)!.push(rest);
    left -= rest.height + padding;
  }
  return pages;
}
