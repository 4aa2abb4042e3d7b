import { attempt, ifMatch, refused } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import { invalidFields } from '~/features/inventory/named-records.server';
import { thingNamed } from '~/features/inventory/things.server';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { text } from '~/session/read-form.server';

type Subject = { assetId: string } | { flowId: string };

/** Puts an asset or a data flow to a risk. */
export async function addSubject(api: Api, riskId: string, form: FormData) {
  const thing = await thingNamed(api, text(form, 'add'));
  if ('problem' in thing) return refused(invalidFields({ add: [thing.problem] }), form);
  return change(api, riskId, form, { add: [thing], remove: [] });
}

/** Takes the chosen ones off. */
export async function removeSubjects(api: Api, riskId: string, form: FormData) {
  const remove = form.getAll('remove').map(String).map(subjectOf);
  if (remove.length === 0) return refused(invalidFields({ remove: [t('risks.concernsChoose')] }), form);
  return change(api, riskId, form, { add: [], remove });
}

async function change(api: Api, id: string, form: FormData, body: { add: Subject[]; remove: Subject[] }) {
  const changed = await attempt(
    api.POST('/api/v1/risks/{id}/subjects', {
      params: { path: { id } },
      headers: ifMatch(form.get('version')),
      body,
    }),
  );
  if (!changed.ok) return refused(changed.problem, form);
  return redirectWithFlash(`/risks/${id}`, t('risks.saved', { number: String(changed.data.number) }));
}

function subjectOf(value: string): Subject {
  const [type, id = ''] = value.split(' ');
  return type === 'asset' ? { assetId: id } : { flowId: id };
}
