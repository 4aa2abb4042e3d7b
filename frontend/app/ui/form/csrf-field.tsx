import { useOptionalSession } from '~/session/session';

/** Each form that changes something carries the session's token; the action passes it on to the backend. */
export function CsrfField() {
  const session = useOptionalSession();
  return session ? <input type="hidden" name="csrf" value={session.csrfToken} /> : null;
}
