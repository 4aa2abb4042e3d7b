import { Injectable } from '@nestjs/common';
import { changesBetween } from '../../../platform/audit/event-types.js';
import { currentMember } from '../../../platform/context/request-context.js';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { notFound } from '../../../platform/kernel/domain-error.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import { decisionEvent, refuseDecision, VULNERABILITY_STATUSES } from '../domain/vulnerability.js';
import { openDetail } from '../persistence/vulnerability-detail.js';
import { addEvents, eventsOf } from '../persistence/vulnerability-events.js';
import {
  pageOfVulnerabilities,
  readVulnerability,
  toolsInUse,
  vulnerabilityItem,
} from '../persistence/vulnerability-list.js';
import { saveDecision, statusOf, takeTurn } from '../persistence/vulnerability.repository.js';
import type {
  DecideVulnerabilityRequest,
  VulnerabilityListQuery,
  VulnerabilityView,
} from '../vulnerability.schemas.js';
import { tellFollowers } from './followers.js';

@Injectable()
export class Vulnerabilities {
  constructor(private readonly db: TenantDb) {}

  list({ sort, limit, cursor, ...filter }: VulnerabilityListQuery) {
    return this.db.read(async (tx) => {
      const { rows, ...page } = await pageOfVulnerabilities(tx, filter, { sort, limit, cursor });
      return { items: rows.map((row) => vulnerabilityItem(tx, row)), ...page, tools: await toolsInUse(tx) };
    });
  }

  show(id: string): Promise<VulnerabilityView> {
    return this.db.read((tx) => view(tx, id));
  }

  /** A person's word on it, with the reason. */
  decide(
    id: string,
    version: number,
    { status, reason }: DecideVulnerabilityRequest,
  ): Promise<VulnerabilityView> {
    return this.db.write(async (tx) => {
      await takeTurn(tx);
      const from = await statusOf(tx, id);
      refuseDecision(from, status, reason);
      const { memberId } = currentMember();
      await saveDecision(tx, id, version, { status, reason, by: memberId });
      const after = await view(tx, id);
      await addEvents(tx, [
        {
          vulnerabilityId: id,
          what: decisionEvent(status),
          severity: after.severity,
          reason,
          scanId: null,
          byId: memberId,
          happenedOn: tx.today,
        },
      ]);
      tx.audit.record({
        action: 'vulnerability.decided',
        target: { type: 'vulnerability', id },
        changes: changesBetween({ status: from }, { status }),
        detail: { from, to: status },
      });
      await tellFollowers(tx, { scanId: null, newCriticalOnEphi: 0 });
      return view(tx, id);
    });
  }
}

async function view(tx: ReadTx, id: string): Promise<VulnerabilityView> {
  const row = await readVulnerability(tx, id);
  if (!row) throw notFound('vulnerability');
  const { description, output, solution } = openDetail(tx, id, row.detail);
  const events = await eventsOf(tx, id);
  return {
    ...vulnerabilityItem(tx, row),
    description,
    output,
    solution,
    events: events.map(({ id: _id, scanId, fileName, at, ...event }) => ({
      ...event,
      scan: scanId === null ? null : { id: typedId('scan', scanId), fileName: fileName ?? '' },
      at: at.toISOString(),
    })),
    allowedStatuses: VULNERABILITY_STATUSES.filter((status) => status !== row.status),
  };
}
