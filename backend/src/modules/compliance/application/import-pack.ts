import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { installPack, versionTaken } from './install-pack.js';
import { judgeBytes, type JudgedFile } from './judge-file.js';
import { packRefused } from './pack-refused.js';

/** Brings a file in as a pack, whole or not at all. Runs as part164_worker: the others may only read packs. */
@Injectable()
export class ImportPack {
  constructor(private readonly db: TenantDb) {}

  judge(bytes: Buffer, isUpload = true): Promise<JudgedFile> {
    return this.db.read((tx) => judgeBytes((sql, params) => tx.query(sql, params), bytes, isUpload));
  }

  async execute(bytes: Buffer, isUpload = true): Promise<JudgedFile> {
    const judged = await this.judge(bytes, isUpload);
    const { pack, state, contentHash, official } = judged;
    if (!pack || state === 'refused') throw packRefused(judged.recognisedAs ?? 'The file', judged.problems);
    if (state === 'version-taken') throw versionTaken(pack);
    if (state === 'already-installed') return judged;
    await this.db.write(async (tx) => {
      await installPack((sql, params) => tx.query(sql, params), pack, official);
      tx.audit.record({
        action: 'pack.installed',
        target: { type: 'pack', id: null },
        detail: {
          pack: pack.pack,
          version: pack.version,
          contentHash: contentHash!,
          fileSha256: pack.provenance.fileSha256 ?? null,
        },
      });
    });
    return judged;
  }
}
