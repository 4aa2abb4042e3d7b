import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { currentAssessment } from '../../risks/index.js';
import type { FirstStepFacts } from '../domain/first-steps.js';

export interface FirstStepsRow extends Omit<FirstStepFacts, 'latest'> {
  kind: 'covered-entity' | 'business-associate';
  latest: {
    id: string;
    questionnairePack: string;
    questionnaireVersion: string;
    /** The chosen option by question, asked or not. */
    given: Record<string, string>;
    risks: number;
    risksUnrated: number;
  } | null;
}

const OPEN_INVITATION = 'accepted_at is null and revoked_at is null and expires_at > now()';

/** How far an organization is on its way to the first signed analysis, in one statement; null once one is signed. */
export async function firstStepsOf(tx: ReadTx, signerRoles: string[]): Promise<FirstStepsRow | null> {
  const [row] = await tx.query<FirstStepsRow>(
    `select o.kind, people.*, invited.*,
       (select count(*)::int from site where organization_id = $1 and active) as sites,
       exists (select 1 from asset where organization_id = $1 and lifecycle not in ('retired', 'disposed')) as "hasAssets",
       exists (select 1 from data_flow where organization_id = $1 and active) as "hasFlows",
       (select jsonb_build_object('id', a.id, 'questionnairePack', a.questionnaire_pack, 'questionnaireVersion', a.questionnaire_version,
          'given', (select coalesce(jsonb_object_agg(n.question_id, n.option_id), '{}') from answer n
            where n.organization_id = $1 and n.assessment_id = a.id),
          'risks', r.risks, 'risksUnrated', r.unrated)
        from (${currentAssessment('*')}) a,
          lateral (select count(*) as risks, count(*) filter (where residual_rank is null) as unrated
            from risk where organization_id = $1 and assessment_id = a.id and status <> 'closed') r) as latest
     from organization o,
       lateral (select count(*) filter (where role = 'compliance-officer')::int as officers,
          count(*) filter (where role = any($2::text[]))::int as signers
        from membership where organization_id = $1 and active) people,
       lateral (select count(*) filter (where role = 'compliance-officer')::int as "officersInvited",
          count(*) filter (where role = any($2::text[]))::int as "signersInvited"
        from invitation where organization_id = $1 and ${OPEN_INVITATION}) invited
     where o.organization_id = $1
       and not exists (select 1 from assessment where organization_id = $1 and status = 'signed')`,
    [tx.organizationId, signerRoles],
  );
  return row ?? null;
}
