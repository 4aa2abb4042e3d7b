import { bodyHeight, style } from '../../documents/pdf/pdf-look.js';
import { HEAD_HEIGHT, type LaidRow } from '../../documents/pdf/table.js';

/** One thing on a page, from top to bottom. */
export type Block =
  | { kind: 'day'; title: string; height: number }
  | { kind: 'head'; continues: string | null; height: number }
  | { kind: 'row'; row: LaidRow; isShaded: boolean; height: number };

const DAY_HEIGHT = style.heading.leading + 14;

/** Spreads the rows of the days over pages. A day's heading never stands alone at the foot. */
export class TrailPages {
  readonly pages: Block[][] = [];
  private left = 0;
  private isShaded = false;
  private day: string | null = null;

  add(day: string, row: LaidRow): void {
    if (day !== this.day) this.beginDay(day, row.height);
    else if (row.height > this.left) this.turn();
    this.put({ kind: 'row', row, isShaded: this.isShaded, height: row.height });
    this.isShaded = !this.isShaded;
  }

  private beginDay(day: string, firstRow: number): void {
    this.day = day;
    this.isShaded = false;
    if (DAY_HEIGHT + HEAD_HEIGHT + firstRow > this.left) this.newPage();
    this.put({ kind: 'day', title: day, height: DAY_HEIGHT });
    this.put({ kind: 'head', continues: null, height: HEAD_HEIGHT });
  }

  private turn(): void {
    this.newPage();
    this.put({ kind: 'head', continues: this.day, height: HEAD_HEIGHT });
  }

  private newPage(): void {
    this.pages.push([]);
    this.left = bodyHeight;
  }

  private put(block: Block): void {
    this.pages.at(-1)!.push(block);
    this.left -= block.height;
  }
}
