import { Injectable } from '@nestjs/common';
import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { en } from '../../../platform/messages/en.js';
import { Packs } from '../../compliance/index.js';
import { Obligations } from '../../obligations/index.js';
import type { BreachFacts } from '../domain/clock/breach-facts.js';
import { latestCount } from '../domain/clock/latest-count.js';
import { isOurs, US } from '../domain/response/first-facts.js';
import { presumptionOf } from '../domain/response/presumption.js';
import {
  addDuty,
  addDutyChange,
  dutiesOfIncident,
  saveDuty,
  settleDuty,
  type DutyFacts,
  type DutyRow,
} from '../persistence/duty-rows.js';
import { determinationsOfIncident, standingOf } from '../persistence/determination-rows.js';
import { latestFacts } from '../persistence/facts-rows.js';
import type { IncidentRecord } from '../persistence/incident.record.js';
import { saveIncident } from '../persistence/incident.repository.js';
import { holdersOf, rolesOfIncident } from '../persistence/role-rows.js';
import { dutyObligation, refOfDuty } from './duty-obligation.js';
import { dutyKey, isSameDuty, wantedDuties } from './wanted-duties.js';

interface Following {
  incident: IncidentRecord;
  /** Why something may move now, in a person's words. */
  reason: string;
  by: string | null;
  revision: number;
  ownerId: string | null;
}

/** Keeps the notices of an incident, and their reminders, as the facts and the decisions say, in the same transaction. */
@Injectable()
export class FollowClock {
  constructor(
    private readonly packs: Packs,
    private readonly obligations: Obligations,
  ) {}

  /** Answers the incident as it stands afterwards. */
  async follow(
    tx: WriteTx,
    incident: IncidentRecord,
    change: { reason: string; by: string | null },
  ): Promise<IncidentRecord> {
    const { facts, revision } = await latestFacts(tx, incident.id);
    const { clock, duties } = wantedDuties(facts, await this.packs.breachRule());
    const countersigned = standingOf(await determinationsOfIncident(tx, incident.id));
    const { presumed, reason } = presumptionOf({ ...incident, countersigned });
    const holders = holdersOf(await rolesOfIncident(tx, incident.id));
    const following: Following = {
      incident,
      ...change,
      revision,
      ownerId: holders.privacy ?? holders.commander ?? null,
    };
    const wanted = new Map((presumed ? duties : []).map((duty) => [dutyKey(duty), duty]));
    for (const row of await dutiesOfIncident(tx, incident.id)) {
      const duty = wanted.get(dutyKey(row));
      wanted.delete(dutyKey(row));
      if (row.status === 'met') continue;
      if (duty) await this.keep(tx, row, duty, following);
      else if (row.status === 'open')
        await this.withdraw(tx, row, {
          ...following,
          reason: presumed ? change.reason : en.incidents[reason],
        });
    }
    for (const duty of wanted.values()) await this.open(tx, duty, following);
    const derived = {
      discoveredOn: clock.discoveries.find(({ party }) => party === US)?.on ?? null,
      individuals: counted(facts),
      occurredOn: facts.occurredOn,
    };
    const version = await saveIncident(tx, incident, derived);
    return { ...incident, ...derived, version };
  }

  private async open(tx: WriteTx, duty: DutyFacts, following: Following): Promise<void> {
    const id = await addDuty(tx, following.incident.id, duty);
    const row: DutyRow = { ...duty, id, status: 'open', metOn: null };
    await addDutyChange(tx, {
      ...changeOf(row, following),
      fromDueOn: null,
      fromStatus: null,
      toDueOn: duty.dueOn,
      toStatus: 'open',
    });
    tx.audit.record({
      action: 'breach-duty.opened',
      ...about(id, following),
      detail: { kind: duty.kind, dueOn: duty.dueOn },
    });
    await this.remind(tx, row, following);
  }

  /** One that was withdrawn stands again where it is asked for again. */
  private async keep(tx: WriteTx, row: DutyRow, duty: DutyFacts, following: Following): Promise<void> {
    if (row.status !== 'open' || !isSameDuty(row, duty)) {
      await saveDuty(tx, row.id, duty, 'open');
      await addDutyChange(tx, { ...changeOf(row, following), toDueOn: duty.dueOn, toStatus: 'open' });
      tx.audit.record({
        action: 'breach-duty.moved',
        ...about(row.id, following),
        detail: { kind: duty.kind, fromDueOn: row.dueOn, toDueOn: duty.dueOn },
      });
    }
    await this.remind(tx, { ...row, ...duty, status: 'open' }, following);
  }

  private async withdraw(tx: WriteTx, row: DutyRow, following: Following): Promise<void> {
    await settleDuty(tx, row.id, 'withdrawn', null);
    await addDutyChange(tx, { ...changeOf(row, following), toDueOn: row.dueOn, toStatus: 'withdrawn' });
    tx.audit.record({
      action: 'breach-duty.withdrawn',
      ...about(row.id, following),
      detail: { kind: row.kind },
    });
    await this.obligations.cancel(tx, refOfDuty(row.id), following.reason);
  }

  /** Drills owe nobody anything, and what others owe is theirs to remember. */
  private async remind(tx: WriteTx, row: DutyRow, { incident, reason, ownerId }: Following): Promise<void> {
    if (incident.isDrill || !isOurs(row.byParty)) return;
    await this.obligations.follow(tx, refOfDuty(row.id), dutyObligation(row, incident, ownerId), reason);
  }
}

function changeOf(row: DutyRow, { reason, by, revision }: Following) {
  return {
    dutyId: row.id,
    fromDueOn: row.dueOn,
    fromStatus: row.status,
    factsRevision: revision,
    reason,
    changedBy: by,
  };
}

function about(id: string, { incident }: Following) {
  return { target: { type: 'breach-duty', id }, parent: { type: 'incident', id: incident.id } };
}

/** Everybody whom somebody has counted; null while nobody has. */
function counted({ parties }: BreachFacts): number | null {
  const counts = parties.flatMap((party) =>
    party.role === 'covered-entity' ? (latestCount(party.counts) ?? []) : [],
  );
  return counts.length === 0 ? null : counts.reduce((sum, { individuals }) => sum + individuals, 0);
}
