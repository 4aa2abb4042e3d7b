import { redirect } from 'react-router';
import { attempt } from '~/api/answers.server';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { text } from '~/session/read-form.server';
import { requireAccess } from '~/session/require-access.server';
import type { Route } from './+types/session.organization';

export async function action({ request }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request);
  const body = { organizationId: text(form, 'organizationId') };
  const switched = await attempt(api.POST('/api/v1/session/organization', { body }));
  if (!switched.ok) return redirect('/');
  return redirectWithFlash('/', t('session.switched', { organization: switched.data.organization.name }));
}

export function loader() {
  return redirect('/');
}
