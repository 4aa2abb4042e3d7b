import { attempt, ifMatch, refused } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { text } from '~/session/read-form.server';

/** Looks at the inventory again. */
export async function refreshFindings(api: Api, id: string, form: FormData, here: string) {
  const looked = await attempt(
    api.POST('/api/v1/assessments/{id}/findings/refresh', { params: { path: { id } } }),
  );
  return looked.ok
    ? redirectWithFlash(here, t('assessments.flowsRefreshed', looked.data))
    : refused(looked.problem, form);
}

/** Whatever is done on the page of findings. */
export async function actOnFindings(api: Api, assessmentId: string, form: FormData) {
  const here = `/assessments/${assessmentId}/findings`;
  const path = { id: assessmentId };
  switch (form.get('intent')) {
    case 'refresh':
      return refreshFindings(api, assessmentId, form, here);
    case 'risk': {
      const made = await attempt(api.POST('/api/v1/risks', { body: { findingId: text(form, 'findingId') } }));
      if (!made.ok) return refused(made.problem, form);
      return redirectWithFlash(
        `/risks/${made.data.id}`,
        t('assessments.riskMade', { number: String(made.data.number) }),
      );
    }
    case 'dismiss': {
      const changed = await changeStatus(api, form, { status: 'dismissed', reason: text(form, 'reason') });
      return changed.ok
        ? redirectWithFlash(here, t('assessments.dismissed'))
        : refused(changed.problem, form);
    }
    case 'reopen': {
      const changed = await changeStatus(api, form, { status: 'open' });
      return changed.ok ? redirectWithFlash(here, t('assessments.reopened')) : refused(changed.problem, form);
    }
    default: {
      const body = {
        title: text(form, 'title'),
        detail: text(form, 'detail'),
        standing: text(form, 'standing') as 'gap' | 'partial' | 'unknown',
        citations: linesOf(text(form, 'citations')),
      };
      const added = await attempt(api.POST('/api/v1/assessments/{id}/findings', { params: { path }, body }));
      return added.ok ? redirectWithFlash(here, t('assessments.findingAdded')) : refused(added.problem, form);
    }
  }
}

function changeStatus(api: Api, form: FormData, body: { status: 'open' | 'dismissed'; reason?: string }) {
  const path = { id: text(form, 'findingId') };
  return attempt(
    api.PATCH('/api/v1/findings/{id}', { params: { path }, headers: ifMatch(form.get('version')), body }),
  );
}

function linesOf(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
