import {
  readPage,
  type ListQuery,
  type Page,
  type PageRequest,
} from '../../../platform/database/keyset-page.js';
import { containsPattern } from '../../../platform/database/like-pattern.js';
import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { ChangedField, ChangeKind, ChangeState, Decision, SubjectType } from '../domain/change-kinds.js';

export interface ChangeRow {
  id: string;
  kind: ChangeKind;
  origin: 'noticed' | 'reported';
  state: ChangeState;
  subjectType: SubjectType | null;
  subjectId: string | null;
  subjectName: string;
  /** The record is still there. */
  subjectStands: boolean;
  details: ChangedField[];
  description: Buffer | null;
  happenedOn: CalendarDate;
  recordedAt: Date;
  madeById: string | null;
  madeByName: string | null;
  decision: Decision | null;
  decisionReason: Buffer | null;
  decidedById: string | null;
  decidedByName: string | null;
  decidedAt: Date | null;
  assessmentId: string | null;
  assessmentTitle: string | null;
  coveredById: string | null;
  coveredByTitle: string | null;
  coveredAt: Date | null;
  version: number;
}

const STATE = `(case when c.withdrawn_at is not null then 'withdrawn' when c.covered_by is not null then 'covered'
  when c.decision is not null then 'decided' else 'undecided' end)`;
const NAME_OF = (member: string) => `(select p.name from membership m join person p on p.id = m.person_id
  where m.organization_id = c.organization_id and m.id = ${member})`;
const TITLE_OF = (assessment: string) =>
  `(select a.title from assessment a where a.organization_id = c.organization_id and a.id = ${assessment})`;

/** Assets and flows go with the undoing of their import; vendors and scans stay. */
const STANDS = `(case c.subject_type
  when 'asset' then exists (select 1 from asset s where s.organization_id = c.organization_id and s.id = c.subject_id)
  when 'data-flow' then exists (select 1 from data_flow s where s.organization_id = c.organization_id and s.id = c.subject_id)
  else c.subject_type is not null end)`;

/** What was found bears the name of the file that told of it, since nothing else of it is named. */
const NAME = `(c.subject_name || coalesce((select ' (' || s.file_name || ')' from scan s
  where c.subject_type = 'scan' and s.organization_id = c.organization_id and s.id = c.subject_id), ''))`;

const COLUMNS = `c.id, c.kind, c.origin, ${STATE} as state, c.subject_type as "subjectType", c.subject_id as "subjectId",
  ${NAME} as "subjectName", ${STANDS} as "subjectStands",
  c.details, c.description, to_char(c.happened_on, 'YYYY-MM-DD') as "happenedOn", c.recorded_at as "recordedAt",
  c.made_by as "madeById", ${NAME_OF('c.made_by')} as "madeByName", c.decision, c.decision_reason as "decisionReason",
  c.decided_by as "decidedById", ${NAME_OF('c.decided_by')} as "decidedByName", c.decided_at as "decidedAt",
  c.assessment_id as "assessmentId", ${TITLE_OF('c.assessment_id')} as "assessmentTitle", c.covered_by as "coveredById",
  ${TITLE_OF('c.covered_by')} as "coveredByTitle", c.covered_at as "coveredAt", c.version`;

const SORTS: ListQuery['sorts'] = { happenedOn: { expression: 'c.happened_on', type: 'date' } };

/** In SQL, so that an index answers it. */
const IN_STATE: Record<ChangeState, string> = {
  undecided: 'c.decision is null and c.covered_by is null and c.withdrawn_at is null',
  decided: 'c.decision is not null and c.covered_by is null',
  covered: 'c.covered_by is not null',
  withdrawn: 'c.withdrawn_at is not null',
};

export interface ChangeFilter {
  state?: ChangeState | undefined;
  kind?: ChangeKind | undefined;
  assetId?: string | undefined;
  vendorId?: string | undefined;
  flowId?: string | undefined;
  coveredById?: string | undefined;
  q?: string | undefined;
}

export function pageOfChanges(
  tx: ReadTx,
  filter: ChangeFilter,
  request: PageRequest,
): Promise<Page<ChangeRow>> {
  const filters = ['c.organization_id = $1'];
  const params: unknown[] = [tx.organizationId];
  const add = (condition: (place: string) => string, value: unknown): void => {
    params.push(value);
    filters.push(condition(`$${params.length}`));
  };
  const { state, kind, assetId, vendorId, flowId, coveredById, q } = filter;
  if (state) filters.push(IN_STATE[state]);
  if (kind) add((place) => `c.kind = ${place}`, kind);
  if (assetId) add((place) => `c.subject_type = 'asset' and c.subject_id = ${place}`, assetId);
  if (vendorId) add((place) => `c.subject_type = 'vendor' and c.subject_id = ${place}`, vendorId);
  if (flowId) add((place) => `c.subject_type = 'data-flow' and c.subject_id = ${place}`, flowId);
  if (coveredById) add((place) => `c.covered_by = ${place}`, coveredById);
  if (q) add((place) => `c.subject_name ilike ${place}`, containsPattern(q));
  const table = 'environment_change c';
  const list = { columns: COLUMNS, table, alias: 'c', joins: '', filters, params, sorts: SORTS };
  return readPage<ChangeRow>(tx, list, request);
}

export async function changesById(tx: ReadTx, ids: readonly string[]): Promise<ChangeRow[]> {
  return tx.query<ChangeRow>(
    `select ${COLUMNS} from environment_change c where c.organization_id = $1 and c.id = any ($2::uuid[])
     order by c.happened_on, c.id`,
    [tx.organizationId, ids],
  );
}

/** What no signed analysis covers yet, recorded until an instant or until now: all that was decided, and how many were not. */
export async function uncoveredChanges(
  tx: ReadTx,
  until: Date | null,
): Promise<{ decided: ChangeRow[]; undecided: number }> {
  const within = 'c.organization_id = $1 and ($2::timestamptz is null or c.recorded_at <= $2)';
  const decided = await tx.query<ChangeRow>(
    `select ${COLUMNS} from environment_change c where ${within} and ${IN_STATE.decided} order by c.happened_on, c.id`,
    [tx.organizationId, until],
  );
  const [rest] = await tx.query<{ undecided: number }>(
    `select count(*)::int as undecided from environment_change c where ${within} and ${IN_STATE.undecided}`,
    [tx.organizationId, until],
  );
  return { decided, undecided: rest!.undecided };
}
