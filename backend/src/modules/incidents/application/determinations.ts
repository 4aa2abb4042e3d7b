import { Injectable } from '@nestjs/common';
import { TenantDb, type ReadTx, type WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, invalidField, notFound } from '../../../platform/kernel/domain-error.js';
import { en } from '../../../platform/messages/en.js';
import type {
  DeterminationView,
  DraftDeterminationRequest,
  SaveDeterminationRequest,
  SignDeterminationRequest,
} from '../determination.schemas.js';
import { determinationProblems } from '../domain/determination/determination.js';
import type { IncidentViewer } from '../domain/response/incident-viewer.js';
import { addEntry } from '../persistence/entry-rows.js';
import {
  addDetermination,
  addSignature,
  determinationsOfIncident,
  holdDetermination,
  saveDetermination,
  type DeterminationRow,
} from '../persistence/determination-rows.js';
import type { IncidentRecord } from '../persistence/incident.record.js';
import { determinationHash, signedText } from './determination-hash.js';
import { determinationViews } from './determination-view.js';
import { FollowClock } from './follow-clock.js';
import { openHolders, openToRun, refuseClosed } from './incident-access.js';
import { notYours } from './incident-viewer.js';

/** Is it a breach? Drafted and signed by one person, countersigned by another; signed ones are superseded, never changed. */
@Injectable()
export class Determinations {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: FollowClock,
  ) {}

  list(id: string): Promise<{ items: DeterminationView[] }> {
    return this.db.read(async (tx) => {
      const { viewer } = await openHolders(tx, id);
      return { items: await views(tx, id, viewer) };
    });
  }

  draft(id: string, { content, supersedesId }: DraftDeterminationRequest): Promise<DeterminationView> {
    return this.db.write(async (tx) => {
      const { viewer } = await openToDecide(tx, id);
      if (supersedesId !== null) await refuseSuperseding(tx, id, supersedesId);
      const made = await addDetermination(tx, id, content, supersedesId);
      tx.audit.record({
        action: 'determination.drafted',
        target: { type: 'determination', id: made.id },
        parent: { type: 'incident', id },
        detail: { number: made.number },
      });
      return one(tx, id, made.number, viewer);
    });
  }

  save(
    id: string,
    determinationId: string,
    version: number,
    { content }: SaveDeterminationRequest,
  ): Promise<DeterminationView> {
    return this.db.write(async (tx) => {
      const { viewer } = await openToDecide(tx, id);
      const row = await holdDetermination(tx, id, determinationId, version);
      if (row.status !== 'draft') throw alreadySigned();
      await saveDetermination(tx, { ...row, content });
      tx.audit.record({
        action: 'determination.changed',
        target: { type: 'determination', id: row.id },
        parent: { type: 'incident', id },
      });
      return one(tx, id, row.number, viewer);
    });
  }

  sign(
    id: string,
    determinationId: string,
    version: number,
    { part, reason }: SignDeterminationRequest,
  ): Promise<DeterminationView> {
    return this.db.write(async (tx) => {
      const { incident, viewer } = await openToDecide(tx, id);
      const row = await holdDetermination(tx, id, determinationId, version);
      const act = { tx, incident, row, memberId: viewer.memberId, reason };
      if (part === 'decides') await this.decide(act);
      else if (part === 'countersigns') await this.countersign(act);
      else await this.giveBack(act);
      return one(tx, id, row.number, viewer);
    });
  }

  private async decide({ tx, incident, row, memberId }: Act): Promise<void> {
    if (row.status !== 'draft') throw alreadySigned();
    refuseIncomplete(row);
    const conclusion = row.content.conclusion!;
    const contentHash = determinationHash(tx.organizationId, incident.id, row);
    const signed: DeterminationRow = {
      ...row,
      status: 'signed',
      conclusion,
      contentHash,
      signedBy: memberId,
      signedAt: tx.now,
    };
    await saveDetermination(tx, signed);
    await this.keep({ tx, incident, row: signed, memberId, reason: '' }, 'decides');
    await log(tx, incident, memberId, en.incidents.signed(row.number, en.incidents.conclusion[conclusion]));
    tx.audit.record({ action: 'determination.signed', ...about(incident, row), detail: { conclusion } });
  }

  private async countersign({ tx, incident, row, memberId }: Act): Promise<void> {
    if (row.status !== 'signed') throw notWaiting();
    if (row.signedBy === memberId)
      throw new DomainError(
        'determination.own-signature',
        'forbidden',
        'You signed it yourself. Somebody else has to look at it and countersign.',
      );
    if (determinationHash(tx.organizationId, incident.id, row) !== row.contentHash)
      throw new DomainError(
        'determination.damaged',
        'conflict',
        'It is not what was signed. Tell your administrator.',
      );
    const conclusion = row.conclusion!;
    const standing: DeterminationRow = {
      ...row,
      status: 'countersigned',
      countersignedBy: memberId,
      countersignedAt: tx.now,
    };
    await saveDetermination(tx, standing);
    await this.keep({ tx, incident, row: standing, memberId, reason: '' }, 'countersigns');
    if (row.supersedesId !== null) await supersede(tx, incident.id, row.supersedesId);
    const words = en.incidents.countersigned(row.number, en.incidents.conclusion[conclusion]);
    await log(tx, incident, memberId, words);
    tx.audit.record({
      action: 'determination.countersigned',
      ...about(incident, row),
      detail: { conclusion },
    });
    await this.clock.follow(tx, incident, { reason: words, by: memberId });
  }

  private async giveBack({ tx, incident, row, memberId, reason }: Act): Promise<void> {
    if (row.status !== 'signed') throw notWaiting();
    if (reason.trim().length < 3) throw invalidField('reason', 'Say what is missing or wrong.');
    await this.keep({ tx, incident, row, memberId, reason }, 'returns');
    await saveDetermination(tx, {
      ...row,
      status: 'draft',
      conclusion: null,
      contentHash: null,
      signedBy: null,
      signedAt: null,
    });
    await log(tx, incident, memberId, en.incidents.returned(row.number, reason));
    tx.audit.record({ action: 'determination.returned', ...about(incident, row) });
  }

  private keep({ tx, incident, row, memberId, reason }: Act, part: 'decides' | 'countersigns' | 'returns') {
    return addSignature(tx, {
      determinationId: row.id,
      part,
      content: signedText(tx.organizationId, incident.id, row),
      contentHash: row.contentHash!,
      reason,
      signedBy: memberId,
    });
  }
}

