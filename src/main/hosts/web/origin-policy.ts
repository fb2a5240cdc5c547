/** What the browser host needs of a request to judge it. */
export interface RequestFacts {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly contentType: string | undefined;
}

/** Why a request is refused, or null where it is let through. `port` is the port the server listens on. */
export function whyRefused(
  request: RequestFacts,
  port: number,
  kind: 'page' | 'call' | 'upload' | 'socket',
): string | null {
  const own = `127.0.0.1:${port}`;
  if (request.host !== own) return 'foreign host';
  if (kind === 'page') {
    return request.method === 'GET' || request.method === 'HEAD' ? null : 'method';
  }
  if (request.origin !== `http://${own}`) return 'foreign origin';
  if (kind === 'socket') return request.method === 'GET' ? null : 'method';
  if (request.method !== 'POST') return 'method';
  const wanted = kind === 'call' ? 'application/json' : 'application/octet-stream';
  return request.contentType === wanted ? null : 'content type';
}

/** Headers of every answer: no caching, no framing, no other origin, no script or style but our own. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
};
