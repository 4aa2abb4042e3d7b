import { read } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import type { Scale } from '~/features/risks/words';

interface NewActionSubject {
  field: 'riskId' | 'findingId';
  id: string;
  title: string;
  /** Of a risk that somebody rated: then one can say what is expected after the action. */
  scale: Scale | null;
}

/** The risk or the finding that the address names; without one the person chooses an analysis. */
export async function subjectOfNewAction(api: Api, request: Request): Promise<NewActionSubject | null> {
  const search = new URL(request.url).searchParams;
  const riskId = search.get('riskId');
  if (riskId) {
    const risk = await read(api.GET('/api/v1/risks/{id}', { params: { path: { id: riskId } } }));
    return {
      field: 'riskId',
      id: risk.id,
      title: `R-${risk.number} ${risk.title}`,
      scale: risk.inherent && risk.scale,
    };
  }
  const findingId = search.get('findingId');
  if (!findingId) return null;
  const finding = await read(api.GET('/api/v1/findings/{id}', { params: { path: { id: findingId } } }));
  return { field: 'findingId', id: finding.id, title: finding.title, scale: null };
}
