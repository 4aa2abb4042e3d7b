import { attempt, ifMatch, refused } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { text } from '~/session/read-form.server';
import { refreshFindings } from './finding-actions.server';

/** The five tests, and the way from the preparer's hands to the approver's signature. */
export async function actOnSignOff(api: Api, assessmentId: string, form: FormData) {
  const here = `/assessments/${assessmentId}/sign-off`;
  const path = { id: assessmentId };
  const request = { params: { path }, headers: ifMatch(form.get('version')) };
  switch (form.get('intent')) {
    case 'submit': {
      const submitted = await attempt(api.POST('/api/v1/assessments/{id}/submission', request));
      return submitted.ok
        ? redirectWithFlash(here, t('assessments.submittedDone'))
        : refused(submitted.problem, form);
    }
    case 'return': {
      const body = { reason: text(form, 'reason') };
      const returned = await attempt(api.POST('/api/v1/assessments/{id}/return', { ...request, body }));
      return returned.ok
        ? redirectWithFlash(here, t('assessments.returnedDone'))
        : refused(returned.problem, form);
    }
    case 'approve': {
      const body = { statement: text(form, 'statement'), inventorySeen: text(form, 'inventorySeen') };
      const signed = await attempt(api.POST('/api/v1/assessments/{id}/approval', { ...request, body }));
      return signed.ok
        ? redirectWithFlash(here, t('assessments.approvedDone'))
        : refused(signed.problem, form);
    }
    // What is signed as open is what the inventory shows: it can be looked at again from here.
    case 'refresh':
      return refreshFindings(api, assessmentId, form, here);
    default: {
      const testId = text(form, 'testId');
      const saved = await attempt(
        api.POST('/api/v1/assessments/{id}/checklist/{testId}', {
          params: { path: { ...path, testId } },
          headers: ifMatch(form.get('version')),
          body: { met: text(form, 'met') === 'yes', note: text(form, 'note') },
        }),
      );
      if (!saved.ok) return refused(saved.problem, form);
      return redirectWithFlash(
        `${here}#${testId}`,
        t('assessments.testSaved', { title: text(form, 'title') }),
      );
    }
  }
}
