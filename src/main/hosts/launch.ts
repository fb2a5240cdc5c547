import { resolve } from 'node:path';

/** What somebody wanted who started Plumbline: a command, or the window, with files to open in it. */
type Launch =
  | { readonly kind: 'command'; readonly words: readonly string[] }
  | { readonly kind: 'window'; readonly files: readonly string[] };

/**
 * The files among the words of a start, whole paths, from the folder that they were named in. Systems and Chromium add
 * switches of their own; behind `--` a name may begin with a hyphen.
 */
export function filesNamed(words: readonly string[], folder: string): readonly string[] {
  const end = words.indexOf('--');
  const before = (end === -1 ? words : words.slice(0, end)).filter((word) => !word.startsWith('-'));
  const after = end === -1 ? [] : words.slice(end + 1);
  return [...before, ...after].filter((word) => word !== '').map((word) => resolve(folder, word));
}

/**
 * Reads the words of a start. A command is named first, as in every manual; a file that is called like one is opened by its
 * path (`./list`).
 */
export function launchOf(
  words: readonly string[],
  { commands, folder }: { readonly commands: readonly string[]; readonly folder: string },
): Launch {
  const [first = ''] = words;
  const isCommand = ['help', '--help', '-h', '--version', '-V', '--json', ...commands].includes(first);
  return isCommand ? { kind: 'command', words } : { kind: 'window', files: filesNamed(words, folder) };
}
