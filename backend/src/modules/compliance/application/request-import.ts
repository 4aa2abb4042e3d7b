import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { StoredFiles } from '../../../platform/files/stored-files.js';
import { JobRuns } from '../../../platform/jobs/job-runs.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import type { PackImportView } from '../compliance.schemas.js';
import { importPack } from '../jobs/import-pack.job.js';
import { versionTaken } from './install-pack.js';
import { judgeBytes, judgeDocument, type JudgedFile } from './judge-file.js';
import { packRefused } from './pack-refused.js';

/** A file as it was uploaded, or a document as the body of a request. */
export type ImportSource = { name: string; bytes: Buffer } | { document: unknown };

/** Shows what a file would bring; confirmed, a job of the worker installs it, who alone may write packs. */
@Injectable()
export class RequestImport {
  constructor(
    private readonly db: TenantDb,
    private readonly files: StoredFiles,
    private readonly jobRuns: JobRuns,
  ) {}

  preview(source: ImportSource): Promise<PackImportView> {
    return this.db.read(async (tx) => importView(await judge(tx, source), null));
  }

  confirm(source: ImportSource): Promise<PackImportView> {
    return this.db.write(async (tx) => {
      const judged = await judge(tx, source);
      const { pack, state, contentHash } = judged;
      if (!pack || state === 'refused') throw packRefused('This file', judged.problems);
      if (state === 'version-taken') throw versionTaken(pack);
      const isUpload = 'bytes' in source;
      const file = await this.files.keep(tx, {
        name: isUpload ? source.name : `${pack.pack}-${pack.version}.json`,
        mediaType: 'application/json',
        content: [isUpload ? source.bytes : Buffer.from(JSON.stringify(source.document), 'utf8')],
      });
      const jobRunId = await this.jobRuns.create(tx, importPack.name, currentMember().memberId);
      await tx.enqueue(importPack, { fileId: file.id, isUpload, jobRunId }, { dedupeKey: jobRunId });
      tx.audit.record({
        action: 'pack.import-requested',
        target: { type: 'pack', id: null },
        detail: { pack: pack.pack, version: pack.version, contentHash: contentHash! },
      });
      return importView(judged, typedId('job', jobRunId));
    });
  }
}

function judge(tx: ReadTx, source: ImportSource): Promise<JudgedFile> {
  const run = <Row>(sql: string, params?: unknown[]): Promise<Row[]> => tx.query<Row>(sql, params);
  return 'bytes' in source ? judgeBytes(run, source.bytes) : judgeDocument(run, source.document, null);
}

function importView(judged: JudgedFile, jobId: string | null): PackImportView {
  const { recognisedAs, state, pack, official, counts, problems, notes, against, diff } = judged;
  return {
    recognisedAs,
    state,
    pack: pack && {
      pack: pack.pack,
      version: pack.version,
      kind: pack.kind,
      title: pack.title,
      official,
      provenance: pack.provenance,
    },
    counts,
    problems,
    notes,
    diff: diff && { against, ...diff },
    jobId,
  };
}
