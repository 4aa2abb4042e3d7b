import { Injectable } from '@nestjs/common';
import { currentContext } from '../../../platform/context/request-context.js';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import type { TableColumn, TableFormat } from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import { codeWords } from '../../../platform/messages/en-codes.js';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { calendarDateIn } from '../../../platform/kernel/calendar-date.js';
import type { EvidenceView } from '../evidence.schemas.js';
import type { SpecificationView } from '../specification.schemas.js';
import { DecideSpecifications } from './decide-specifications.js';

/** The decisions on addressable specifications as a file. 45 CFR 164.306(d)(3) */
@Injectable()
export class ExportSpecifications {
  constructor(
    private readonly db: TenantDb,
    private readonly specifications: DecideSpecifications,
  ) {}

  /** Records who takes it out before the first byte leaves. */
  async execute(assessmentId: string, format: TableFormat): Promise<TableFile> {
    const { items } = await this.specifications.list(assessmentId);
    await this.db.write((tx) => {
      tx.audit.record({
        action: 'specification.exported',
        target: { type: 'addressable-decision', id: null },
        parent: { type: 'assessment', id: assessmentId },
        detail: { rows: items.length, ...takenOut(format) },
      });
      return Promise.resolve();
    });
    const columns = columnsIn(currentContext().timeZone);
    return tableFile(format, { name: 'addressable-specifications', columns, batches: inOne(items) });
  }
}

/** The regulation has two dozen of them. */
async function* inOne(items: readonly SpecificationView[]): AsyncGenerator<readonly SpecificationView[]> {
  yield await Promise.resolve(items);
}

/** A file by its name and the SHA-256 of its content, so that it can be told from any other. */
function evidenceWords({ title, file, withdrawnAt }: EvidenceView): string {
  const words = file ? `${title} (${file.name}, SHA-256 ${file.sha256})` : title;
  return withdrawnAt === null ? words : `${words}, withdrawn`;
}

const columnsIn = (timeZone: string): readonly TableColumn<SpecificationView>[] => [
  { key: 'citation', heading: 'Citation', value: ({ citation }) => citation },
  { key: 'title', heading: 'Specification', value: ({ title }) => title },
  { key: 'standard', heading: 'Standard', value: ({ standard }) => standard?.title ?? null },
  {
    key: 'decision',
    heading: 'Decision',
    value: ({ decision }) => decision?.decision ?? null,
    words: codeWords.addressable,
  },
  { key: 'measure', heading: 'What is in place', value: ({ decision }) => decision?.measure ?? null },
  { key: 'reasoning', heading: 'Reasoning', value: ({ decision }) => decision?.reasoning ?? null },
  { key: 'decidedBy', heading: 'Decided by', value: ({ decision }) => decision?.decidedBy.name ?? null },
  {
    key: 'decidedOn',
    heading: 'Decided on',
    value: ({ decision }) => decision && calendarDateIn(timeZone, new Date(decision.decidedAt)),
  },
  {
    key: 'evidence',
    heading: 'Evidence',
    value: ({ decision }) => (decision?.evidence ?? []).map(evidenceWords),
  },
  {
    key: 'answers',
    heading: 'Answers about it',
    value: ({ answers }) =>
      answers.map(({ questionId, optionText }) => `${questionId}: ${optionText ?? 'no answer'}`),
  },
  { key: 'contradicted', heading: 'Answers say otherwise', value: ({ contradicted }) => contradicted },
];
