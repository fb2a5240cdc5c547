import { safeStorage } from 'electron';

/** The operating system's key store, or null where Electron finds none that protects anything. */
export function safeStorageBox(): {
  protection: 'system';
  seal(secret: string): string;
  open(sealed: string): string;
} | null {
  if (!safeStorage.isEncryptionAvailable()) return null;
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return null;
  return {
    protection: 'system',
    seal: (secret) => safeStorage.encryptString(secret).toString('base64'),
    open: (sealed) => safeStorage.decryptString(Buffer.from(sealed, 'base64')),
  };
}
