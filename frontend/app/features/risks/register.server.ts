import { read } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import { only } from '~/api/only';
import type { ItemOf, Reply } from '~/api/reply';
import type { RiskRow } from './risk-columns';
import type { RegisterMap } from './risk-heat-map';

/**
 * The map speaks the scale of one assessment: the chosen one, else the newest, which the backend knows without
 * anybody asking for their list first. Null where there is none at all.
 */
export async function loadHeatMap(
  api: Api,
  assessmentId: string | undefined,
  asOf?: string,
): Promise<RegisterMap | null> {
  const answer = api.GET('/api/v1/risks/heat-map', { params: { query: { assessmentId, asOf } } });
  if (!assessmentId && (await answer).response.status === 404) return null;
  return shownOfMap(await read(answer));
}

export function shownOfRisk(risk: ItemOf<'/api/v1/risks'>): RiskRow {
  return {
    ...only(
      risk,
      'id',
      'number',
      'title',
      'treatment',
      'acceptance',
      'openActions',
      'status',
      'subjectEnd',
      'furtherSubjects',
    ),
    carried: risk.carried && only(risk.carried, 'from', 'reviewedAt'),
    subject: risk.subject && only(risk.subject, 'name'),
    inherentLevel: risk.inherentLevel && only(risk.inherentLevel, 'label', 'rank'),
    residualLevel: risk.residualLevel && only(risk.residualLevel, 'label', 'rank'),
    owner: risk.owner && only(risk.owner, 'name'),
  };
}

function shownOfMap({ scale, ...map }: Reply<'/api/v1/risks/heat-map', 'get'>): RegisterMap {
  return {
    ...map,
    scale: {
      likelihood: scale.likelihood.map((step) => only(step, 'id', 'label')),
      impact: scale.impact.map((step) => only(step, 'id', 'label')),
      levels: scale.levels.map((level) => only(level, 'id', 'label', 'rank')),
      matrix: scale.matrix,
    },
  };
}
