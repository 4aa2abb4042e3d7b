import { attempt, ifMatch } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';

/** Ends a flow or takes it into use again; for ten seconds it can be taken back. */
export async function endOrResumeFlow(api: Api, id: string, form: FormData): Promise<Response> {
  const page = `/inventory/flows/${id}`;
  const active = form.get('active') === 'true';
  const saved = await attempt(
    api.PATCH('/api/v1/data-flows/{id}', {
      params: { path: { id } },
      headers: ifMatch(form.get('version')),
      body: { active },
    }),
  );
  if (!saved.ok) {
    const [why] = Object.values(saved.problem.fieldErrors ?? {}).flat();
    return redirectWithFlash(page, { text: why ?? t('dataFlows.changedMeanwhile'), tone: 'warning' });
  }
  const { name, version } = saved.data;
  const undo = {
    action: page,
    fields: { intent: 'active', active: String(!active), version: String(version) },
  };
  return redirectWithFlash(page, {
    text: active ? t('dataFlows.resumed', { name }) : t('dataFlows.ended', { name }),
    undo,
  });
}
