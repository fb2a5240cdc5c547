import { app, type Session } from 'electron';
import { isOwnPage } from './window-policy.ts';

/**
 * What Chromium is told before it begins. No name and no address is resolved, whoever asks (a page, a link that only
 * hints at a host, an updater), and no proxy resolves one instead.
 */
const switches: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['no-proxy-server'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['no-pings'],
];

/** Tells Chromium to reach nothing beyond this computer; must run before the application is ready. */
export function keepOffline(): void {
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value);
}

/** Whether a window may ask for an address: its own pages, what they hold in memory, and the developer's tools. */
export function isOwnRequest(address: string): boolean {
  if (/^(?:data|devtools):/u.test(address)) return true;
  return isOwnPage(address.replace(/^blob:/u, ''));
}

/**
 * Whether words are looked up by a checker of spelling. macOS brings its own. Elsewhere Electron has Hunspell, whose
 * dictionaries it fetches from a server of Google's, and takes none from a file: there is no checking there.
 */
export const checksSpelling = process.platform === 'darwin';

/**
 * Lets a session fetch nothing but what is allowed. The dictionaries of spelling are asked for beside `webRequest`, and
 * once also where `spellcheck` is false (electron/electron#22995): they are turned off, and their server is nowhere.
 */
export function closeSession(session: Session, isAllowed: (address: string) => boolean): void {
  session.setSpellCheckerDictionaryDownloadURL('app://plumbline/no-dictionaries/');
  session.setSpellCheckerEnabled(checksSpelling);
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !isAllowed(url) });
  });
}
