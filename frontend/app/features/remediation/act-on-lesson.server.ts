import { attempt, ifMatch, refused } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { optionalText, text } from '~/session/read-form.server';
import { lessonFrom } from './lesson-form.server';

/** Marks a lesson as done or not, changes it, or takes it back. */
export async function actOnLesson(api: Api, id: string, form: FormData) {
  const at = { params: { path: { id } }, headers: ifMatch(form.get('version')) };
  const intent = text(form, 'intent');
  if (intent === 'removal') {
    const gone = await attempt(api.DELETE('/api/v1/lessons/{id}', at));
    return gone.ok ? redirectWithFlash('/plan/lessons', t('lessons.removed')) : refused(gone.problem, form);
  }
  const ticks = intent === 'tick';
  const body = ticks ? { doneOn: optionalText(form, 'doneOn') } : lessonFrom(form);
  const saved = await attempt(api.PATCH('/api/v1/lessons/{id}', { ...at, body }));
  if (!saved.ok) return refused(saved.problem, form);
  const ticked = saved.data.doneOn ? t('lessons.ticked') : t('lessons.unticked');
  return redirectWithFlash(`/plan/lessons/${id}`, ticks ? ticked : t('lessons.saved'));
}
