import { data } from 'react-router';
import { attempt, ifMatch, read, refused } from '~/api/answers.server';
import type { ApiProblem } from '~/api/problem';
import { loadAssetChoices } from '~/features/inventory/asset-choices.server';
import { ScanCommit, ScanDone } from '~/features/vulnerabilities/scan/scan-commit';
import { ScanCounts } from '~/features/vulnerabilities/scan/scan-counts';
import {
  commitFromForm,
  hostsFromForm,
  readingFromForm,
} from '~/features/vulnerabilities/scan/scan-form.server';
import { ScanHosts } from '~/features/vulnerabilities/scan/scan-hosts';
import { scanNextStep } from '~/features/vulnerabilities/scan/scan-next-step';
import { ScanReading } from '~/features/vulnerabilities/scan/scan-reading';
import { ScanRows } from '~/features/vulnerabilities/scan/scan-rows';
import { SCAN_OUTCOMES, type Scan, type ScanOutcome } from '~/features/vulnerabilities/scan/scan-types';
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
  const hostCursor = new URL(request.url).searchParams.get('hosts') ?? undefined;
  const query = { outcome: outcome ?? undefined, cursor: pageQuery(request).cursor, limit: 50 };
  const scan = await read(api.GET('/api/v1/scans/{id}', { params: { path } }));
  if (scan.status !== 'previewed') return { scan, preview: null };
  const [rows, hosts, assets] = await Promise.all([
    read(api.GET('/api/v1/scans/{id}/rows', { params: { path, query } })),
    read(api.GET('/api/v1/scans/{id}/hosts', { params: { path, query: { limit: 50, cursor: hostCursor } } })),
    loadAssetChoices(api),
  ]);
  const preview = {
    rows: rows.items,
    page: pageOf(rows, request),
    outcome,
    hosts: hosts.items,
    nextHosts: hosts.nextCursor,
    assets,
  };
  return { scan, preview };
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
  if (intent === 'hosts') {
    const given = await attempt(api.PUT('/api/v1/scans/{id}/hosts', { ...call, body: hostsFromForm(form) }));
    return given.ok ? redirectWithFlash(here, t('scans.hostsSaved')) : refuse(given.problem);
  }
  const done = await attempt(api.POST('/api/v1/scans/{id}/commit', { ...call, body: commitFromForm(form) }));
  return done.ok ? redirectWithFlash(here, t('scans.doneTitle')) : refuse(done.problem);
}

export default function ScanPage({ loaderData, actionData }: Route.ComponentProps) {
  const { scan, preview } = loaderData;
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
        {preview && (
          <>
            <ScanCounts scan={scan} />
            <ScanReading key={`read-${scan.version}`} scan={scan} refused={refusedBy('read')} />
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
