import { actionChoices, riskChoices } from '~/features/remediation/choices.server';
import { thingChoices } from '~/features/inventory/choices.server';
import { requireAccess } from '~/session/require-access.server';
import type { Route } from './+types/search.choices';

/** Risks, actions, or assets and data flows (`things`) by a few letters of their titles, for a field that names one: `of`, `assessmentId`, `q`. */
export async function loader({ request }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const q = search.get('q')?.trim() ?? '';
  if (search.get('of') === 'risks') {
    const { api } = await requireAccess(request, 'risk:read');
    return Response.json({ items: await riskChoices(api, search.get('assessmentId') ?? '', q) });
  }
  if (search.get('of') === 'things') {
    const { api } = await requireAccess(request, 'asset:read');
    return Response.json({ items: await thingChoices(api, q) });
  }
  const { api } = await requireAccess(request, 'action:read');
  return Response.json({ items: await actionChoices(api, q) });
}
