import { data, redirect } from 'react-router';
import { attempt, ifMatch, read, refused } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import type { ApiProblem } from '~/api/problem';
import { assetChoices } from '~/features/inventory/named-records.server';
import { ScanCommit, ScanDone } from '~/features/vulnerabilities/scan/scan-commit';
import { ScanCounts } from '~/features/vulnerabilities/scan/scan-counts';
import {
  atFields,
  commitFromForm,
  givenFromForm,
  readingFromForm,
  type GivenAsset,
} from '~/features/vulnerabilities/scan/scan-form.server';
import { ScanHosts } from '~/features/vulnerabilities/scan/scan-hosts';
import { scanNextStep } from '~/features/vulnerabilities/scan/scan-next-step';
import { ScanReading } from '~/features/vulnerabilities/scan/scan-reading';
import { ScanRuns } from '~/features/vulnerabilities/scan/scan-runs';
import { ScanRows } from '~/features/vulnerabilities/scan/scan-rows';
import { SCAN_OUTCOMES, type Scan, type ScanOutcome } from '~/features/vulnerabilities/scan/scan-types';
import { ScanUndone, UndoScan, UndoScanProgress } from '~/features/vulnerabilities/scan/undo-scan';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { text } from '~/session/read-form.server';
import { requireAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import { pageOf, pageQuery } from '~/ui/table/page-query';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.inventory.scans.$scanId';

export const meta: Route.MetaFunction = ({ loaderData }) =>
  pageTitle(loaderData?.scan.fileName, t('scans.short'));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'vulnerability:write');
  const path = { id: params.scanId };
  const outcome = outcomeOf(request);
  const search = new URL(request.url).searchParams;
  const pieceAt = (name: string) => ({ path, query: { limit: 50, cursor: search.get(name) ?? undefined } });
  const query = { outcome: outcome ?? undefined, cursor: pageQuery(request).cursor, limit: 50 };
  const scan = await read(api.GET('/api/v1/scans/{id}', { params: { path } }));
  if (scan.status !== 'previewed') return { scan, preview: null, ...(await undoOf(api, scan)) };
  const [rows, hosts, runs, assets] = await Promise.all([
    read(api.GET('/api/v1/scans/{id}/rows', { params: { path, query } })),
    read(api.GET('/api/v1/scans/{id}/hosts', { params: pieceAt('hosts') })),
    read(api.GET('/api/v1/scans/{id}/runs', { params: pieceAt('runs') })),
    assetChoices(api),
  ]);
  const preview = {
    rows: rows.items,
    page: pageOf(rows, request),
    outcome,
    hosts: hosts.items,
    nextHosts: nextPiece('hosts', hosts.nextCursor),
    runs: runs.items,
    nextRuns: nextPiece('runs', runs.nextCursor),
    assets,
  };
  return { scan, preview, job: null, undo: null };
}

const nextPiece = (name: 'hosts' | 'runs', cursor: string | null) =>
  cursor === null ? null : `?${name}=${cursor}#${name}`;

/** The job that is at work on an undo, and what one would do now. */
async function undoOf(api: Api, { id, undoJobId, allowedActions }: Scan) {
  const [job, undo] = await Promise.all([
    undoJobId ? read(api.GET('/api/v1/jobs/{id}', { params: { path: { id: undoJobId } } })) : null,
    allowedActions.includes('undo')
      ? read(api.GET('/api/v1/scans/{id}/undo', { params: { path: { id } } }))
      : null,
  ]);
  return { job, undo };
}

