import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { noticesText, packagesOf } from './shipped-packages.ts';

/** Where a build says what of others' work it holds, beneath `out/`. */
export const noticesFile = join('notices', 'packages.json');

/** The commit that a build is made of; null where there is no repository, as in sources handed out by themselves. */
function commitOf(root: string): string | null {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return null;
  }
}

/**
 * Gathers over all parts of one build (main, preload, renderer) which packages went into what was written. What was read and
 * left out of every bundle is none of them; a style or a font has no place in a bundle's list and counts once it was read.
 */
export function collectNotices(root: string, out: string): Plugin {
  const modules = new Set<string>();
  return {
    name: 'collect-notices',
    // Workers have bundles of their own; this sees each of them that Rollup writes.
    generateBundle(_options, bundle): void {
      for (const part of Object.values(bundle))
        for (const id of part.type === 'chunk' ? part.moduleIds : []) modules.add(id);
      for (const id of this.getModuleIds()) if (/\.(?:css|woff2?|ttf)(?:\?|$)/u.test(id)) modules.add(id);
    },
    writeBundle(): void {
      const packages = packagesOf(modules);
      const file = join(out, noticesFile);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${JSON.stringify({ commit: commitOf(root), packages }, null, 2)}\n`);
      writeFileSync(join(dirname(file), 'THIRD-PARTY.txt'), noticesText(packages));
    },
  };
}
