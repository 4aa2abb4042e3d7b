import { data, redirect } from 'react-router';
import { attempt, ifMatch, read, refused, typedValues } from '~/api/answers.server';
import type { ApiProblem } from '~/api/problem';
import { t } from '~/messages';
import { fileProblem } from '~/session/file-problem.server';
import { redirectWithFlash } from '~/session/flash.server';
import { text } from '~/session/read-form.server';
import { requireAccess } from '~/session/require-access.server';
import { MOST_MEGABYTES } from '~/ui/form/file-size';
import { pageOf, pageQuery } from '~/ui/table/page-query';
import { loadPlaces } from '../places.server';
import { mappingFromForm, skipsBadRows, typedSeveral } from './import-form.server';
import type { ImportLists } from './import-lists';
import { OUTCOMES, type Outcome } from './import-types';

/** The two kinds of list have the same routes in two places; their types are the same. */
function at<Rest extends string>(of: ImportLists, rest: Rest): `/api/v1/asset-imports${Rest}` {
  return `${of.api}${rest}` as `/api/v1/asset-imports${Rest}`;
}

export async function loadImports(of: ImportLists, request: Request) {
  const { api } = await requireAccess(request, of.permission);
  return { imports: (await read(api.GET(at(of, '')))).items };
}

/** Reads the file that somebody chose, and goes on to what it would do. */
export async function beginImport(of: ImportLists, request: Request) {
  const { api, form } = await requireAccess(request, of.permission);
  const problem = fileProblem(form, MOST_MEGABYTES.assetList);
  if (problem) return refused(problem, form);
  const body = new FormData();
  const file = form.get('file');
  if (file instanceof File && file.name !== '') body.set('file', file);
  const added = await attempt(api.POST(at(of, ''), { body: body as never, bodySerializer: () => body }));
  if (!added.ok) return refused(added.problem, form);
  return redirect(`${of.page}/${added.data.id}`);
}

/** A list, its rows in view, and the job that is at work on it. */
export async function loadImport(of: ImportLists, request: Request, id: string) {
  const { api } = await requireAccess(request, of.permission);
  const path = { id };
  const outcome = outcomeOf(request);
  const query = { outcome: outcome ?? undefined, cursor: pageQuery(request).cursor, limit: 50 };
  const [list, rows] = await Promise.all([
    read(api.GET(at(of, '/{id}'), { params: { path } })),
    read(api.GET(at(of, '/{id}/rows'), { params: { path, query } })),
  ]);
  const jobId = list.undoJobId ?? list.jobId;
  const [job, undo, places] = await Promise.all([
    jobId ? read(api.GET('/api/v1/jobs/{id}', { params: { path: { id: jobId } } })) : null,
    list.allowedActions.includes('undo') ? read(api.GET(at(of, '/{id}/undo'), { params: { path } })) : null,
    of.hasPlaces && list.status === 'previewed' ? loadPlaces(api) : null,
  ]);
  return { list, rows: rows.items, page: pageOf(rows, request), outcome, job, undo, places };
}

/** What a person does with a list: maps it, chooses a sheet, takes it over, discards or undoes it. */
export async function actOnImport(of: ImportLists, request: Request, id: string) {
  const { api, form } = await requireAccess(request, of.permission);
  const path = { id };
  const headers = ifMatch(form.get('version'));
  const here = `${of.page}/${id}`;
  const refuse = (intent: string, problem: ApiProblem) => {
    const values = { ...typedValues(form), ...typedSeveral(of, form) };
    return data({ intent, problem, values }, { status: problem.status });
  };
  if (form.get('intent') === 'discard') {
    const gone = await attempt(api.DELETE(at(of, '/{id}'), { params: { path }, headers }));
    if (!gone.ok) return refuse('discard', gone.problem);
    return redirectWithFlash(of.page, t('assetImport.discarded'));
  }
  if (form.get('intent') === 'undo') {
    const undone = await attempt(api.POST(at(of, '/{id}/undo'), { params: { path }, headers }));
    if (!undone.ok) return refuse('undo', undone.problem);
    return redirect(here);
  }
  if (form.get('intent') === 'sheet') {
    const body = { sheet: text(form, 'sheet') };
    const chosen = await attempt(api.PUT(at(of, '/{id}/sheet'), { params: { path }, headers, body }));
    if (!chosen.ok) return refuse('sheet', chosen.problem);
    return redirectWithFlash(here, t('assetImport.sheetRead'));
  }
  if (form.get('intent') === 'map') {
    const list = await read(api.GET(at(of, '/{id}'), { params: { path } }));
    const body = mappingFromForm(of, form, list);
    const mapped = await attempt(api.PUT(at(of, '/{id}/mapping'), { params: { path }, headers, body }));
    if (!mapped.ok) return refuse('map', mapped.problem);
    return redirectWithFlash(here, t('assetImport.columnsSaved'));
  }
  const body = { skipBadRows: skipsBadRows(form) };
  const begun = await attempt(api.POST(at(of, '/{id}/commit'), { params: { path }, headers, body }));
  if (!begun.ok) return refuse('commit', begun.problem);
  return redirect(here);
}

function outcomeOf(request: Request): Outcome | null {
  const asked = new URL(request.url).searchParams.get('outcome');
  return OUTCOMES.find((outcome) => outcome === asked) ?? null;
}
