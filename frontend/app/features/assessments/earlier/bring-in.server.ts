import { attempt, refused } from '~/api/answers.server';
import { t } from '~/messages';
import { fileProblem } from '~/session/file-problem.server';
import { redirectWithFlash } from '~/session/flash.server';
import { text } from '~/session/read-form.server';
import type { requireAccess } from '~/session/require-access.server';
import { MOST_MEGABYTES } from '~/ui/form/file-size';

type Api = Awaited<ReturnType<typeof requireAccess>>['api'];

/** Looks at the file of the form, or takes it over: the file comes along both times, nothing is kept in between. */
export async function bringIn(api: Api, id: string, form: FormData) {
  const problem = fileProblem(form, MOST_MEGABYTES.answerList);
  if (problem) return refused(problem, form);
  const body = new FormData();
  const file = form.get('file');
  if (file instanceof File && file.name !== '') body.set('file', file, file.name);
  const sent = { body: body as never, bodySerializer: () => body };
  const sheet = text(form, 'sheet') || undefined;
  if (form.get('intent') !== 'take') {
    const params = { path: { id }, query: { sheet } };
    const looked = await attempt(
      api.POST('/api/v1/assessments/{id}/earlier-answers/preview', { params, ...sent }),
    );
    return looked.ok ? { preview: looked.data } : refused(looked.problem, form);
  }
  const leaveOutBad = form.get('leaveOutBad') === 'true' ? ('true' as const) : ('false' as const);
  const params = { path: { id }, query: { sheet, seen: text(form, 'seen'), leaveOutBad } };
  const taken = await attempt(api.POST('/api/v1/assessments/{id}/earlier-answers', { params, ...sent }));
  if (!taken.ok) return refused(taken.problem, form);
  return redirectWithFlash(pageOf(id), t('earlierAnswers.taken', { count: taken.data.kept }));
}

export async function takeAway(api: Api, id: string, form: FormData) {
  const gone = await attempt(
    api.DELETE('/api/v1/assessments/{id}/earlier-answers', { params: { path: { id } } }),
  );
  return gone.ok ? redirectWithFlash(pageOf(id), t('earlierAnswers.takenAway')) : refused(gone.problem, form);
}

function pageOf(id: string): string {
  return `/assessments/${id}/questions/import`;
}
