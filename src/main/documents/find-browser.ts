import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
];
const places: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const root = process.env[name];
    return root === undefined
      ? []
      : [
          join(root, 'Google/Chrome/Application/chrome.exe'),
          join(root, 'Microsoft/Edge/Application/msedge.exe'),
        ];
  }),
};

/**
 * The Chromium, Chrome or Edge of this machine, or null where there is none. `PLUMBLINE_BROWSER` names another. For `pages`,
 * which are drawn and printed where nobody looks, Chromium's headless shell is taken first: it has no window, and costs less.
 */
export function findBrowser(drawing: 'pages' | 'window' = 'pages'): string | null {
  const named = process.env['PLUMBLINE_BROWSER'];
  if (named !== undefined) return existsSync(named) ? named : null;
  const paths = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = paths.flatMap((folder) => names.map((name) => join(folder, name)));
  const shells = drawing === 'pages' ? paths.map((folder) => join(folder, 'chromium-headless-shell')) : [];
  return [...shells, ...(places[process.platform] ?? []), ...onPath].find((path) => existsSync(path)) ?? null;
}
