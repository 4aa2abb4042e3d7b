import { attempt, refused } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import type { paths } from '~/api/schema';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { optionalText, text } from '~/session/read-form.server';
import { actOnProposals } from './proposal-actions.server';
import type { thingFilters } from './proposal-filters';

type Body =
  paths['/api/v1/assessments/{id}/proposals/pairs/{pairId}/restoration']['post']['requestBody']['content']['application/json'];

/** One pair for all that the address leaves, as many as the person saw; or taken over for a chosen few. */
export async function actOnPair(
  api: Api,
  { assessmentId: id, pairId }: { assessmentId: string; pairId: string },
  form: FormData,
  { holdsEphi, ...filter }: ReturnType<typeof thingFilters>,
  here: string,
) {
  const params = { path: { id, pairId } };
  const body: Body = {
    ...filter,
    ...(holdsEphi ? { holdsEphi: holdsEphi === 'true' } : {}),
    expected: Number(text(form, 'expected')),
  };
  switch (form.get('intent')) {
    case 'dismiss-all': {
      const done = await attempt(
        api.POST('/api/v1/assessments/{id}/proposals/pairs/{pairId}/dismissal', {
          params,
          body: { ...body, reason: text(form, 'reason') },
        }),
      );
      if (!done.ok) return refused(done.problem, form);
      return redirectWithFlash(here, t('assessments.decidedDismissed', { count: done.data.changed }));
    }
    case 'accept-all': {
      const done = await attempt(
        api.POST('/api/v1/assessments/{id}/proposals/pairs/{pairId}/acceptance', {
          params,
          body: { ...body, riskId: optionalText(form, 'riskId') ?? undefined },
        }),
      );
      if (!done.ok) return refused(done.problem, form);
      const words = { count: done.data.changed, number: String(done.data.risk.number) };
      return redirectWithFlash(`/risks/${done.data.risk.id}`, t('proposals.madeOne', words));
    }
    case 'restore-all': {
      const done = await attempt(
        api.POST('/api/v1/assessments/{id}/proposals/pairs/{pairId}/restoration', { params, body }),
      );
      if (!done.ok) return refused(done.problem, form);
      return redirectWithFlash(here, t('proposals.restoredMany', { count: done.data.changed }));
    }
    default:
      return actOnProposals(api, id, form, here);
  }
}
