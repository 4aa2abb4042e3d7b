import { attempt, ifMatch, refused } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { text } from '~/session/read-form.server';

/** Confirms the rating of one carried risk. */
export async function confirmReview(api: Api, riskId: string, form: FormData) {
  const reviewed = await attempt(
    api.POST('/api/v1/risks/{id}/review', {
      params: { path: { id: riskId } },
      headers: ifMatch(form.get('version')),
      body: { reason: text(form, 'reason') },
    }),
  );
  return reviewed.ok
    ? redirectWithFlash(`/risks/${riskId}`, t('carried.confirmed', { number: String(reviewed.data.number) }))
    : refused(reviewed.problem, form);
}

/** Confirms those that were ticked, each in the version that was seen; what could not be confirmed is counted. */
export async function confirmReviews(api: Api, here: string, form: FormData) {
  const risks = form
    .getAll('risks')
    .map(String)
    .map((value) => ({ id: value.split('@')[0] ?? '', version: Number(value.split('@')[1]) }));
  const reviewed = await attempt(
    api.POST('/api/v1/risks/reviews', { body: { reason: text(form, 'reason'), risks } }),
  );
  if (!reviewed.ok) return refused(reviewed.problem, form);
  const left = reviewed.data.items.length - reviewed.data.confirmed;
  const words = t('carried.confirmedMany', { count: reviewed.data.confirmed });
  return redirectWithFlash(
    here,
    left === 0
      ? words
      : { text: `${words} ${t('carried.leftOver', { count: left })}`, tone: 'warning' as const },
  );
}
