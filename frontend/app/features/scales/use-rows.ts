import { useState } from 'react';
import type { OwnScale, Part } from './words';

export interface Row {
  id: string;
  label: string;
  meaning: string;
  /** Of a step. */
  everyday: string;
  /** Of a level. */
  responseGuide: string;
}

export interface Rows {
  rows: Row[];
  add: () => void;
  remove: (id: string) => void;
  /** One place towards the least. */
  lower: (id: string) => void;
  rename: (id: string, label: string) => void;
}

/** The rows of a part while somebody changes them. New ones get the next free number as their id. */
export function useRows(part: Part, content: OwnScale['content']): Rows {
  const [rows, setRows] = useState<Row[]>(() =>
    content[part].map((row) => ({ everyday: '', responseGuide: '', ...row })),
  );
  return {
    rows,
    add: () =>
      setRows((now) => [
        ...now,
        {
          id: `${part === 'levels' ? 'level' : 'step'}-${highest([...now, ...content[part]]) + 1}`,
          label: '',
          meaning: '',
          everyday: '',
          responseGuide: '',
        },
      ]),
    remove: (id) => setRows((now) => now.filter((row) => row.id !== id)),
    lower: (id) => setRows((now) => lowered(now, id)),
    rename: (id, label) => setRows((now) => now.map((row) => (row.id === id ? { ...row, label } : row))),
  };
}

function highest(rows: readonly { id: string }[]): number {
  return Math.max(0, ...rows.map(({ id }) => Number(id.split('-')[1])));
}

function lowered(rows: readonly Row[], id: string): Row[] {
  const place = rows.findIndex((row) => row.id === id);
  const [row, below] = [rows[place], rows[place - 1]];
  if (!row || !below) return [...rows];
  return rows.toSpliced(place - 1, 2, row, below);
}
