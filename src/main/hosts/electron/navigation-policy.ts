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
