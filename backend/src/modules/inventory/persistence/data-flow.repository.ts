import { saveVersion } from '../../../platform/database/save-version.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, notFound } from '../../../platform/kernel/domain-error.js';
import type { DataFlowFacts, FlowEnd } from '../domain/data-flow.js';
import { DataFlowRecord } from './data-flow.record.js';
import { endOf } from './data-flow.rows.js';

export async function loadDataFlow(tx: WriteTx, id: string): Promise<DataFlowFacts> {
  const record = await tx.manager.findOneBy(DataFlowRecord, { organizationId: tx.organizationId, id });
  if (!record) throw notFound('data-flow');
  const { fromAssetId, fromParty, toAssetId, toParty } = record;
  const {
    name,
    counterparty,
    phiTypes,
    purpose,
    minimumNecessary,
    transportMethod,
    transportSecurity,
    offshore,
    active,
  } = record;
  return {
    name,
    from: endOf(fromAssetId, fromParty),
    to: endOf(toAssetId, toParty),
    counterparty,
    phiTypes,
    purpose,
    minimumNecessary,
    transportMethod,
    transportSecurity,
    offshore,
    active,
  };
}

export async function addDataFlow(tx: WriteTx, id: string, facts: DataFlowFacts): Promise<void> {
  const row = {
    organizationId: tx.organizationId,
    id,
    ...columnsOf(facts),
    createdAt: tx.now,
    updatedAt: tx.now,
    version: 1,
  };
  await tx.manager.insert(DataFlowRecord, row);
}

export function saveDataFlow(
  tx: WriteTx,
  id: string,
  seenVersion: number,
  facts: DataFlowFacts,
): Promise<number> {
  return saveVersion(
    tx,
    DataFlowRecord,
    { organizationId: tx.organizationId, id },
    seenVersion,
    columnsOf(facts),
    'data-flow',
  );
}

function columnsOf({ from, to, ...rest }: DataFlowFacts) {
  return {
    ...rest,
    fromAssetId: from.assetId,
    fromParty: from.party,
    toAssetId: to.assetId,
    toParty: to.party,
  };
}

/** Both ends must be here: the answer names the field. */
export async function refuseUnknownEnds(tx: ReadTx, from: FlowEnd, to: FlowEnd): Promise<void> {
  const fieldErrors: Record<string, string[]> = {};
  for (const [field, end] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (end.assetId === null) continue;
    const rows = await tx.query('select 1 from asset where organization_id = $1 and id = $2', [
      tx.organizationId,
      end.assetId,
    ]);
    if (rows.length === 0) fieldErrors[`${field}.assetId`] = ['Choose one of your assets.'];
  }
  if (Object.keys(fieldErrors).length > 0) {
    throw new DomainError('request.invalid', 'invalid', 'Some entries need another look.', { fieldErrors });
  }
}
