import { redirect } from 'react-router';
import { attempt, read, refused } from '~/api/answers.server';
import styles from '~/features/inventory/import/import.module.css';
import { RecentScans } from '~/features/vulnerabilities/scan/recent-scans';
import { SeverityScale } from '~/features/vulnerabilities/severity-scale';
import { t } from '~/messages';
import { fileProblem } from '~/session/file-problem.server';
import { requireAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import { AppForm } from '~/ui/form/app-form';
import { FileField } from '~/ui/form/file-field';
import { MOST_MEGABYTES } from '~/ui/form/file-size';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.inventory.scans._index';

export const meta: Route.MetaFunction = () => pageTitle(t('scans.title'), t('inventory.title'));

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'vulnerability:write');
  return { scans: (await read(api.GET('/api/v1/scans'))).items };
}

export async function action({ request }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'vulnerability:write');
  const problem = fileProblem(form, MOST_MEGABYTES.scan);
  if (problem) return refused(problem, form);
  const body = new FormData();
  const file = form.get('file');
  if (file instanceof File && file.name !== '') body.set('file', file);
  const added = await attempt(api.POST('/api/v1/scans', { body: body as never, bodySerializer: () => body }));
  if (!added.ok) return refused(added.problem, form);
  return redirect(`/inventory/scans/${added.data.id}`);
}

export default function BringScan({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title={t('scans.title')}
        lead={t('scans.lead')}
        trail={[{ to: '/inventory/vulnerabilities', label: t('vulnerabilities.title') }]}
      />
      <Stack>
        <Section>
          <AppForm refused={actionData} encType="multipart/form-data" label={t('scans.title')}>
            <FileField
              name="file"
              most={MOST_MEGABYTES.scan}
              label={t('scans.file')}
              hint={t('scans.fileHint')}
              accept=".sarif,.json,.csv,.tsv,.txt,application/sarif+json,application/json,text/csv,text/tab-separated-values,text/plain"
            />
            <FormActions>
              <SubmitButton busyLabel={t('scans.uploading')}>{t('scans.upload')}</SubmitButton>
            </FormActions>
          </AppForm>
        </Section>
        <Section title={t('scans.how')}>
          <ol className={styles.steps}>
            <li>{t('scans.how1')}</li>
            <li>{t('scans.how2')}</li>
            <li>{t('scans.how3')}</li>
            <li>{t('scans.how4')}</li>
          </ol>
        </Section>
        <RecentScans scans={loaderData.scans} />
        <SeverityScale />
      </Stack>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
