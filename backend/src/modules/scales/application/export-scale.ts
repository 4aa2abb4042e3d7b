import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import type { TableColumn, TableFormat } from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import { codeWords } from '../../../platform/messages/en-codes.js';
import type { ScaleView } from '../scale.schemas.js';
import { scaleViewOf } from './scale-views.js';

/** A step, a level, or a cell of the matrix. */
interface ScaleLine {
  part: 'likelihood' | 'impact' | 'level' | 'matrix';
  place: number | null;
  label: string;
  meaning: string;
  everyday: string;
  responseGuide: string;
  likelihood: string;
  impact: string;
  level: string;
}

/** A version of a scale as a file: each step and level with its words, and each cell of the matrix. */
@Injectable()
export class ExportScale {
  constructor(private readonly db: TenantDb) {}

  /** Records who takes it out before the first byte leaves. */
  async execute(id: string, format: TableFormat): Promise<TableFile> {
    const scale = await this.db.write(async (tx) => {
      tx.audit.record({
        action: 'scale.exported',
        target: { type: 'risk-scale', id },
        detail: takenOut(format),
      });
      return scaleViewOf(tx, id);
    });
    return tableFile(format, {
      name: `risk-scale-version-${scale.number}`,
      columns: COLUMNS,
      batches: oneBatch(linesOf(scale)),
    });
  }
}

const EMPTY = {
  place: null,
  meaning: '',
  everyday: '',
  responseGuide: '',
  likelihood: '',
  impact: '',
  level: '',
};

export function linesOf({ content }: Pick<ScaleView, 'content'>): ScaleLine[] {
  const { likelihood, impact, levels, matrix } = content;
  const labels = new Map(levels.map(({ id, label }) => [id, label]));
  const steps = (part: 'likelihood' | 'impact'): ScaleLine[] =>
    content[part].map(({ label, meaning, everyday }, at) => ({
      ...EMPTY,
      part,
      place: at + 1,
      label,
      meaning,
      everyday,
    }));
  return [
    ...steps('likelihood'),
    ...steps('impact'),
    ...levels.map(({ label, meaning, responseGuide }, at): ScaleLine => ({
      ...EMPTY,
      part: 'level',
      place: at + 1,
      label,
      meaning,
      responseGuide,
    })),
    ...likelihood.flatMap((row) =>
      impact.map((column): ScaleLine => ({
        ...EMPTY,
        part: 'matrix',
        label: '',
        likelihood: row.label,
        impact: column.label,
        level: labels.get(matrix[row.id]?.[column.id] ?? '') ?? '',
      })),
    ),
  ];
}

/** Of the levels each row is one. */
const PARTS = { ...codeWords.scalePart, level: codeWords.scalePart.levels };

const COLUMNS: readonly TableColumn<ScaleLine>[] = [
  { key: 'part', heading: 'Part', value: ({ part }) => part, words: PARTS },
  { key: 'place', heading: 'Place, from the least', value: ({ place }) => place },
  { key: 'label', heading: 'Name', value: ({ label }) => label },
  { key: 'meaning', heading: 'Meaning', value: ({ meaning }) => meaning },
  { key: 'everyday', heading: 'In everyday words', value: ({ everyday }) => everyday },
  { key: 'responseGuide', heading: 'What we do', value: ({ responseGuide }) => responseGuide },
  { key: 'likelihood', heading: 'Likelihood', value: ({ likelihood }) => likelihood },
  { key: 'impact', heading: 'Impact', value: ({ impact }) => impact },
  { key: 'level', heading: 'Level', value: ({ level }) => level },
];

async function* oneBatch<T>(rows: T[]): AsyncGenerator<T[]> {
  yield await Promise.resolve(rows);
}
