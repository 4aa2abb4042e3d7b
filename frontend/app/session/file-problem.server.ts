import type { ApiProblem } from '~/api/problem';
import { t } from '~/messages';
import { MEGABYTE, megabytes } from '~/ui/form/file-size';
import { wasCut } from './read-multipart.server';

/** What is wrong with the file of a form before it is sent on; browsers without scripts measure nothing. */
export function fileProblem(form: FormData, most: number): ApiProblem | null {
  const file = form.get('file');
  const size = file instanceof File ? file.size : 0;
  if (!wasCut(form) && size <= most * MEGABYTE) return null;
  const message = wasCut(form)
    ? t('form.fileFarTooLarge', { most })
    : t('form.fileTooLarge', { size: megabytes(size), most });
  return { status: 413, code: 'file.too-large', title: '', fieldErrors: { file: [message] } };
}
