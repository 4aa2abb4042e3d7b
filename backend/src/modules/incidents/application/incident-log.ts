import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { currentContext } from '../../../platform/context/request-context.js';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { memberNames, namedMember } from '../../../platform/identity/member-names.js';
import { DomainError, invalidField, notFound } from '../../../platform/kernel/domain-error.js';
import { typedId, typedIdOrNull } from '../../../platform/kernel/typed-id.js';
import { mayRelease, maySeeCounsel } from '../domain/response/incident-viewer.js';
import type { EntryListQuery, EntryPage, EntryView, WriteEntryRequest } from '../incident.schemas.js';
import {
  addEntry,
  addRelease,
  entriesOfIncident,
  entryOf,
  type EntryRow,
} from '../persistence/entry-rows.js';
import { openHolders, openToWork } from './incident-access.js';
import { notYours } from './incident-viewer.js';

/** A watch may run ahead of the database's by so much. */
const AHEAD_MS = 5 * 60 * 1000;

/** The log of an incident: written, read, and let out of counsel's lane. Nothing in it is ever changed. */
@Injectable()
export class IncidentLog {
  constructor(private readonly db: TenantDb) {}

  list(id: string, { limit, cursor }: EntryListQuery): Promise<EntryPage> {
    return this.db.read(async (tx) => {
      const { viewer, holders } = await openHolders(tx, id);
      const { rows, nextCursor } = await entriesOfIncident(tx, {
        incidentId: id,
        counsel: maySeeCounsel(viewer, holders),
        memberId: viewer.memberId,
        limit,
        cursor,
      });
      const people = rows.flatMap(({ writtenBy, releasedBy }) => [writtenBy, releasedBy]);
      const names = await memberNames(tx, [...new Set(people.filter((member) => member !== null))]);
      return { items: rows.map((row) => entryView(row, names)), nextCursor };
    });
  }

  write(
    id: string,
    { kind, lane, words, happenedAt, correctsId }: WriteEntryRequest,
  ): Promise<{ id: string }> {
    return this.db.write(async (tx) => {
      const { viewer, holders } = await openToWork(tx, id);
      if (lane === 'counsel' && !maySeeCounsel(viewer, holders))
        throw invalidField('lane', 'Only counsel and the commander of this incident write there.');
      const at = happenedAt === undefined ? tx.now : instantOf(happenedAt);
      if (at.getTime() > tx.now.getTime() + AHEAD_MS)
        throw invalidField('happenedAt', 'This has not come yet. Write when it happened.');
      if (correctsId !== null)
        await this.refuseUnseen(tx, id, correctsId, viewer.memberId, maySeeCounsel(viewer, holders));
      const entryId = await addEntry(tx, {
        incidentId: id,
        kind,
        lane,
        words,
        correctsId,
        happenedAt: at,
        writtenBy: viewer.memberId,
      });
      tx.audit.record({
        action: 'incident.entry-written',
        target: { type: 'incident-entry', id: entryId },
        parent: { type: 'incident', id },
        detail: { kind, lane },
      });
      return { id: typedId('incidentEntry', entryId) };
    });
  }

  release(id: string, entryId: string, reason: string): Promise<void> {
    return this.db.write(async (tx) => {
      const { viewer, holders } = await openHolders(tx, id);
      const entry = await entryOf(tx, id, entryId);
      if (!mayRelease(viewer, holders)) throw notYours();
      if (entry.lane !== 'counsel' || entry.released)
        throw new DomainError(
          'incident-entry.not-held',
          'conflict',
          'Everybody on the team sees this entry already.',
        );
      await addRelease(tx, entryId, reason, viewer.memberId);
      tx.audit.record({
        action: 'incident.entry-released',
        target: { type: 'incident-entry', id: entryId },
        parent: { type: 'incident', id },
      });
    });
  }

  private async refuseUnseen(
    tx: Parameters<typeof entryOf>[0],
    id: string,
    entryId: string,
    memberId: string,
    seesCounsel: boolean,
  ): Promise<void> {
    const { lane, released, writtenBy } = await entryOf(tx, id, entryId);
    if (lane === 'counsel' && !released && !seesCounsel && writtenBy !== memberId)
      throw notFound('incident-entry');
  }
}

/** What a person typed without a zone is by the clock on the organization's wall. */
function instantOf(happenedAt: string): Date {
  return DateTime.fromISO(happenedAt, { zone: currentContext().timeZone }).toJSDate();
}

function entryView(row: EntryRow, names: ReadonlyMap<string, string>): EntryView {
  return {
    id: typedId('incidentEntry', row.id),
    kind: row.kind,
    lane: row.lane,
    words: row.words,
    fromState: row.fromState,
    toState: row.toState,
    correctsId: typedIdOrNull('incidentEntry', row.correctsId),
    happenedAt: row.happenedAt.toISOString(),
    writtenAt: row.writtenAt.toISOString(),
    writtenBy: namedMember(names, row.writtenBy),
    released:
      row.releasedBy === null
        ? null
        : {
            by: namedMember(names, row.releasedBy)!,
            at: row.releasedAt!.toISOString(),
            reason: row.releaseReason ?? '',
          },
  };
}
