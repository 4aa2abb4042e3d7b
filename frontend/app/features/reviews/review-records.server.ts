import { attempt, read, refused } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { text } from '~/session/read-form.server';
import { CHOSEN } from './chosen';
import type { Outcome, RecordReviews, Result } from './words';

const MOST_NAMED = 3;

/** What was said of a record; null for those who may not see it. */
export async function readReviews(
  api: Api,
  permissions: readonly string[],
  id: string,
): Promise<RecordReviews | null> {
  if (!permissions.includes('review:read')) return null;
  return read(api.GET('/api/v1/record-reviews/{id}', { params: { path: { id } } }));
}

/** The one record whose page this is, in the version that was seen. */
export async function reviewRecord(api: Api, here: string, form: FormData) {
  const records = [{ id: text(form, 'recordId'), version: Number(text(form, 'version')) }];
  const reviewed = await save(api, records, form);
  return reviewed.ok ? redirectWithFlash(here, t('recordReviews.done')) : refused(reviewed.problem, form);
}

/** Those that were ticked, each in the version that was seen; what could not be reviewed is named. */
export async function reviewChosen(api: Api, here: string, form: FormData) {
  const records = [...form]
    .filter(([name]) => name.startsWith(CHOSEN))
    .map(([name, version]) => ({ id: name.slice(CHOSEN.length), version: Number(version) }));
  const answer = await save(api, records, form);
  if (!answer.ok) return refused(answer.problem, form);
  const { items, reviewed } = answer.data;
  const words = t('recordReviews.reviewed', { count: reviewed });
  const left = items.filter(({ result }) => result !== 'reviewed');
  return redirectWithFlash(
    here,
    left.length === 0 ? words : { text: `${words} ${leftWords(left)}`, tone: 'warning' as const },
  );
}

function save(api: Api, records: { id: string; version: number }[], form: FormData) {
  return attempt(
    api.POST('/api/v1/record-reviews', {
      body: {
        records,
        // What nobody chose stays out, so that the API says what is missing; the client's type has no place for that.
        outcome: (text(form, 'outcome') || undefined) as unknown as Outcome,
        reason: text(form, 'reason'),
      },
    }),
  );
}

function leftWords(left: readonly { name: string; result: Result }[]): string {
  const named = left.slice(0, MOST_NAMED).map(({ name, result }) =>
    t('recordReviews.leftOne', {
      name: name || t('recordReviews.unnamed'),
      why: t(`recordReviews.result_${result as Exclude<Result, 'reviewed'>}`),
    }),
  );
  if (left.length > MOST_NAMED) named.push(t('recordReviews.leftMore', { count: left.length - MOST_NAMED }));
  return t('recordReviews.left', { count: left.length, names: named.join(', ') });
}
