import type { Request } from 'express';
import { DomainError } from '../kernel/domain-error.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

export function isSafe(method: string): boolean {
  return SAFE_METHODS.has(method);
}

/** A change may come from our own pages, or from a program that is no browser; never from another site's page. */
export function refuseCrossSite(request: Request, publicUrl: string): void {
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  const foreignOrigin =
    origin !== undefined && origin !== new URL(publicUrl).origin && !sameHost(origin, request);
  if (foreignSite || foreignOrigin) {
    throw new DomainError(
      'access.cross-site',
      'forbidden',
      'This request came from another site. Nothing was changed.',
    );
  }
}

/** One installation may be reached by several names (localhost and 127.0.0.1): the page's own host is ours. */
function sameHost(origin: string, request: Request): boolean {
  const host = request.headers['x-forwarded-host'] ?? request.headers.host;
  return URL.canParse(origin) && new URL(origin).host === host;
}
