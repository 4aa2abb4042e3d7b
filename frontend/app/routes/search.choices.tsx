import { thingChoices } from '~/features/inventory/choices.server';
import { assetChoices } from '~/features/inventory/named-records.server';
import { placeChoices } from '~/features/inventory/place-choices.server';
import { actionChoices, riskChoices } from '~/features/remediation/choices.server';
import { requireAccess } from '~/session/require-access.server';
import type { NamedRecord } from '~/ui/form/use-choices';
import type { Route } from './+types/search.choices';

/** Records by a few letters of their names, for a field that names one: `of` (what; `things` are assets and data flows), `assessmentId` of risks, `q`. */
export async function loader({ request }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const q = search.get('q')?.trim() ?? '';
  return Response.json({ items: await choicesOf(request, search, q) });
}

async function choicesOf(request: Request, search: URLSearchParams, q: string): Promise<NamedRecord[]> {
  switch (search.get('of')) {
    case 'risks': {
      const { api } = await requireAccess(request, 'risk:read');
      return riskChoices(api, search.get('assessmentId') ?? '', q);
    }
    case 'assets': {
      const { api } = await requireAccess(request, 'asset:read');
      return assetChoices(api, q);
    }
    case 'things': {
      const { api } = await requireAccess(request, 'asset:read');
      return thingChoices(api, q);
    }
    case 'places': {
      const { api } = await requireAccess(request, 'data-flow:write');
      return placeChoices(api, q);
    }
    default: {
      const { api } = await requireAccess(request, 'action:read');
      return actionChoices(api, q);
    }
  }
}
