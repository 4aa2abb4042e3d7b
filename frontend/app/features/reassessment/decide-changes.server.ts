import { attempt, refused } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { optionalText, text } from '~/session/read-form.server';
import type { Change, Decision } from './words';

const HERE = '/assessments/reviews';
const CHANGE = 'change.';
const KIND = 'kind.';

/** The chosen changes, each as it was seen, and all of the chosen kinds, under one decision. */
export async function decideChanges(api: Api, form: FormData) {
  const changes = [...form]
    .filter(([name]) => name.startsWith(CHANGE))
    .map(([name, version]) => ({ id: name.slice(CHANGE.length), version: Number(version) }));
  const kinds = [...form]
    .filter(([name]) => name.startsWith(KIND))
    .map(([name, count]) => ({ kind: name.slice(KIND.length) as Change['kind'], count: Number(count) }));
  const decision = text(form, 'decision') as Decision;
  const decided = await attempt(
    api.POST('/api/v1/environment-changes/decisions', {
      body: {
        changes,
        kinds,
        // What nobody chose stays out, so that the API says what is missing.
        decision: decision || (undefined as unknown as Decision),
        reason: text(form, 'reason'),
        assessmentId: decision === 'taken-in' ? optionalText(form, 'assessmentId') : null,
      },
    }),
  );
  if (!decided.ok) return refused(decided.problem, form);
  return decision === 'reassess'
    ? redirectWithFlash('/assessments/new', t('reassessment.decidedBegin'))
    : redirectWithFlash(HERE, t('reassessment.decidedFlash', { count: decided.data.decided }));
}
