import { BeginImport } from '~/features/inventory/import/begin-import';
import { ASSET_LISTS } from '~/features/inventory/import/import-lists';
import { beginImport, loadImports } from '~/features/inventory/import/import-page.server';
import { t } from '~/messages';
import { PageError } from '~/ui/feedback/error-page';
import { pageTitle } from '~/ui/text/page-title';
import type { Route } from './+types/_app.inventory.import._index';

export const meta: Route.MetaFunction = () => pageTitle(ASSET_LISTS.title(), t('inventory.title'));

export function loader({ request }: Route.LoaderArgs) {
  return loadImports(ASSET_LISTS, request);
}

export function action({ request }: Route.ActionArgs) {
  return beginImport(ASSET_LISTS, request);
}

export default function ImportList({ loaderData, actionData }: Route.ComponentProps) {
  return <BeginImport of={ASSET_LISTS} imports={loaderData.imports} refused={actionData} />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