export async function action({ request, params }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'vulnerability:write');
  const call = { params: { path: { id: params.scanId } }, headers: ifMatch(form.get('version')) };
  const here = `/inventory/scans/${params.scanId}`;
  const intent = text(form, 'intent');
  const refuse = (problem: ApiProblem) =>
    data({ intent, ...refused(problem, form).data }, { status: problem.status });
  if (intent === 'discard') {
    const gone = await attempt(api.DELETE('/api/v1/scans/{id}', call));
    return gone.ok ? redirectWithFlash('/inventory/scans', t('scans.discarded')) : refuse(gone.problem);
  }
  if (intent === 'read') {
    const scan = await read(api.GET('/api/v1/scans/{id}', call));
    const body = readingFromForm(form, scan);
    const changed = await attempt(api.PUT('/api/v1/scans/{id}/reading', { ...call, body }));
    return changed.ok ? redirectWithFlash(here, t('scans.readAnewDone')) : refuse(changed.problem);
  }
  if (intent === 'undo') {
    const begun = await attempt(api.POST('/api/v1/scans/{id}/undo', call));
    return begun.ok ? redirect(here) : refuse(begun.problem);
  }
  if (intent === 'hosts' || intent === 'runs') {
    const told = await givenFromForm(api, form, intent);
    if (!told.ok) return refuse(told.problem);
    const saved = await giveAssets(api, call, intent, told.given);
    return saved.ok
      ? redirectWithFlash(here, t('scans.hostsSaved'))
      : refuse(atFields(saved.problem, told.given));
  }
  const done = await attempt(api.POST('/api/v1/scans/{id}/commit', { ...call, body: commitFromForm(form) }));
  return done.ok ? redirectWithFlash(here, t('scans.doneTitle')) : refuse(done.problem);
}

type Call = { params: { path: { id: string } }; headers: ReturnType<typeof ifMatch> };

function giveAssets(api: Api, call: Call, list: 'hosts' | 'runs', given: readonly GivenAsset[]) {
  if (list === 'runs') {
    const runs = given.map(({ key, assetId }) => ({ run: Number(key), assetId }));
    return attempt(api.PUT('/api/v1/scans/{id}/runs', { ...call, body: { runs } }));
  }
  const hosts = given.map(({ key, assetId }) => ({ host: key, assetId }));
  return attempt(api.PUT('/api/v1/scans/{id}/hosts', { ...call, body: { hosts } }));
}

export default function ScanPage({ loaderData, actionData }: Route.ComponentProps) {
  const { scan, preview, job, undo } = loaderData;
  const refusedBy = (intent: string) => (actionData && actionData.intent === intent ? actionData : null);
  return (
    <>
      <PageHeader
        title={scan.fileName}
        trail={[{ to: '/inventory/scans', label: t('scans.title') }]}
        lead={scan.status === 'previewed' && leadOf(scan)}
        nextStep={scanNextStep(scan)}
      />
      <Stack>
        <ScanDone scan={scan} />
        {scan.status === 'undoing' && job && <UndoScanProgress scan={scan} job={job} />}
        {scan.status === 'undone' && <ScanUndone scan={scan} />}
        {undo && <UndoScan scan={scan} plan={undo} failed={job?.status === 'failed'} />}
        {preview && (
          <>
            <ScanCounts scan={scan} />
            <ScanReading key={`read-${scan.version}`} scan={scan} refused={refusedBy('read')} />
            <ScanRuns
              key={`runs-${scan.version}`}
              scan={scan}
              runs={preview.runs}
              next={preview.nextRuns}
              assets={preview.assets}
              refused={refusedBy('runs')}
            />
            <ScanHosts
              key={`hosts-${scan.version}`}
              scan={scan}
              hosts={preview.hosts}
              next={preview.nextHosts}
              assets={preview.assets}
              refused={refusedBy('hosts')}
            />
            <ScanRows scan={scan} rows={preview.rows} page={preview.page} outcome={preview.outcome} />
            <ScanCommit scan={scan} refused={refusedBy('commit')} />
          </>
        )}
      </Stack>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}

function leadOf({ rowCount, tools }: Scan): string {
  const results = t('scans.results', { count: rowCount });
  return t('scans.leadOf', { results, tools: tools.join(', ') || t('scans.unknownTool') });
}

function outcomeOf(request: Request): ScanOutcome | null {
  const asked = new URL(request.url).searchParams.get('outcome');
  return SCAN_OUTCOMES.find((outcome) => outcome === asked) ?? null;
}
