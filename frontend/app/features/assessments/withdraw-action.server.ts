import { attempt, ifMatch, refused } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { text } from '~/session/read-form.server';

/** Takes a draft back, with the reason. */
export async function withdraw(api: Api, assessmentId: string, form: FormData) {
  const withdrawn = await attempt(
    api.POST('/api/v1/assessments/{id}/withdrawal', {
      params: { path: { id: assessmentId } },
      headers: ifMatch(form.get('version')),
      body: { reason: text(form, 'reason') },
    }),
  );
  return withdrawn.ok
    ? redirectWithFlash(`/assessments/${assessmentId}`, t('assessments.withdrawAnalysisDone'))
    : refused(withdrawn.problem, form);
}
