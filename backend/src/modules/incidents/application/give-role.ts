import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { memberNames } from '../../../platform/identity/member-names.js';
import { invalidField } from '../../../platform/kernel/domain-error.js';
import { en } from '../../../platform/messages/en.js';
import type { IncidentRole } from '../domain/response/incident-kinds.js';
import type { IncidentView } from '../incident.schemas.js';
import { addEntry } from '../persistence/entry-rows.js';
import { mayBeOnTeam } from '../persistence/team.query.js';
import { handOver } from '../persistence/role-rows.js';
import { FollowClock } from './follow-clock.js';
import { openToRun, refuseClosed } from './incident-access.js';
import { ShowIncident } from './show-incident.js';

/** Gives a role to somebody, or hands it over: who held it before stays in the history. */
@Injectable()
export class GiveRole {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: FollowClock,
    private readonly show: ShowIncident,
  ) {}

  execute(id: string, role: IncidentRole, memberId: string): Promise<IncidentView> {
    return this.db.write(async (tx) => {
      const { incident, viewer, holders } = await openToRun(tx, id);
      refuseClosed(incident);
      if (!(await mayBeOnTeam(tx, memberId)))
        throw invalidField(
          'memberId',
          'This person is not active here, or may only look. Choose somebody else.',
        );
      if (holders[role] === memberId) throw invalidField('memberId', 'This person holds the role already.');
      const by = viewer.memberId;
      const before = holders[role] ?? null;
      await handOver(tx, { incidentId: id, role, memberId, givenBy: by });
      const names = await memberNames(tx, [memberId, ...(before === null ? [] : [before])]);
      const words = en.incidents.roleGiven(
        en.incidents.role[role],
        names.get(memberId) ?? '',
        before === null ? null : (names.get(before) ?? ''),
      );
      await addEntry(tx, { incidentId: id, kind: 'role', words, writtenBy: by });
      tx.audit.record({ action: 'incident.role-given', target: { type: 'incident', id }, detail: { role } });
      // Reminders go to whoever answers for it from now on.
      await this.clock.follow(tx, incident, { reason: words, by });
      return this.show.within(tx, id);
    });
  }
}
