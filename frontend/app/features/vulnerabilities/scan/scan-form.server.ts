import type { Api } from '~/api/client.server';
import type { ApiProblem } from '~/api/problem';
import type { paths } from '~/api/schema';
import { assetsNamed, errorsAt, invalidFields } from '~/features/inventory/named-records.server';
import { optionalText, text } from '~/session/read-form.server';
import type { Scan, ScanField } from './scan-types';

type Body<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method] extends {
  requestBody: { content: { 'application/json': infer B } };
}
  ? B
  : never;

/** Day, scanner and columns, in the order of the file; columns that the form does not name are left out. */
export function readingFromForm(form: FormData, scan: Scan): Body<'/api/v1/scans/{id}/reading', 'put'> {
  return {
    columns: scan.columns.map(({ index }) => optionalText(form, `columns.${index}`) as ScanField | null),
    tool: text(form, 'tool'),
    scannedOn: text(form, 'scannedOn'),
  };
}

export interface GivenAsset {
  /** The host, or the number of the run. */
  key: string;
  assetId: string | null;
  /** Where it was typed. */
  field: string;
}

/** Of the hosts or runs on the page, those whose asset was chosen anew, found by what was typed. */
export async function givenFromForm(
  api: Api,
  form: FormData,
  list: 'hosts' | 'runs',
): Promise<{ ok: true; given: GivenAsset[] } | { ok: false; problem: ApiProblem }> {
  const typed = form.getAll('key').map((key, index) => ({
    key: typeof key === 'string' ? key : '',
    field: `${list}.${index}.asset`,
    asset: text(form, `${list}.${index}.asset`),
    was: text(form, `${list}.${index}.was`),
  }));
  const anew = typed.filter(({ asset, was }) => asset !== was);
  const named = await assetsNamed(
    api,
    anew.map(({ asset }) => asset),
  );
  const fieldErrors: Record<string, string[]> = {};
  const given = anew.flatMap(({ key, field }, index) => {
    const one = named[index]!;
    if ('id' in one) return [{ key, field, assetId: one.id }];
    Object.assign(fieldErrors, errorsAt(field, one));
    return [];
  });
  return Object.keys(fieldErrors).length > 0
    ? { ok: false, problem: invalidFields(fieldErrors) }
    : { ok: true, given };
}

/** The API counts what was chosen anew; the page counts its fields. */
export function atFields(problem: ApiProblem, given: readonly GivenAsset[]): ApiProblem {
  const fieldErrors: Record<string, string[]> = {};
  for (const [field, messages] of Object.entries(problem.fieldErrors ?? {})) {
    const index = /^(?:hosts|runs)\.(\d+)\./.exec(field)?.[1];
    const place = (index === undefined ? undefined : given[Number(index)]?.field) ?? field;
    fieldErrors[place] = [...(fieldErrors[place] ?? []), ...messages];
  }
  return { ...problem, fieldErrors };
}

export function commitFromForm(form: FormData): Body<'/api/v1/scans/{id}/commit', 'post'> {
  return {
    isComplete: text(form, 'coverage') === 'complete',
    // Without unusable rows nothing was asked, and both answers mean the same.
    skipUnusable: text(form, 'unusable') !== 'all',
  };
}
