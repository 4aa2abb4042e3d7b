import type { Api } from '~/api/client.server';
import { attempt } from '~/api/answers.server';
import { fileProblem } from '~/session/file-problem.server';
import { text } from '~/session/read-form.server';
import { MOST_MEGABYTES } from '~/ui/form/file-size';

interface Subject {
  type: 'answer' | 'decision' | 'action';
  id: string;
}

/** Sends the file on as it came, with what it is said to show. */
export async function addEvidence(api: Api, subject: Subject, form: FormData) {
  const problem = fileProblem(form, MOST_MEGABYTES.evidence);
  if (problem) return { ok: false as const, problem };
  const body = new FormData();
  body.set('title', text(form, 'title'));
  body.set('note', text(form, 'note'));
  const file = form.get('file');
  if (file instanceof File && file.size > 0) body.set('file', file, file.name);
  const request = {
    params: { path: { id: subject.id } },
    body: body as never,
    bodySerializer: (form: unknown) => form as FormData,
  };
  if (subject.type === 'answer') return attempt(api.POST('/api/v1/answers/{id}/evidence', request));
  if (subject.type === 'decision')
    return attempt(api.POST('/api/v1/addressable-decisions/{id}/evidence', request));
  return attempt(api.POST('/api/v1/actions/{id}/evidence', request));
}

/** Evidence is never taken away: it stays with the reason why it no longer counts. */
export function withdrawEvidence(api: Api, form: FormData) {
  return attempt(
    api.POST('/api/v1/evidence/{id}/withdrawal', {
      params: { path: { id: text(form, 'evidenceId') } },
      body: { reason: text(form, 'reason') },
    }),
  );
}
