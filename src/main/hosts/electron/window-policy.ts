import { z } from 'zod';

/** The one origin of the application's own pages. */
export const appOrigin = 'app://plumbline';

/** Whether an address is a page of the application; anything that is not parsed as exactly that is not. */
export function isOwnPage(address: string): boolean {
  try {
    const url = new URL(address);
    return (
      url.protocol === 'app:' &&
      url.host === 'plumbline' &&
      url.username === '' &&
      url.password === '' &&
      url.port === ''
    );
  } catch {
    return false;
  }
}

/** What of a frame is needed to judge who calls. */
interface FrameFacts {
  readonly url: string;
  /** Null for the main frame of a window. */
  readonly parent: unknown;
}

/** Whether a call comes from the main frame of a page of the application. */
export function isTrustedFrame(frame: FrameFacts | null): boolean {
  return frame !== null && frame.parent === null && isOwnPage(frame.url);
}

/** The file below the renderer's folder that an address names, or null: no other host, no way out of the folder. */
export function ownFile(address: string): string | null {
  if (!isOwnPage(address)) return null;
  let path: string;
  try {
    path = decodeURIComponent(new URL(address).pathname);
  } catch {
    return null;
  }
  const name = path === '/' ? '/index.html' : path;
  if (name.includes('\\') || name.includes('\0') || name.split('/').includes('..')) return null;
  return name.slice(1);
}

/** For pages under app://: own scripts, styles and fonts; no connection anywhere. */
export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What a page may ask of the system. Whatever is not here is refused. */
const permissions: Readonly<Record<string, { readonly allowed: boolean; readonly reason: string }>> = {
  'clipboard-sanitized-write': { allowed: true, reason: 'People copy text out of drafts.' },
  'clipboard-read': {
    allowed: false,
    reason: 'Pasting needs no permission; reading without it is never needed.',
  },
  fullscreen: { allowed: false, reason: 'The window manager does it.' },
  geolocation: { allowed: false, reason: 'Nothing here depends on a place.' },
  media: { allowed: false, reason: 'No camera and no microphone.' },
  notifications: { allowed: false, reason: 'A notification could show a grade on a locked screen.' },
  openExternal: { allowed: false, reason: 'No page opens anything outside the application.' },
};

/** Whether a page gets a permission: by default it does not. */
export function isPermitted(permission: string): boolean {
  return Object.hasOwn(permissions, permission) && permissions[permission]?.allowed === true;
}

const shape = z.object({ width: z.int().min(1100).max(10_000), height: z.int().min(700).max(10_000) });

/** Size a window opens with: what was kept, where it makes sense, else 1440 by 900. */
export function windowBounds(kept: unknown): { width: number; height: number } {
  return shape.safeParse(kept).data ?? { width: 1440, height: 900 };
}
