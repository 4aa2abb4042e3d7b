import { useFormAction, useMatches } from 'react-router';

/**
 * Where a form of this page posts to. React Router adds `?index` on the start page of a folder, and it stays in the
 * address bar after a refusal; it is needed only where a frame answers at the same address.
 */
export function useOwnAddress(): string | undefined {
  const address = useFormAction();
  const [frame, page] = useMatches().slice(-2);
  const { pathname, searchParams } = new URL(address, 'http://here');
  if (!page || searchParams.get('index') !== '' || bare(frame?.pathname) === bare(page.pathname)) {
    return undefined;
  }
  searchParams.delete('index');
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname;
}

function bare(pathname = ''): string {
  return pathname.replace(/\/$/, '');
}
