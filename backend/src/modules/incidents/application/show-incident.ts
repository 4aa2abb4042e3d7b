import { Injectable } from '@nestjs/common';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { memberNames, namedMember } from '../../../platform/identity/member-names.js';
import { notFound } from '../../../platform/kernel/domain-error.js';
import { en } from '../../../platform/messages/en.js';
import { closingProblems, movesFrom, type ClosingProblem } from '../domain/response/incident-states.js';
import {
  mayRelease,
  mayRun,
  maySeeCounsel,
  mayWork,
  type IncidentViewer,
  type RoleHolders,
} from '../domain/response/incident-viewer.js';
import { presumptionOf } from '../domain/response/presumption.js';
import { isOurs } from '../domain/response/first-facts.js';
import type { IncidentView } from '../incident.schemas.js';
import {
  determinationsOfIncident,
  standingOf,
  type DeterminationRow,
} from '../persistence/determination-rows.js';
import { dutiesOfIncident, dutyChanges, type DutyRow } from '../persistence/duty-rows.js';
import { readIncident, type IncidentDetail, type IncidentRow } from '../persistence/incident-list.js';
import { reporterContact, whatHappened } from '../persistence/incident.repository.js';
import { rolesOfIncident } from '../persistence/role-rows.js';
import { sendingsOfIncident } from '../persistence/sending-rows.js';
import { tasksOfIncident, type TaskRow } from '../persistence/task-rows.js';
import { dutyView } from './duty-view.js';
import { openHolders } from './incident-access.js';
import { incidentSummary } from './incident-summary.js';
import { taskView } from './task-view.js';

/** The board of one incident: where it stands, who does what, which notices are due, and what this person may do now. */
@Injectable()
export class ShowIncident {
  constructor(private readonly db: TenantDb) {}

  execute(id: string): Promise<IncidentView> {
    return this.db.read((tx) => this.within(tx, id));
  }

  async within(tx: ReadTx, id: string): Promise<IncidentView> {
    const { holders, viewer } = await openHolders(tx, id);
    const row = await readIncident(tx, id);
    if (!row) throw notFound('incident');
    const roles = await rolesOfIncident(tx, id);
    const tasks = await tasksOfIncident(tx, id);
    const duties = await dutiesOfIncident(tx, id);
    const changes = await dutyChanges(tx, id);
    const sendings = await sendingsOfIncident(tx, id);
    const determinations = await determinationsOfIncident(tx, id);
    const names = await memberNames(tx, [
      ...new Set(
        [
          row.reportedBy,
          row.closeAskedBy,
          ...roles.flatMap(({ memberId, givenBy }) => [memberId, givenBy]),
          ...tasks.flatMap(({ ownerId, settledBy }) => [ownerId, settledBy]),
          ...changes.map(({ changedBy }) => changedBy),
          ...sendings.map(({ recordedBy }) => recordedBy),
        ].filter((member) => member !== null),
      ),
    ]);
    const { presumed, reason } = presumptionOf({ ...row, countersigned: standingOf(determinations) });
    const runs = mayRun(viewer, holders);
    const problems = closingProblems(closingFacts(row, tasks, duties, determinations));
    return {
      ...incidentSummary(row),
      whatHappened: whatHappened.open(tx, row.id, row.whatHappened),
      reporterContact: reporterContact.openOrNull(tx, row.id, row.reporterContact) ?? '',
      reportedBy: namedMember(names, row.reportedBy),
      roles: roles.map(({ role, memberId, givenBy, since, until }) => ({
        role,
        member: namedMember(names, memberId)!,
        since: since.toISOString(),
        until: until?.toISOString() ?? null,
        givenBy: namedMember(names, givenBy),
      })),
      moves: runs ? movesFrom(row.state).map(({ to, asksReason }) => ({ to, asksReason })) : [],
      tasks: tasks.map((task) =>
        taskView(task, names, row.state !== 'closed' && maySettle(task, viewer, holders)),
      ),
      duties: duties.map((duty) => dutyView(duty, { changes, sendings, names, today: tx.today })),
      presumption: { presumed, because: en.incidents[reason] },
      closing: {
        problems: row.state === 'closed' ? [] : problems.map((problem) => en.incidents.closing[problem]),
        askedBy: namedMember(names, row.closeAskedBy),
        askedAt: row.closeAskedAt?.toISOString() ?? null,
        outcome: row.closeOutcome,
      },
      allowedActions: allowed(row, problems, viewer, holders),
      today: tx.today,
    };
  }
}

/** Our own notices only: what others owe does not hold us. */
export function closingFacts(
  { state, phiInvolved }: Pick<IncidentRow, 'state' | 'phiInvolved'>,
  tasks: readonly TaskRow[],
  duties: readonly DutyRow[],
  determinations: readonly DeterminationRow[],
) {
  return {
    state,
    phiInvolved,
    openDuties: duties.filter(({ status, byParty }) => status === 'open' && isOurs(byParty)).length,
    openTasks: tasks.filter(({ status }) => status === 'open').length,
    openDeterminations: determinations.filter(({ status }) => status === 'draft' || status === 'signed')
      .length,
  };
}

/** Its owner, or who leads. */
export function maySettle(
  { ownerId }: Pick<TaskRow, 'ownerId'>,
  viewer: IncidentViewer,
  holders: RoleHolders,
): boolean {
  return mayWork(viewer, holders) || (viewer.works && ownerId === viewer.memberId);
}

function allowed(
  row: IncidentRow & IncidentDetail,
  problems: readonly ClosingProblem[],
  viewer: IncidentViewer,
  holders: RoleHolders,
): IncidentView['allowedActions'] {
  const isOpen = row.state !== 'closed';
  const runs = mayRun(viewer, holders);
  const mayConfirm = viewer.closes && row.closeAskedBy !== null && row.closeAskedBy !== viewer.memberId;
  return [
    ...(runs ? (['run'] as const) : []),
    ...(isOpen && mayWork(viewer, holders) ? (['work'] as const) : []),
    ...(maySeeCounsel(viewer, holders) ? (['counsel'] as const) : []),
    ...(mayRelease(viewer, holders) ? (['release'] as const) : []),
    ...(isOpen && viewer.decides ? (['decide'] as const) : []),
    ...(isOpen && runs && row.closeAskedBy === null && problems.length === 0
      ? (['ask-to-close'] as const)
      : []),
    ...(isOpen && mayConfirm ? (['confirm-closing'] as const) : []),
  ];
}
