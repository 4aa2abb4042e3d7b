import { attempt, read, refused } from '~/api/answers.server';
import { RecentImports } from '~/features/inventory/import/recent-imports';
import styles from '~/features/inventory/import/import.module.css';
import { t } from '~/messages';
import { redirect } from 'react-router';
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
import type { Route } from './+types/_app.inventory.import._index';

export const meta: Route.MetaFunction = () => pageTitle(t('assetImport.title'), t('inventory.title'));

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'asset:write');
  return { imports: (await read(api.GET('/api/v1/asset-imports'))).items };
}

export async function action({ request }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'asset:write');
  const problem = fileProblem(form, MOST_MEGABYTES.assetList);
  if (problem) return refused(problem, form);
  const body = new FormData();
  const file = form.get('file');
  if (file instanceof File && file.name !== '') body.set('file', file);
  const added = await attempt(
    api.POST('/api/v1/asset-imports', { body: body as never, bodySerializer: () => body }),
  );
  if (!added.ok) return refused(added.problem, form);
  return redirect(`/inventory/import/${added.data.id}`);
}

export default function ImportAssets({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title={t('assetImport.title')}
        lead={t('assetImport.lead')}
        trail={[{ to: '/inventory', label: t('inventory.title') }]}
      />
      <Stack>
        <Section>
          <AppForm refused={actionData} encType="multipart/form-data" label={t('assetImport.title')}>
            <FileField
              name="file"
              most={MOST_MEGABYTES.assetList}
              label={t('assetImport.file')}
              hint={t('assetImport.fileHint')}
              accept=".xlsx,.csv,.tsv,.txt,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv,text/tab-separated-values,text/plain"
            />
            <FormActions>
              <SubmitButton busyLabel={t('assetImport.uploading')}>{t('assetImport.upload')}</SubmitButton>
            </FormActions>
          </AppForm>
        </Section>
        <Section
          title={t('assetImport.how')}
          actions={
            <a href="/api/v1/asset-imports/template.csv" download>
              {t('assetImport.template')}
            </a>
          }
        >
          <ol className={styles.steps}>
            <li>{t('assetImport.how1')}</li>
            <li>{t('assetImport.how2')}</li>
            <li>{t('assetImport.how3')}</li>
            <li>{t('assetImport.how4')}</li>
            <li>{t('assetImport.templateHint')}</li>
          </ol>
        </Section>
        <RecentImports imports={loaderData.imports} />
      </Stack>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
