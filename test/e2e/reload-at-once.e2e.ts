import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openInBrowser } from './browser-window.ts';
import { ownFolder } from './open-application.ts';
import { mayFault } from './window-guard.ts';

const look = { size: { width: 1440, height: 900 }, theme: 'light' } as const;

/** What a slow machine keeps from a page that is loading; `keep` is called once it is kept. */
type Delay = (page: Page, keep: () => void) => Promise<unknown>;

const delays: readonly (readonly [moment: string, delay: Delay])[] = [
  [
    'the host has let it in and the window does not know it yet',
    (page, keep) => page.route('**/session', (route) => route.fetch().then(keep)),
  ],
  [
    'the window knows it, and the two have not proved themselves yet',
    (page, keep) => {
      let first = true;
      return page.routeWebSocket('**/events', (socket) => {
        if (first) keep();
        else socket.connectToServer();
        first = false;
      });
    },
  ],
];

describe('a window that is reloaded while it signs in', () => {
  it.each(delays)('opens as any other when %s', async (_moment, delay) => {
    const home = await ownFolder();
    const kept = Promise.withResolvers<undefined>();
    const application = await openInBrowser(home.path, look, null, (page) =>
      delay(page, () => {
        kept.resolve(undefined);
      }),
    );
    const { page } = application;
    // Chromium reports the answer that the reload gave up.
    mayFault(/^console error: (?:Failed to load resource|WebSocket connection)/u);
    await kept.promise;
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.reload();
    await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
    expect(new URL(page.url()).hash).toBe('');
    await application.close();
    await home.remove();
  });
});
