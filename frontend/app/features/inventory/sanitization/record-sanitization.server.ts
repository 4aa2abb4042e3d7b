import { attempt, ifMatch } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import { fileProblem } from '~/session/file-problem.server';
import { text } from '~/session/read-form.server';
import { MOST_MEGABYTES } from '~/ui/form/file-size';

const FIELDS = [
  'purpose',
  'method',
  'notNeededReason',
  'doneOn',
  'doneBy',
  'givenTo',
  'verifiedBy',
  'certificate',
  'corrects',
] as const;

/** Sends the form on with its file as it came. What nobody answered stays out, so that the API says what is missing. */
export async function recordSanitization(api: Api, assetId: string, form: FormData) {
  const problem = fileProblem(form, MOST_MEGABYTES.evidence);
  if (problem) return { ok: false as const, problem };
  const body = new FormData();
  for (const name of FIELDS) if (text(form, name) !== '') body.set(name, text(form, name));
  const file = form.get('file');
  if (file instanceof File && file.size > 0) body.set('file', file, file.name);
  return attempt(
    api.POST('/api/v1/assets/{id}/sanitizations', {
      params: { path: { id: assetId } },
      headers: ifMatch(form.get('version')),
      body: body as never,
      bodySerializer: (whole: unknown) => whole as FormData,
    }),
  );
}
