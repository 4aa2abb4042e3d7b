import type { ReactNode } from 'react';
import { useFetcher, useLocation } from 'react-router';
import { useHydrated } from '~/ui/theme/use-hydrated';

/** Posts a preference and stays on the page, with scripts or without. */
export function PreferenceForm({ className, children }: { className?: string; children: ReactNode }) {
  const fetcher = useFetcher();
  const hydrated = useHydrated();
  const { pathname, search } = useLocation();
  return (
    <fetcher.Form method="post" action="/preferences" className={className}>
      {!hydrated && <input type="hidden" name="next" value={pathname + search} />}
      {children}
    </fetcher.Form>
  );
}
