import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Every source file with the files that it imports, types among them, by their places below the root. */
export function sourceImports(): ReadonlyMap<string, readonly string[]> {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((name) => /(?<!\.d)\.(?:ts|svelte)$/u.test(name));
  return new Map(files.map((file) => [file, importsOf(file)]));
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const named = [...text.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*'(\.{1,2}\/[^'?]+)/gu)];
  return [...new Set(named.map(([, place = '']) => posix.join(dirname(file), place)))].filter((place) =>
    existsSync(join(root, place)),
  );
}

/** Groups of folders that import each other, each sorted: Tarjan's strongly connected components of more than one. */
export function folderCycles(
  imports: ReadonlyMap<string, readonly string[]>,
): readonly (readonly string[])[] {
  const folders = new Map<string, Set<string>>();
  for (const [file, others] of imports) {
    const from = dirname(file);
    const to = folders.get(from) ?? new Set<string>();
    folders.set(from, to);
    for (const other of others) if (dirname(other) !== from) to.add(dirname(other));
  }
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const cycles: string[][] = [];
  const visit = (folder: string): number => {
    const number = order.size;
    order.set(folder, number);
    open.push(folder);
    let least = number;
    for (const next of folders.get(folder) ?? []) {
      if (!order.has(next)) least = Math.min(least, visit(next));
      else if (open.includes(next)) least = Math.min(least, order.get(next) ?? least);
    }
    low.set(folder, least);
    if (least === number) {
      const group = open.splice(open.indexOf(folder));
      if (group.length > 1) cycles.push(group.sort());
    }
    return least;
  };
  for (const folder of folders.keys()) if (!order.has(folder)) visit(folder);
  return cycles;
}
