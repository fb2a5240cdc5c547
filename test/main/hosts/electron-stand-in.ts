import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import type * as Electron from 'electron';

/** Everything that was asked of the stand-in, in order: the name, and what it was given. */
export const recorded: { readonly call: string; readonly given: readonly unknown[] }[] = [];

function note(call: string, ...given: readonly unknown[]): void {
  recorded.push({ call, given });
}

/** Throws on any name that the stand-in does not have, so that no use of Electron goes unseen. */
function strict<T extends object>(name: string, known: T): T {
  return new Proxy(known, {
    get: (target, key, receiver) => {
      if (typeof key === 'string' && !(key in target) && key !== 'then')
        throw new Error(`the stand-in has no ${name}.${key}`);
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
}

const folder = process.env['PLUMBLINE_STAND_IN'] ?? '';

type App = Pick<
  Electron.App,
  | 'isPackaged'
  | 'requestSingleInstanceLock'
  | 'quit'
  | 'exit'
  | 'whenReady'
  | 'getPath'
  | 'setPath'
  | 'getVersion'
  | 'getName'
>;

const appKnown: App & {
  commandLine: Pick<Electron.CommandLine, 'appendSwitch'>;
  on: (name: string, listener: () => void) => void;
} = {
  commandLine: strict('commandLine', {
    appendSwitch: (name: string, value?: string) => note('appendSwitch', `${name}=${value ?? ''}`),
  }),
  isPackaged: false,
  requestSingleInstanceLock: () => true,
  quit: () => note('app.quit'),
  exit: (code) => process.exit(code),
  whenReady: () => Promise.resolve(),
  getPath: () => folder,
  setPath: (name, path) => note('app.setPath', name, path),
  getVersion: () => '0.0.0',
  getName: () => 'Plumbline',
  on: (name) => note('app.on', name),
};
export const app = strict('app', appKnown);

class Contents extends EventEmitter {
  readonly id = 1;
  setWindowOpenHandler(handler: () => { action: string }): void {
    note('setWindowOpenHandler', handler());
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    note('setWebRTCIPHandlingPolicy', policy);
  }
  override on(name: string, listener: (...given: unknown[]) => void): this {
    note('webContents.on', name);
    return super.on(name, listener);
  }
  send(channel: string): void {
    note('webContents.send', channel);
  }
  reload(): void {
    note('reload');
  }
}

/** Records with what a window is made and where it goes. */
export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  readonly webContents = strict('webContents', new Contents());
  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    note('BrowserWindow', options);
    BrowserWindow.all.push(this);
  }
  static getAllWindows(): readonly BrowserWindow[] {
    return BrowserWindow.all;
  }
  loadURL(address: string): Promise<void> {
    const going = { url: 'https://evil.example', preventDefault: () => note('navigation prevented') };
    this.webContents.emit('will-navigate', going);
    note('loadURL', address);
    return Promise.resolve();
  }
  show(): void {
    note('show');
  }
  focus(): void {
    note('focus');
  }
  destroy(): void {
    note('destroy');
  }
}

/** What pages could be made to ask for. */
const addresses = [
  'app://plumbline/assets/a.js',
  'blob:app://plumbline/1',
  'data:image/png;base64,',
  'devtools://devtools/bundled/inspector.html',
  'app://evil.example/',
  'https://evil.example/',
  'wss://evil.example/',
  'http://127.0.0.1:1/',
  'blob:https://evil.example/1',
  'file:///etc/passwd',
  'chrome://gpu/',
];

export const session = strict('session', {
  defaultSession: strict('defaultSession', {
    setSpellCheckerEnabled: (enabled: boolean) => note('setSpellCheckerEnabled', enabled),
    setSpellCheckerDictionaryDownloadURL: (address: string) => note('dictionaries from', address),
    webRequest: strict('webRequest', {
      onBeforeRequest: (
        listener: (details: { url: string }, answer: (response: { cancel: boolean }) => void) => void,
      ) => {
        for (const url of addresses)
          listener({ url }, ({ cancel }) => note(cancel ? 'request cancelled' : 'request let through', url));
      },
    }),
    setPermissionRequestHandler: (
      handler: (contents: null, permission: string, answer: (allowed: boolean) => void) => void,
    ) => {
      handler(null, 'media', (allowed) => note('permission media', allowed));
    },
    setPermissionCheckHandler: (handler: (contents: null, permission: string) => boolean) =>
      note('check media', handler(null, 'media')),
  }),
});

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => note('scheme', schemes),
  handle: (scheme: string, handler: (request: Request) => Promise<Response>) => {
    note('protocol.handle', scheme);
    handlers.set(scheme, handler);
  },
});

/** What answers each scheme. */
export const handlers = new Map<string, (request: Request) => Promise<Response>>();

/** What answers each channel of the raw bridge. */
export const channels = new Map<string, (event: unknown, ...given: unknown[]) => unknown>();

export const ipcMain = strict('ipcMain', {
  handle: (channel: string, listener: (event: unknown, ...given: unknown[]) => unknown) => {
    note('ipcMain.handle', channel);
    channels.set(channel, listener);
  },
  on: (channel: string) => note('ipcMain.on', channel),
});

export const safeStorage = strict('safeStorage', {
  getSelectedStorageBackend: () => 'gnome_libsecret',
  isAsyncEncryptionAvailable: () => Promise.resolve(true),
  encryptStringAsync: (text: string) => Promise.resolve(Buffer.from(text)),
  decryptStringAsync: (bytes: Buffer) =>
    Promise.resolve({ result: bytes.toString(), shouldReEncrypt: false }),
});

export const dialog = strict('dialog', {
  showOpenDialog: () => Promise.resolve({ filePaths: [], canceled: true }),
  showErrorBox: (title: string) => note('showErrorBox', title),
  showSaveDialog: ({ defaultPath = '' }: Electron.SaveDialogOptions) =>
    Promise.resolve({ filePath: join(folder, defaultPath), canceled: false }),
});

export const ipcRenderer = strict('ipcRenderer', {});
export const shell = strict('shell', {});
export default strict('electron', {
  app,
  BrowserWindow,
  session,
  protocol,
  ipcMain,
  safeStorage,
  dialog,
  ipcRenderer,
  shell,
});
