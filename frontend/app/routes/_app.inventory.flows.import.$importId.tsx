import { FLOW_LISTS } from '~/features/inventory/import/import-lists';
import { ImportPage } from '~/features/inventory/import/import-page';
import { actOnImport, loadImport } from '~/features/inventory/import/import-page.server';
import { t } from '~/messages';
import { PageError } from '~/ui/feedback/error-page';
import { pageTitle } from '~/ui/text/page-title';
import type { Route } from './+types/_app.inventory.flows.import.$importId';

export const meta: Route.MetaFunction = ({ loaderData }) =>
  pageTitle(loaderData?.list.fileName, t('assetImport.short'));

export function loader({ request, params }: Route.LoaderArgs) {
  return loadImport(FLOW_LISTS, request, params.importId);
}

export function action({ request, params }: Route.ActionArgs) {
  return actOnImport(FLOW_LISTS, request, params.importId);
}

export default function ImportedList({ loaderData, actionData }: Route.ComponentProps) {
  return <ImportPage of={FLOW_LISTS} loaded={loaderData} refused={actionData} />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
