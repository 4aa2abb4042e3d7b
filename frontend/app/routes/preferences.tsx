import { data, redirect } from 'react-router';
import { parsePreferences } from '~/preferences/preferences';
import { readPreferences, writePreferences } from '~/preferences/preferences-cookie.server';
import { readForm } from '~/session/read-form.server';
import { ownPath } from '~/session/safe-redirect';
import type { Route } from './+types/preferences';

/** Looks only: nothing here needs a session. Scripts stay where they are, a plain form goes back to its page. */
export async function action({ request }: Route.ActionArgs) {
  const form = await readForm(request);
  const changed = parsePreferences({ ...(await readPreferences(request)), ...Object.fromEntries(form) });
  const headers = { 'set-cookie': await writePreferences(changed) };
  const next = form.get('next');
  return typeof next === 'string' ? redirect(ownPath(next), { headers }) : data(null, { headers });
}

export function loader() {
  return redirect('/');
}
