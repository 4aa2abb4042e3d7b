import { useRouteLoaderData } from 'react-router';
import type { Reply } from '~/api/reply';

export type Session = Reply<'/api/v1/session', 'get'>;
export type Permission = Session['permissions'][number];

export const SIGNED_IN_ROUTE = 'routes/_app';

/** The person's session as the signed-in layout loaded it. */
export function useSession(): Session {
  const session = useOptionalSession();
  if (!session) throw new Error('useSession() belongs on pages below the signed-in layout.');
  return session;
}

export function useOptionalSession(): Session | undefined {
  return useRouteLoaderData<{ session: Session }>(SIGNED_IN_ROUTE)?.session;
}

/** Hides what a person may not do; the backend refuses it in any case. */
export function useCan(permission: Permission): boolean {
  return useOptionalSession()?.permissions.includes(permission) ?? false;
}
