import { Injectable } from '@nestjs/common';
import { changesBetween } from '../../../platform/audit/event-types.js';
import { currentMember } from '../../../platform/context/request-context.js';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { StoredFiles, type OpenedFile, type Upload } from '../../../platform/files/stored-files.js';
import { DomainError, notFound } from '../../../platform/kernel/domain-error.js';
import { stale } from '../../../platform/kernel/stale.js';
import { sanitizationProblems, type SanitizationPurpose } from '../domain/sanitization.js';
import type { RecordSanitizationRequest, SanitizationView } from '../sanitization.schemas.js';
import { loadAsset, saveAsset, type StoredAsset } from '../persistence/asset.repository.js';
import { refuseWhileFlowing } from '../persistence/data-flow.repository.js';
import { readAsset } from '../persistence/asset.rows.js';
import {
  addSanitization,
  readSanitization,
  sanitizationsOf,
  sanitizationView,
} from '../persistence/sanitization.repository.js';
import { tellOfAssets } from './followers.js';

/** How ePHI was removed before an asset went, or went to somebody else. 45 CFR 164.310(d)(2)(i), (ii) */
@Injectable()
export class Sanitizations {
  constructor(
    private readonly db: TenantDb,
    private readonly files: StoredFiles,
  ) {}

  list(assetId: string): Promise<{ items: SanitizationView[] }> {
    return this.db.read(async (tx) => {
      if (!(await readAsset(tx, assetId))) throw notFound('asset');
      return { items: (await sanitizationsOf(tx, assetId)).map((row) => sanitizationView(tx, row)) };
    });
  }

  /** The record, and with it the status: an asset is disposed of in the transaction that says how. */
  record(
    assetId: string,
    version: number,
    { corrects = null, ...facts }: Omit<RecordSanitizationRequest, 'corrects'> & { corrects?: string | null },
    upload: Upload | null,
  ): Promise<SanitizationView> {
    return this.db.write(async (tx) => {
      const asset = await lockAsset(tx, assetId);
      if (asset.version !== version) throw stale('asset');
      refuseMisfits(sanitizationProblems(facts, tx.today));
      if (corrects !== null) await refuseCorrection(tx, assetId, corrects, facts.purpose);
      else await settle(tx, assetId, asset, facts.purpose);
      const file = upload ? await this.files.store(tx, upload) : null;
      const recordedBy = currentMember().memberId;
      const id = await addSanitization(tx, {
        ...facts,
        assetId,
        fileId: file?.id ?? null,
        corrects,
        recordedBy,
      });
      tx.audit.record({
        action: corrects !== null ? 'sanitization.corrected' : 'sanitization.recorded',
        target: { type: 'sanitization', id },
        parent: { type: 'asset', id: assetId },
        detail: { purpose: facts.purpose, method: facts.method, fileSha256: file?.sha256 ?? null },
      });
      return sanitizationView(tx, (await readSanitization(tx, id))!);
    });
  }

  /** Who took it out is written down before anything goes out. */
  download(id: string): Promise<OpenedFile> {
    return this.db.write(async (tx) => {
      const row = await readSanitization(tx, id);
      if (!row?.fileId) throw notFound('sanitization');
      const file = await this.files.open(tx, row.fileId);
      tx.audit.record({
        action: 'sanitization.downloaded',
        target: { type: 'sanitization', id },
        parent: { type: 'asset', id: row.assetId },
      });
      return file;
    });
  }
}

/** Two who record the same disposal: the second waits, and then sees that the asset has changed. */
async function lockAsset(tx: WriteTx, id: string): Promise<StoredAsset> {
  await tx.query('select 1 from asset where organization_id = $1 and id = $2 for update', [
    tx.organizationId,
    id,
  ]);
  return loadAsset(tx, id);
}

async function settle(
  tx: WriteTx,
  id: string,
  { facts, version }: StoredAsset,
  purpose: SanitizationPurpose,
): Promise<void> {
  if (facts.lifecycle === 'disposed') {
    const message = 'It was disposed of before. To put a record right, correct it.';
    throw new DomainError('asset.disposed', 'conflict', message);
  }
  if (purpose === 'reuse') return;
  await refuseWhileFlowing(tx, id);
  const after = { ...facts, lifecycle: 'disposed' as const };
  await saveAsset(tx, id, version, { lifecycle: 'disposed' });
  tx.audit.record({
    action: 'asset.disposed',
    target: { type: 'asset', id },
    changes: changesBetween(facts, after),
  });
  await tellOfAssets(tx, [{ id, before: facts, after }]);
}

async function refuseCorrection(
  tx: WriteTx,
  assetId: string,
  corrects: string,
  purpose: string,
): Promise<void> {
  const known = await readSanitization(tx, corrects);
  if (known?.assetId !== assetId) throw notFound('sanitization');
  if (known.isCorrected)
    throw new DomainError(
      'sanitization.corrected',
      'conflict',
      'This record was put right before. Correct the later one.',
    );
  if (known.purpose !== purpose) refuseMisfits({ purpose: 'A correction is for what the record was for.' });
}

function refuseMisfits(problems: Record<string, string>): void {
  const entries = Object.entries(problems);
  if (entries.length === 0) return;
  const fieldErrors = Object.fromEntries(entries.map(([field, message]) => [field, [message]]));
  throw new DomainError('request.invalid', 'invalid', 'Some entries need another look.', { fieldErrors });
}
