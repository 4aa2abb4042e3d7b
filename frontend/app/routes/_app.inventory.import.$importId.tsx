import { data, redirect } from 'react-router';
import { attempt, ifMatch, read, refused } from '~/api/answers.server';
import type { ApiProblem } from '~/api/problem';
import { ColumnMapping } from '~/features/inventory/import/column-mapping';
import { CommitForm } from '~/features/inventory/import/commit-form';
import { ImportCounts } from '~/features/inventory/import/import-counts';
import { mappingFromForm, skipsBadRows } from '~/features/inventory/import/import-form.server';
import { importNextStep } from '~/features/inventory/import/import-next-step';
import { ImportDone, ImportFailed, ImportProgress } from '~/features/inventory/import/import-outcome';
import { OUTCOMES, type ImportView, type Outcome } from '~/features/inventory/import/import-types';
import { PreviewTable } from '~/features/inventory/import/preview-table';
import { SheetChoice } from '~/features/inventory/import/sheet-choice';
import { Undone, UndoImport, UndoProgress } from '~/features/inventory/import/undo-import';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { text } from '~/session/read-form.server';
import { requireAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import { pageOf, pageQuery } from '~/ui/table/page-query';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.inventory.import.$importId';

export const meta: Route.MetaFunction = ({ loaderData }) =>
  pageTitle(loaderData?.list.fileName, t('assetImport.short'));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'asset:write');
  const path = { id: params.importId };
  const outcome = outcomeOf(request);
  const query = { outcome: outcome ?? undefined, cursor: pageQuery(request).cursor, limit: 50 };
  const [list, rows] = await Promise.all([
    read(api.GET('/api/v1/asset-imports/{id}', { params: { path } })),
    read(api.GET('/api/v1/asset-imports/{id}/rows', { params: { path, query } })),
  ]);
  const jobId = list.undoJobId ?? list.jobId;
  const [job, undo] = await Promise.all([
    jobId ? read(api.GET('/api/v1/jobs/{id}', { params: { path: { id: jobId } } })) : null,
    list.allowedActions.includes('undo')
      ? read(api.GET('/api/v1/asset-imports/{id}/undo', { params: { path } }))
      : null,
  ]);
  return { list, rows: rows.items, page: pageOf(rows, request), outcome, job, undo };
}

export async function action({ request, params }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'asset:write');
  const path = { id: params.importId };
  const headers = ifMatch(form.get('version'));
  const here = `/inventory/import/${params.importId}`;
  const refuse = (intent: string, problem: ApiProblem) =>
    data({ intent, ...refused(problem, form).data }, { status: problem.status });
  if (form.get('intent') === 'discard') {
    const gone = await attempt(api.DELETE('/api/v1/asset-imports/{id}', { params: { path }, headers }));
    if (!gone.ok) return refuse('discard', gone.problem);
    return redirectWithFlash('/inventory/import', t('assetImport.discarded'));
  }
  if (form.get('intent') === 'undo') {
    const undone = await attempt(api.POST('/api/v1/asset-imports/{id}/undo', { params: { path }, headers }));
    if (!undone.ok) return refuse('undo', undone.problem);
    return redirect(here);
  }
  if (form.get('intent') === 'sheet') {
    const body = { sheet: text(form, 'sheet') };
    const chosen = await attempt(
      api.PUT('/api/v1/asset-imports/{id}/sheet', { params: { path }, headers, body }),
    );
    if (!chosen.ok) return refuse('sheet', chosen.problem);
    return redirectWithFlash(here, t('assetImport.sheetRead'));
  }
  if (form.get('intent') === 'map') {
    const list = await read(api.GET('/api/v1/asset-imports/{id}', { params: { path } }));
    const body = mappingFromForm(form, list);
    const mapped = await attempt(
      api.PUT('/api/v1/asset-imports/{id}/mapping', { params: { path }, headers, body }),
    );
    if (!mapped.ok) return refuse('map', mapped.problem);
    return redirectWithFlash(here, t('assetImport.columnsSaved'));
  }
  const body = { skipBadRows: skipsBadRows(form) };
  const begun = await attempt(
    api.POST('/api/v1/asset-imports/{id}/commit', { params: { path }, headers, body }),
  );
  if (!begun.ok) return refuse('commit', begun.problem);
  return redirect(here);
}

export default function ImportPage({ loaderData, actionData }: Route.ComponentProps) {
  const { list, rows, page, outcome, job, undo } = loaderData;
  const refusedBy = (intent: string) => (actionData && actionData.intent === intent ? actionData : null);
  return (
    <>
      <PageHeader
        title={list.fileName}
        trail={[{ to: '/inventory/import', label: t('assetImport.title') }]}
        lead={list.status === 'previewed' && listLead(list)}
        nextStep={importNextStep(list)}
      />
      <Stack>
        {list.status === 'committing' && job && <ImportProgress list={list} job={job} />}
        {list.status === 'committed' && <ImportDone list={list} />}
        {list.status === 'undoing' && job && <UndoProgress list={list} job={job} />}
        {list.status === 'undone' && <Undone list={list} />}
        {undo && <UndoImport list={list} plan={undo} failed={job?.status === 'failed'} />}
        {list.status === 'previewed' && (
          <>
            {job?.status === 'failed' && <ImportFailed code={job.errorCode} />}
            <ImportCounts list={list} />
            <SheetChoice key={`sheet-${list.version}`} list={list} refused={refusedBy('sheet')} />
            <ColumnMapping key={list.version} list={list} refused={refusedBy('map')} />
            <PreviewTable list={list} rows={rows} page={page} outcome={outcome} />
            <CommitForm list={list} refused={refusedBy('commit')} />
          </>
        )}
      </Stack>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}

function listLead({ rowCount, delimiter, workbook }: ImportView): string {
  const rows = t('assetImport.rows', { count: rowCount });
  if (delimiter)
    return t('assetImport.listLead', { rows, delimiter: t(`assetImport.delimiter_${delimiter}`) });
  return t('assetImport.sheetLead', { rows, sheet: workbook?.sheet ?? '' });
}

function outcomeOf(request: Request): Outcome | null {
  const asked = new URL(request.url).searchParams.get('outcome');
  return OUTCOMES.find((outcome) => outcome === asked) ?? null;
}
