import type { Agent } from 'supertest';
import { newId } from '../../../platform/database/new-id.js';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import type { TestApp } from '../../../testing/test-app.js';
import type { TestWorker } from '../../../testing/test-worker.js';
import { upload, uploadFlows } from '../inventory.spec-kit.js';

export interface ImportBody {
  id: string;
  version: number;
  status: string;
  jobId: string | null;
  counts: Record<'create' | 'change' | 'unchanged' | 'bad', number>;
  namesakeCount: number;
  badCellCount: number;
  columns: { heading: string; field: string | null; isOurs: boolean; samples: string[] }[];
  missing: string[];
  fixed: Record<string, string | null>;
  allowedActions: string[];
  result: Record<string, number> | null;
}
export interface RowBody {
  row: number;
  outcome: string;
  cells: string[];
  problems: { column: number | null; heading: string; value: string; reason: string }[];
  changes: string[];
  remarks: string[];
  chosen: string[];
}

export const HEAD = 'Tag,Name,Kind,Hosting,Holds ePHI,Encryption at rest';

/** What specs of imports do, as one person. */
export function importsBy(officer: Agent, lists: 'asset-imports' | 'data-flow-imports' = 'asset-imports') {
  const send = lists === 'asset-imports' ? upload : uploadFlows;
  return {
    preview: async (text: string | Buffer, name?: string) =>
      (await send(officer, text, name).expect(201)).body as ImportBody,
    rowsInPreview: async (id: string, query = '') =>
      (
        (await officer.get(`/api/v1/${lists}/${id}/rows${query}`).expect(200)).body as {
          items: RowBody[];
        }
      ).items,
    commit: (list: ImportBody, skipBadRows: boolean) =>
      officer
        .post(`/api/v1/${lists}/${list.id}/commit`)
        .set('If-Match', `"v${list.version}"`)
        .send({ skipBadRows }),
    map: (list: ImportBody, columns: (string | null)[], fixed: Record<string, string | null> = {}) =>
      officer
        .put(`/api/v1/${lists}/${list.id}/mapping`)
        .set('If-Match', `"v${list.version}"`)
        .send({ columns, fixed }),
    show: async (id: string) => (await officer.get(`/api/v1/${lists}/${id}`).expect(200)).body as ImportBody,
    assetByTag: async (tag: string) =>
      (
        (await officer.get(`/api/v1/assets?q=${tag}`).expect(200)).body as {
          items: Record<string, unknown>[];
        }
      ).items.find((asset) => asset['tag'] === tag),
  };
}

export function runImportJob(
  test: TestApp,
  worker: TestWorker,
  job: 'commit' | 'undo',
  payload: { importId: string; jobRunId: string },
  attemptsMade: number,
) {
  return worker.context.get(JobRunner).run({
    id: newId(),
    name: `inventory.${job}-asset-import`,
    attemptsMade,
    data: { organizationId: test.a.id, payload },
  });
}

export function uuid(id: string): string {
  return id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
