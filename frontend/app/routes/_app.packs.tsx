import { attempt, read, refused } from '~/api/answers.server';
import { ImportPreview } from '~/features/assessments/import-preview';
import { PackTable } from '~/features/assessments/pack-table';
import { PackUpload } from '~/features/assessments/pack-upload';
import { t } from '~/messages';
import { fileProblem } from '~/session/file-problem.server';
import { redirectWithFlash } from '~/session/flash.server';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { ErrorPanel } from '~/ui/feedback/error-panel';
import { PageError } from '~/ui/feedback/error-page';
import { ProgressJob } from '~/ui/feedback/progress-job';
import { MOST_MEGABYTES } from '~/ui/form/file-size';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.packs';

export const meta: Route.MetaFunction = () => pageTitle(t('assessments.packs'));

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request);
  const jobId = new URL(request.url).searchParams.get('job');
  const [packs, job] = await Promise.all([
    read(api.GET('/api/v1/packs')),
    jobId ? read(api.GET('/api/v1/jobs/{id}', { params: { path: { id: jobId } } })) : null,
  ]);
  return { packs: packs.items, job };
}

export async function action({ request }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'pack:import');
  const problem = fileProblem(form, MOST_MEGABYTES.pack);
  if (problem) return refused(problem, form);
  const file = form.get('file');
  const body = new FormData();
  if (file instanceof File && file.size > 0) body.set('file', file, file.name);
  const confirm = form.get('intent') === 'install' ? 'true' : 'false';
  const looked = await attempt(
    api.POST('/api/v1/packs/import', {
      params: { query: { confirm } },
      body: body as never,
      bodySerializer: () => body,
    }),
  );
  if (!looked.ok) return refused(looked.problem, form);
  if (looked.data.jobId)
    return redirectWithFlash(`/packs?job=${looked.data.jobId}`, t('assessments.installing'));
  return { preview: looked.data };
}

export default function Packs({ loaderData, actionData }: Route.ComponentProps) {
  const mayImport = useCan('pack:import');
  const refusal = actionData && 'problem' in actionData ? actionData : null;
  const preview = actionData && 'preview' in actionData ? actionData.preview : null;
  return (
    <>
      <PageHeader
        title={t('assessments.packs')}
        lead={t('assessments.packsLead')}
        nextStep={{
          title: t('nextSteps.packsUseTitle'),
          text: t('nextSteps.packsUseText'),
          citation: '45 CFR 164.308(a)(1)(ii)(A)',
          href: '/assessments',
        }}
      />
      <Stack>
        {loaderData.job && (
          <Section>
            <ProgressJob
              job={loaderData.job}
              label={t('assessments.installing')}
              done={() => <p>{t('assessments.installDone')}</p>}
              failed={() => <p>{t('assessments.installFailed')}</p>}
            />
          </Section>
        )}
        <Section flush>
          <PackTable packs={loaderData.packs} />
        </Section>
        {mayImport && (
          <Section id="import" title={t('assessments.importPack')} lead={t('assessments.importLead')}>
            {refusal && <ErrorPanel problem={refusal.problem} />}
            <PackUpload mayInstall={preview?.state === 'new' && preview.problems.length === 0} />
            {preview && <ImportPreview preview={preview} />}
          </Section>
        )}
      </Stack>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
