import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkFramework } from '../../shared/framework/check-framework.ts';

/** The grades of every scale of the frameworks that ship, best first, once by title, once by id and once in words. */
export async function knownScales(root: string): Promise<readonly (readonly string[])[]> {
  const folder = join(root, 'resources', 'frameworks');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const checked = await Promise.all(
    names.map(async (name) => checkFramework(JSON.parse(await readFile(join(folder, name), 'utf8')))),
  );
  return checked.flatMap((one) =>
    one.ok
      ? one.framework.scales.flatMap(({ grades }) => [
          grades.map((grade) => grade.title),
          grades.map((grade) => grade.id),
          grades.map((grade) => grade.words ?? grade.title),
        ])
      : [],
  );
}
