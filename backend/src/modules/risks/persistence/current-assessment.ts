/**
 * SQL for the analysis that register and home are about; `$1` is the organization. One with open risks stands before one
 * that was only begun, then the newest; a withdrawn one never.
 */
export const currentAssessment = (columns: string): string => `select ${columns} from assessment
  where organization_id = $1 and status <> 'withdrawn'
  order by exists (select 1 from risk k where k.organization_id = assessment.organization_id
    and k.assessment_id = assessment.id and k.status <> 'closed') desc, assessment.started_on desc, assessment.id desc limit 1`;

/**
 * SQL for whether a risk `r` stands in the register: not in an analysis that was withdrawn. As a choice, since the planner
 * would take a plain comparison with analyses that it does not know for one that leaves next to nothing.
 */
export const IN_REGISTER = `case when r.assessment_id = any (array(
  select w.id from assessment w where w.organization_id = $1 and w.status = 'withdrawn')) then false else true end`;
