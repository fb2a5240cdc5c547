/** What the browser host needs of a request to judge it. */
interface RequestFacts {
  readonly method: string;
  /** The target on the request's first line, as it was sent. */
  readonly target: string;
  /** Names and values in turn, as they were sent: in node's own table the second of two headers is gone. */
  readonly rawHeaders: readonly string[];
}

/** Headers that decide something: of two, one reader takes the first and another the second. */
const once = ['host', 'origin', 'content-type', 'content-length', 'transfer-encoding', 'authorization'];

/** The path of this host; a target with a host in it ("http://…", "//…", and "/\\…" in a browser) could name another. */
const ownTarget = /^\/(?![/\\])/u;

/** Why a request is refused, or null where it is let through. `port` is the port the server listens on. */
export function whyRefused(
  { method, target, rawHeaders }: RequestFacts,
  port: number,
  kind: 'page' | 'call' | 'upload' | 'socket',
): string | null {
  const own = `127.0.0.1:${port}`;
  const sent = (name: string): readonly string[] =>
    rawHeaders.filter((_value, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === name);
  const doubled = once.find((name) => sent(name).length > 1);
  if (doubled !== undefined) return `two headers ${doubled}`;
  if (!ownTarget.test(target)) return 'foreign target';
  if (sent('host')[0] !== own) return 'foreign host';
  if (kind === 'page') {
    if (method !== 'GET' && method !== 'HEAD') return 'method';
    return sent('transfer-encoding').length > 0 || (sent('content-length')[0] ?? '0') !== '0' ? 'body' : null;
  }
  if (sent('origin')[0] !== `http://${own}`) return 'foreign origin';
  if (kind === 'socket') return method === 'GET' ? null : 'method';
  if (method !== 'POST') return 'method';
  const wanted = kind === 'call' ? 'application/json' : 'application/octet-stream';
  return sent('content-type')[0] === wanted ? null : 'content type';
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
