import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { CodeSeries } from '../domain/code-series.js';

export type FlowCodes = CodeSeries<'flow'>;

/** Until the commit nobody else in the organization gets the code that is suggested here. */
export async function openFlowCodes(tx: WriteTx): Promise<FlowCodes> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('flow-code|' || $1, 0))`, [
    tx.organizationId,
  ]);
  const codes: FlowCodes = new CodeSeries({ flow: 'FLW' });
  const rows = await tx.query<{ code: string }>('select code from data_flow where organization_id = $1', [
    tx.organizationId,
  ]);
  for (const { code } of rows) codes.take(['flow'], code);
  return codes;
}

/** A code names one flow of the organization, whatever its case. */
export async function refuseTakenCode(tx: ReadTx, code: string, exceptId: string | null): Promise<void> {
  const [taken] = await tx.query<{ name: string }>(
    'select name from data_flow where organization_id = $1 and lower(code) = lower($2) and ($3::uuid is null or id <> $3)',
    [tx.organizationId, code, exceptId],
  );
  if (!taken) return;
  const message = `${code} is already the code of “${taken.name}”. Choose another, or leave it empty to get the next free one.`;
  throw new DomainError('data-flow.code-taken', 'conflict', message, { fieldErrors: { code: [message] } });
}
