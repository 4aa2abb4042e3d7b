import { encryptedColumn } from '../../../platform/crypto/encrypted-column.js';
import { newId } from '../../../platform/database/new-id.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import type { BreachFacts } from '../domain/clock/breach-facts.js';

export const factsColumn = encryptedColumn('incident_facts', 'facts');

export interface FactsRevision {
  revision: number;
  facts: BreachFacts;
  reason: string;
  writtenBy: string | null;
  writtenAt: Date;
}

interface Row extends Omit<FactsRevision, 'facts'> {
  id: string;
  facts: Buffer;
}

const COLUMNS = `id, revision, facts, reason, written_by as "writtenBy", written_at as "writtenAt"`;

/** What is known now. Every incident has a first revision from its report. */
export async function latestFacts(tx: ReadTx, incidentId: string): Promise<FactsRevision> {
  const [row] = await tx.query<Row>(
    `select ${COLUMNS} from incident_facts where organization_id = $1 and incident_id = $2 order by revision desc limit 1`,
    [tx.organizationId, incidentId],
  );
  if (!row) throw new Error(`incident ${incidentId} has no facts`);
  return opened(tx, row);
}

/** As it was known at each revision, the first one first; at most so many. */
export async function factsHistory(tx: ReadTx, incidentId: string, limit: number): Promise<FactsRevision[]> {
  const rows = await tx.query<Row>(
    `select ${COLUMNS} from incident_facts where organization_id = $1 and incident_id = $2 order by revision limit $3`,
    [tx.organizationId, incidentId, limit],
  );
  return rows.map((row) => opened(tx, row));
}

export async function addFacts(
  tx: WriteTx,
  incidentId: string,
  { revision, facts, reason, writtenBy }: Omit<FactsRevision, 'writtenAt'>,
): Promise<void> {
  const id = newId();
  await tx.query(
    `insert into incident_facts (organization_id, id, incident_id, revision, facts, reason, written_by, written_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      tx.organizationId,
      id,
      incidentId,
      revision,
      factsColumn.seal(tx, id, JSON.stringify(facts)),
      reason,
      writtenBy,
      tx.now,
    ],
  );
}

function opened(tx: ReadTx, { id, facts, ...row }: Row): FactsRevision {
  return { ...row, facts: JSON.parse(factsColumn.open(tx, id, facts)) as BreachFacts };
}
