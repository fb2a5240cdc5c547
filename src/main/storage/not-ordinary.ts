import type { FileFacts } from './file-system.ts';

/** What may stand where a file or a folder of a workspace is expected, in words. */
const nouns: Readonly<Record<FileFacts['kind'], string>> = {
  file: 'a file',
  folder: 'a folder',
  link: 'a link',
  other: 'a pipe, a socket or a device',
};

/** What stands where an ordinary file or folder is expected; its `message` says so, in words to stand before a full stop. */
export class NotOrdinary extends Error {
  readonly code = 'ENOTORDINARY';

  constructor(kind: FileFacts['kind'], expected: 'file' | 'folder', name: string) {
    super(`${name} is ${nouns[kind]}, where ${nouns[expected]} of the workspace belongs`);
  }
}
