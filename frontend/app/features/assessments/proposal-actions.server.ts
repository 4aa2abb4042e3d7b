import { attempt, refused } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { text } from '~/session/read-form.server';
import { pairOf, type PairOnSubject } from './pair-on-subject';

/** Proposals are decided by asset or data flow: one by one, or all that are chosen together. */
export async function actOnProposals(api: Api, assessmentId: string, form: FormData, here: string) {
  const params = { path: { id: assessmentId } };
  const single = text(form, 'pair');
  const items = (single ? [single] : form.getAll('pairs').map(String))
    .map(pairOf)
    .filter((pair) => pair !== null);
  const [first] = items;
  if (!first) return redirectWithFlash(here, { text: t('assessments.decidedNothing'), tone: 'warning' });
  switch (form.get('intent')) {
    case 'restore': {
      const back = await attempt(
        api.POST('/api/v1/assessments/{id}/proposals/restoration', { params, body: first }),
      );
      return back.ok ? redirectWithFlash(here, t('assessments.restored')) : refused(back.problem, form);
    }
    case 'dismiss': {
      const body = { items, reason: text(form, 'reason') };
      const decided = await attempt(
        api.POST('/api/v1/assessments/{id}/proposals/dismissal/bulk', { params, body }),
      );
      if (!decided.ok) return refused(decided.problem, form);
      return redirectWithFlash(here, t('assessments.decidedDismissed', { count: decided.data.changed }));
    }
    default:
      return accept(api, params, items, form, here);
  }
}

async function accept(
  api: Api,
  params: { path: { id: string } },
  items: PairOnSubject[],
  form: FormData,
  here: string,
) {
  const decided = await attempt(
    api.POST('/api/v1/assessments/{id}/proposals/acceptance/bulk', { params, body: { items } }),
  );
  if (!decided.ok) return refused(decided.problem, form);
  return redirectWithFlash(here, t('assessments.decidedAccepted', { count: decided.data.changed }));
}
