import { attempt, ifMatch, refused } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { text } from '~/session/read-form.server';
import { contentFromForm, fieldsByRow } from './content-from-form.server';

const PAGE = '/settings/risk-scales';

/** Saves a draft as far as it is; what is refused comes back at the fields as they stand on the page. */
export async function saveScale(api: Api, id: string, form: FormData) {
  const saved = await attempt(
    api.PATCH('/api/v1/risk-scales/{id}', {
      params: { path: { id } },
      headers: ifMatch(form.get('version')),
      body: { title: text(form, 'title'), reason: text(form, 'reason'), content: contentFromForm(form) },
    }),
  );
  if (saved.ok) return redirectWithFlash(`${PAGE}/${id}`, t('scales.saved'));
  return refused({ ...saved.problem, fieldErrors: fieldsByRow(saved.problem.fieldErrors ?? {}, form) }, form);
}

/** Begins the next version, and leads to its draft. */
export async function renewScale(api: Api, id: string, form: FormData) {
  const begun = await attempt(
    api.POST('/api/v1/risk-scales', {
      body: { from: { version: id }, title: text(form, 'title'), reason: text(form, 'reason') },
    }),
  );
  if (!begun.ok) return refused(begun.problem, form);
  return redirectWithFlash(`${PAGE}/${begun.data.id}?edit`, t('scales.created', { title: begun.data.title }));
}

export async function discardScale(api: Api, id: string, form: FormData) {
  const gone = await attempt(
    api.DELETE('/api/v1/risk-scales/{id}', {
      params: { path: { id } },
      headers: ifMatch(form.get('version')),
    }),
  );
  return gone.ok ? redirectWithFlash(PAGE, t('scales.discarded')) : refused(gone.problem, form);
}

/** Proposes, adopts, sends back or retires. */
export async function decideScale(
  api: Api,
  id: string,
  form: FormData,
  step: 'propose' | 'adopt' | 'return' | 'retire',
) {
  const about = { params: { path: { id } }, headers: ifMatch(form.get('version')) };
  const steps = {
    propose: () => attempt(api.POST('/api/v1/risk-scales/{id}/proposal', about)),
    adopt: () => attempt(api.POST('/api/v1/risk-scales/{id}/adoption', about)),
    return: () =>
      attempt(api.POST('/api/v1/risk-scales/{id}/return', { ...about, body: { note: text(form, 'note') } })),
    retire: () =>
      attempt(
        api.POST('/api/v1/risk-scales/{id}/retirement', {
          ...about,
          body: { reason: text(form, 'reason') },
        }),
      ),
  };
  const decided = await steps[step]();
  if (!decided.ok) return refused(decided.problem, form);
  const words = {
    propose: t('scales.proposed'),
    adopt: t('scales.adoptedFlash', { title: decided.data.title }),
    return: t('scales.returned'),
    retire: t('scales.retired'),
  };
  return redirectWithFlash(`${PAGE}/${id}`, words[step]);
}
