import { Injectable } from '@nestjs/common';
import { declaredPermissions } from '../../../platform/access/roles.js';
import { currentContext, currentMember } from '../../../platform/context/request-context.js';
import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { en } from '../../../platform/messages/en.js';
import { ShowAssessment } from '../../risks/index.js';
import { organizationStep, type May } from '../domain/organization-step.js';
import type { MyWork } from '../my-work.schemas.js';
import { standingOf, type StandingRow } from '../persistence/standing.query.js';

type Step = NonNullable<MyWork['nextStep']>;

/** The next thing that the law asks of the organization, for the person who can do it. */
@Injectable()
export class NextOrganizationStep {
  constructor(private readonly assessments: ShowAssessment) {}

  async within(tx: ReadTx): Promise<Step | null> {
    const row = await standingOf(tx, [...(declaredPermissions().get('assessment:approve')?.roles ?? [])]);
    const step = organizationStep(
      {
        today: tx.today,
        officers: row.officers,
        assets: row.assets,
        latest: row.latestStatus && {
          status: row.latestStatus,
          preparedByMe: row.makers.includes(currentMember().memberId),
        },
        otherApprovers: row.approvers.filter((id) => !row.makers.includes(id)).length,
        reviewDueOn: row.reviewDueOn,
      },
      may(),
    );
    if (!step) return null;
    return step === 'go-on' ? this.ofLatest(tx, row) : { ...en.work.steps[step], href: HREF[step]() };
  }

  private async ofLatest(tx: ReadTx, { latestId, latestStatus }: StandingRow): Promise<Step | null> {
    const { nextStep, counts } = await this.assessments.within(tx, latestId!);
    // Signed, and nothing open in its plan: the organization is where it should be.
    return latestStatus === 'signed' && counts.actionsOpen === 0 ? null : nextStep;
  }
}

const HREF = {
  'name-officer': () => '/settings/members#invite',
  'list-assets': () => '/inventory/assets/new',
  'start-analysis': () => '/assessments/new',
  'find-approver': () => (may().invite ? '/settings/members#invite' : '/settings/members'),
  'start-review': () => '/assessments/new',
} as const;

function may(): May {
  const { permissions } = currentContext();
  return {
    invite: permissions.has('member:write'),
    listAssets: permissions.has('asset:write'),
    analyse: permissions.has('assessment:write'),
    approve: permissions.has('assessment:approve'),
  };
}
