import { randomBytes } from 'node:crypto';

/**
 * The header by which the nonce reaches the renderer. It is set here on every request, so a value sent by a
 * browser never survives.
 */
export const NONCE_HEADER = 'x-part164-nonce';

export function contentSecurityPolicy(nonce, { development, https }) {
  const directives = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    // A stylesheet or style element needs the nonce; inline style attributes carry only positions and sizes.
    development ? "style-src-elem 'self' 'unsafe-inline'" : `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    development ? "connect-src 'self' ws: wss:" : "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  if (https) directives.push('upgrade-insecure-requests');
  return directives.join('; ');
}

/** Sets the headers of every answer, and the few headers by which the request travels on inside. */
export function securityHeaders({ development, publicUrl }) {
  const https = publicUrl.startsWith('https:');
  return (request, response, next) => {
    const nonce = randomBytes(16).toString('base64');
    request.headers[NONCE_HEADER] = nonce;
    // Who the caller is, as far as the trusted proxies say; whatever else the browser claimed is gone from here on.
    const { ip, host, protocol } = request;
    Object.assign(request.headers, {
      'x-forwarded-for': ip,
      'x-forwarded-host': host,
      'x-forwarded-proto': protocol,
    });
    response.setHeader('content-security-policy', contentSecurityPolicy(nonce, { development, https }));
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('x-frame-options', 'DENY');
    response.setHeader('referrer-policy', 'same-origin');
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('cross-origin-resource-policy', 'same-origin');
    response.setHeader('origin-agent-cluster', '?1');
    response.setHeader('x-dns-prefetch-control', 'off');
    response.setHeader('x-permitted-cross-domain-policies', 'none');
    response.setHeader(
      'permissions-policy',
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), interest-cohort=()',
    );
    // Signed-in pages are never kept by a browser or a proxy; built assets overwrite this with their own rule.
    response.setHeader('cache-control', 'no-store');
    if (https) response.setHeader('strict-transport-security', 'max-age=63072000; includeSubDomains');
    next();
  };
}
