import { safeStorage } from 'electron';

/** A secret box over the operating system's key store. */
interface SystemBox {
  readonly protection: 'system';
  seal(secret: string): Promise<string>;
  open(sealed: string): Promise<string>;
}

/** The operating system's key store, or null where Electron finds none that protects anything. */
export async function safeStorageBox(): Promise<SystemBox | null> {
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return null;
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return null;
  return {
    protection: 'system',
    seal: async (secret) => (await safeStorage.encryptStringAsync(secret)).toString('base64'),
    open: async (sealed) => (await safeStorage.decryptStringAsync(Buffer.from(sealed, 'base64'))).result,
  };
}
