import { once } from 'node:events';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { root, type OpenApplication, type WindowLook } from './open-application.ts';
import { electronBinary } from '../../scripts/electron-binary.ts';
import { guardHost, guardWindow } from './window-guard.ts';

/** Opens the built application in Electron itself; throws where its program is not on this machine. */
export async function openInElectron(home: string, look: WindowLook): Promise<OpenApplication> {
  const executablePath = electronBinary();
  if (executablePath === null) throw new Error("Electron's program is not on this machine.");
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const application = await _electron.launch({
    executablePath,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root, ...(look.files ?? [])],
    env: { ...Object.fromEntries(inherited), PLUMBLINE_PROFILE: join(home, 'profile') },
    locale: 'en-GB',
  });
  const page = await application.firstWindow();
  await guardWindow(page);
  const end = guardHost(application.process());
  await page.emulateMedia({ colorScheme: look.theme, reducedMotion: 'reduce' });
  await page.setViewportSize(look.size);
  const answer = (paths: readonly string[]): Promise<void> =>
    application.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] });
    }, paths);
  return {
    page,
    chooseFolder: async ({ ask, path }) => {
      await answer([path]);
      await ask();
    },
    chooseFiles: async ({ ask, paths }) => {
      await answer(paths);
      await ask();
    },
    endHost: null,
    holdHost: null,
    startHostAgain: null,
    kill: async () => {
      const child = application.process();
      const exited = once(child, 'exit');
      end('SIGKILL');
      await exited;
    },
    close: async () => {
      end();
      await application.close();
    },
  };
}
