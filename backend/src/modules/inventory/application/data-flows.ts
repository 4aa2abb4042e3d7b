import { Injectable } from '@nestjs/common';
import { changesBetween } from '../../../platform/audit/event-types.js';
import { newId } from '../../../platform/database/new-id.js';
import { TenantDb, type ReadTx, type WriteTx } from '../../../platform/database/tenant-db.js';
import { invalidField, notFound } from '../../../platform/kernel/domain-error.js';
import { flowChangeEvent, refuseEnds, type DataFlowFacts } from '../domain/data-flow.js';
import type {
  CreateDataFlowRequest,
  DataFlowListQuery,
  UpdateDataFlowRequest,
} from '../data-flow.schemas.js';
import { pageOfDataFlows } from '../persistence/data-flow-list.js';
import {
  addDataFlow,
  loadDataFlow,
  refuseUnknownEnds,
  saveDataFlow,
} from '../persistence/data-flow.repository.js';
import { dataFlowView, readDataFlow } from '../persistence/data-flow.rows.js';
import { openFlowCodes, refuseTakenCode } from '../persistence/flow-codes.js';
import { tellOfDataFlows } from './followers.js';

@Injectable()
export class DataFlows {
  constructor(private readonly db: TenantDb) {}

  list({ sort, limit, cursor, ...filter }: DataFlowListQuery) {
    return this.db.read(async (tx) => {
      const { rows, ...page } = await pageOfDataFlows(tx, filter, { sort, limit, cursor });
      return { items: rows.map((row) => dataFlowView(row, tx.today)), ...page };
    });
  }

  show(id: string) {
    return this.db.read((tx) => view(tx, id));
  }

  create(request: CreateDataFlowRequest) {
    return this.db.write(async (tx) => {
      await refuseWrongEnds(tx, request);
      const code = request.code || (await openFlowCodes(tx)).next('flow');
      await refuseTakenCode(tx, code, null);
      const id = newId();
      await addDataFlow(tx, id, { ...request, code });
      tx.audit.record({
        action: 'data-flow.created',
        target: { type: 'data-flow', id },
        detail: { counterparty: request.counterparty },
      });
      await tellOfDataFlows(tx, [{ id, before: null, after: request }]);
      return view(tx, id);
    });
  }

  update(id: string, version: number, request: UpdateDataFlowRequest) {
    return this.db.write(async (tx) => {
      const before = await loadDataFlow(tx, id);
      const after: DataFlowFacts = { ...before, ...request };
      await refuseWrongEnds(tx, after);
      if (request.code !== undefined) await refuseTakenCode(tx, request.code, id);
      await saveDataFlow(tx, id, version, after);
      tx.audit.record({
        action: flowChangeEvent(before, after),
        target: { type: 'data-flow', id },
        changes: changesBetween(before, after),
      });
      await tellOfDataFlows(tx, [{ id, before, after }]);
      return view(tx, id);
    });
  }
}

async function refuseWrongEnds(
  tx: WriteTx,
  flow: Pick<DataFlowFacts, 'from' | 'to' | 'active'>,
): Promise<void> {
  const refusal = refuseEnds(flow.from, flow.to);
  if (refusal) throw invalidField(`${refusal.field}.assetId`, refusal.message);
  await refuseUnknownEnds(tx, flow);
}

async function view(tx: ReadTx, id: string) {
  const row = await readDataFlow(tx, id);
  if (!row) throw notFound('data-flow');
  return dataFlowView(row, tx.today);
}
