import { actionChoices, riskChoices } from '~/features/remediation/choices.server';
import { requireAccess } from '~/session/require-access.server';
import type { Route } from './+types/search.choices';

/** Risks or actions by a few letters of their titles, for a field that names one: `of`, `assessmentId`, `q`. */
export async function loader({ request }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const q = search.get('q')?.trim() ?? '';
  if (search.get('of') === 'risks') {
    const { api } = await requireAccess(request, 'risk:read');
    return Response.json({ items: await riskChoices(api, search.get('assessmentId') ?? '', q) });
  }
  const { api } = await requireAccess(request, 'action:read');
  return Response.json({ items: await actionChoices(api, q) });
}