interface Act {
  tx: WriteTx;
  incident: IncidentRecord;
  row: DeterminationRow;
  memberId: string;
  reason: string;
}

async function openToDecide(
  tx: WriteTx,
  id: string,
): Promise<{ incident: IncidentRecord; viewer: IncidentViewer }> {
  const { incident, viewer } = await openToRun(tx, id);
  if (!viewer.decides) throw notYours();
  refuseClosed(incident);
  return { incident, viewer };
}

function refuseIncomplete({ content }: DeterminationRow): void {
  const problems = Object.entries(determinationProblems(content));
  if (problems.length === 0) return;
  const fieldErrors = Object.fromEntries(problems.map(([field, message]) => [field, [message]]));
  throw new DomainError(
    'determination.incomplete',
    'invalid',
    'It cannot be signed yet: until everything that is asked for is there, a breach is presumed.',
    { fieldErrors },
  );
}

async function refuseSuperseding(tx: ReadTx, incidentId: string, id: string): Promise<void> {
  const row = (await determinationsOfIncident(tx, incidentId)).find((one) => one.id === id);
  if (!row) throw notFound('determination');
  if (row.status !== 'countersigned')
    throw new DomainError(
      'determination.not-standing',
      'conflict',
      'Only a countersigned one is decided anew.',
    );
}

async function supersede(tx: WriteTx, incidentId: string, id: string): Promise<void> {
  const row = (await determinationsOfIncident(tx, incidentId)).find((one) => one.id === id);
  if (row) await saveDetermination(tx, { ...row, status: 'superseded' });
}

function alreadySigned(): DomainError {
  return new DomainError(
    'determination.signed',
    'conflict',
    'It is signed and is not changed any more. Give it back, or decide anew beside it.',
  );
}

function notWaiting(): DomainError {
  return new DomainError(
    'determination.not-waiting',
    'conflict',
    'It does not wait for a second signature. Reload the page.',
  );
}

function about({ id }: IncidentRecord, row: DeterminationRow) {
  return { target: { type: 'determination', id: row.id }, parent: { type: 'incident', id } };
}

async function log(tx: WriteTx, { id }: IncidentRecord, writtenBy: string, words: string): Promise<void> {
  await addEntry(tx, { incidentId: id, kind: 'decision', words, writtenBy });
}

async function views(tx: ReadTx, incidentId: string, viewer: IncidentViewer): Promise<DeterminationView[]> {
  return determinationViews(tx, await determinationsOfIncident(tx, incidentId), viewer);
}

async function one(
  tx: ReadTx,
  incidentId: string,
  number: number,
  viewer: IncidentViewer,
): Promise<DeterminationView> {
  return (await views(tx, incidentId, viewer)).find((view) => view.number === number)!;
}
