import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { AssessmentListQuery } from '../assessment.schemas.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { AssessmentStatus } from '../domain/assessment-status.js';
import { sqlGiven } from './answer-standings.js';
import { carriedOnToOf } from './carried-risk.query.js';
import { readJsonPage, type JsonPage } from './json-page.js';
import { sqlId, sqlMember } from './sql-ids.js';

export interface AssessmentListItem {
  id: string;
  title: string;
  status: AssessmentStatus;
  startedOn: CalendarDate;
  questionnairePack: string;
  questionnaireVersion: string;
  scaleId: string;
  /** The chosen option by question, asked or not. */
  given: Record<string, string>;
  openFindings: number;
  risks: number;
  carriedOnTo: { id: string; title: string } | null;
  preparedBy: { id: string; name: string };
  signedOn: CalendarDate | null;
  version: number;
}

const ITEM = `jsonb_build_object(
  'id', ${sqlId('assessment', 'r.id')}, 'title', r.title, 'status', r.status, 'startedOn', r.started_on,
  'questionnairePack', r.questionnaire_pack, 'questionnaireVersion', r.questionnaire_version,
  'scaleId', case when r.scales_pack is null then ${sqlId('scale', 'r.scale_id')} else r.scale_id end,
  'given', ${sqlGiven('r.id')},
  'openFindings', (select count(*) from finding g where g.organization_id = $1 and g.assessment_id = r.id and g.status = 'open'),
  'risks', (select count(*) from risk k where k.organization_id = $1 and k.assessment_id = r.id)
    + (select count(*) from carried_risk c where c.organization_id = $1 and c.from_assessment_id = r.id and c.given_back_at is null),
  'carriedOnTo', ${carriedOnToOf('r')},
  'preparedBy', ${sqlMember('r.prepared_by')},
  'signedOn', (select n.approved_on from assessment_snapshot n where n.organization_id = $1 and n.assessment_id = r.id),
  'version', r.version)`;

/** The newest first. */
export function listAssessments(
  tx: ReadTx,
  query: AssessmentListQuery,
): Promise<JsonPage<AssessmentListItem>> {
  return readJsonPage<AssessmentListItem>(tx, {
    table: 'assessment',
    filters: query.status ? ['r.status = $2'] : [],
    params: [tx.organizationId, ...(query.status ? [query.status] : [])],
    item: ITEM,
    sortName: '-started',
    sort: { column: 'started_on', type: 'date', descending: true },
    limit: query.limit,
    cursor: query.cursor,
  });
}
