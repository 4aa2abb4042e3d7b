import { attempt, ifMatch } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { text } from '~/session/read-form.server';
import { LIFECYCLES } from './labels';

/** Retires an asset or brings it back; for ten seconds it can be taken back. */
export async function changeLifecycle(api: Api, id: string, form: FormData): Promise<Response> {
  const page = `/inventory/assets/${id}`;
  const lifecycle = LIFECYCLES.find((value) => value === text(form, 'lifecycle')) ?? 'in-service';
  const saved = await attempt(
    api.PATCH('/api/v1/assets/{id}', {
      params: { path: { id } },
      headers: ifMatch(form.get('version')),
      body: { lifecycle },
    }),
  );
  if (!saved.ok) {
    const [why] = Object.values(saved.problem.fieldErrors ?? {}).flat();
    return redirectWithFlash(page, { text: why ?? t('inventory.changedMeanwhile'), tone: 'warning' });
  }
  const { name, version } = saved.data;
  const before = text(form, 'before');
  const undo = before
    ? { action: page, fields: { intent: 'lifecycle', lifecycle: before, version: String(version) } }
    : undefined;
  return redirectWithFlash(page, {
    text: lifecycle === 'retired' ? t('inventory.retired', { name }) : t('inventory.restored', { name }),
    undo,
  });
}
