import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { protocol } from 'electron';
import { contentSecurityPolicy, ownFile } from './window-policy.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Must run before the application is ready: app:// behaves as a secure origin. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built renderer under app://plumbline and nothing else. */
export function serveRenderer(folder: string): void {
  protocol.handle('app', async (request) => {
    const name = ownFile(request.url);
    const type = name === null ? undefined : types[extname(name)];
    if (name === null || type === undefined) return new Response('Not found', { status: 404 });
    try {
      const bytes = await readFile(join(folder, name));
      return new Response(new Uint8Array(bytes), {
        headers: {
          'Content-Type': type,
          'Content-Security-Policy': contentSecurityPolicy,
          'X-Content-Type-Options': 'nosniff',
        },
      });
    } catch {
      return new Response('Not found', { status: 404 });
    }
  });
}
