import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import { undoingOf } from '../domain/undo-scan.js';
import { readScan } from '../persistence/scan.repository.js';
import { changesToUndo } from '../persistence/scan-undo.js';
import { countHostsToForget } from '../persistence/scan-undo-hosts.js';
import type { ScanUndoPlan } from '../scan.schemas.js';

const MOST_NAMED = 200;

/** What an undo would do now; behind one, what stayed and why. */
@Injectable()
export class ScanUndoPlans {
  constructor(private readonly db: TenantDb) {}

  execute(id: string): Promise<ScanUndoPlan> {
    return this.db.read(async (tx) => {
      await readScan(tx, id);
      const plan = { withdraw: 0, restore: 0, hosts: await countHostsToForget(tx, id) };
      const kept: ScanUndoPlan['kept'] = [];
      for (const change of await changesToUndo(tx, id, {})) {
        const undoing = undoingOf(change);
        if (undoing.outcome === 'withdrawn') plan.withdraw += 1;
        else if (undoing.outcome === 'restored') plan.restore += 1;
        else {
          kept.push({
            vulnerabilityId: change.versionNow === null ? null : typedId('vulnerability', change.subjectId),
            title: change.title,
            because: undoing.because,
          });
        }
      }
      return { ...plan, keep: kept.length, kept: kept.slice(0, MOST_NAMED) };
    });
  }
}
