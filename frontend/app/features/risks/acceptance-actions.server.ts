import { attempt, ifMatch, refused } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { text } from '~/session/read-form.server';
import { dayText } from '~/ui/text/date-text';

type Decision = 'approve' | 'refuse' | 'withdraw';

/** Asks that a risk is accepted. */
export async function askAcceptance(api: Api, riskId: string, form: FormData) {
  const asked = await attempt(
    api.POST('/api/v1/risks/{id}/acceptances', {
      params: { path: { id: riskId } },
      headers: ifMatch(form.get('version')),
      body: { reason: text(form, 'reason'), untilOn: text(form, 'untilOn') },
    }),
  );
  return asked.ok
    ? redirectWithFlash(`/risks/${riskId}`, t('risks.acceptanceAsked'))
    : refused(asked.problem, form);
}

/** Approves, refuses or withdraws what was asked for. */
export async function decideAcceptance(api: Api, riskId: string, form: FormData) {
  const acceptanceId = text(form, 'acceptanceId');
  const decision = text(form, 'decision') as Decision;
  const decided = await attempt(
    api.POST('/api/v1/risks/{id}/acceptances/{acceptanceId}/decision', {
      params: { path: { id: riskId, acceptanceId } },
      headers: ifMatch(form.get('version')),
      body: { decision, note: text(form, 'note') },
    }),
  );
  if (!decided.ok) return refused(decided.problem, form);
  const until = decided.data.acceptances.find(({ id }) => id === acceptanceId)?.untilOn;
  const words = {
    approve: t('risks.acceptanceApproved', { until: until ? dayText(until) : '' }),
    refuse: t('risks.acceptanceRefused'),
    withdraw: t('risks.acceptanceWithdrawn'),
  };
  return redirectWithFlash(`/risks/${riskId}`, words[decision]);
}
