import { Injectable } from '@nestjs/common';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { memberNames, namedMember } from '../../../platform/identity/member-names.js';
import { invalidField } from '../../../platform/kernel/domain-error.js';
import { stale } from '../../../platform/kernel/stale.js';
import { en } from '../../../platform/messages/en.js';
import { Packs } from '../../compliance/index.js';
import type { BreachFacts } from '../domain/clock/breach-facts.js';
import { mayRun } from '../domain/response/incident-viewer.js';
import type { IncidentFactsView, WriteFactsRequest } from '../facts.schemas.js';
import { addEntry } from '../persistence/entry-rows.js';
import { addFacts, factsHistory, latestFacts } from '../persistence/facts-rows.js';
import { holdIncident } from '../persistence/incident.repository.js';
import { FollowClock } from './follow-clock.js';
import { openHolders, openToRun, refuseClosed } from './incident-access.js';
import { runBreachClock } from './run-breach-clock.js';

/** More revisions than this, nobody reads on a page; the file of the incident has all. */
const SHOWN_REVISIONS = 200;

/** What the clocks of an incident are computed from: who knew what and when, whose information, how many, and holds. */
@Injectable()
export class IncidentFacts {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: Packs,
    private readonly clock: FollowClock,
  ) {}

  show(id: string): Promise<IncidentFactsView> {
    return this.db.read((tx) => this.view(tx, id));
  }

  /** A revision beside the ones before: a date that moves keeps why. */
  write(id: string, { seenRevision, facts, reason }: WriteFactsRequest): Promise<IncidentFactsView> {
    return this.db.write(async (tx) => {
      const { incident, viewer } = await openToRun(tx, id);
      refuseClosed(incident);
      const before = await latestFacts(tx, id);
      if (before.revision !== seenRevision) throw stale('incident-facts');
      const known = facts as BreachFacts;
      runBreachClock(known, await this.packs.breachRule(), 'facts.');
      refuseFuture(tx, known);
      const revision = seenRevision + 1;
      await addFacts(tx, id, { revision, facts: known, reason, writtenBy: viewer.memberId });
      await addEntry(tx, {
        incidentId: id,
        kind: 'fact',
        words: en.incidents.factsWritten(revision, reason),
        writtenBy: viewer.memberId,
      });
      tx.audit.record({
        action: 'incident.facts-written',
        target: { type: 'incident', id },
        detail: { revision },
      });
      await this.clock.follow(tx, await holdIncident(tx, id), { reason, by: viewer.memberId });
      return this.view(tx, id);
    });
  }

  private async view(tx: ReadTx, id: string): Promise<IncidentFactsView> {
    const { viewer, holders } = await openHolders(tx, id);
    const { revision, facts } = await latestFacts(tx, id);
    const history = await factsHistory(tx, id, SHOWN_REVISIONS);
    const people = history.map(({ writtenBy }) => writtenBy).filter((member) => member !== null);
    const names = await memberNames(tx, [...new Set(people)]);
    return {
      revision,
      facts: facts as IncidentFactsView['facts'],
      clock: runBreachClock(facts, await this.packs.breachRule()),
      history: history.map((row) => ({
        revision: row.revision,
        reason: row.reason,
        writtenBy: namedMember(names, row.writtenBy),
        writtenAt: row.writtenAt.toISOString(),
      })),
      mayChange: mayRun(viewer, holders),
    };
  }
}

/** Nobody knew tomorrow what nobody knows yet; a count is of a day that has come. */
function refuseFuture(tx: ReadTx, { knowledge, parties }: BreachFacts): void {
  knowledge.forEach(({ on }, at) => {
    if (on > tx.today) throw invalidField(`facts.knowledge.${at}.on`, 'This day has not come yet.');
  });
  parties.forEach((party, at) => {
    if (party.role !== 'covered-entity') return;
    party.counts.forEach(({ asOf }, place) => {
      if (asOf > tx.today)
        throw invalidField(`facts.parties.${at}.counts.${place}.asOf`, 'This day has not come yet.');
    });
  });
}
