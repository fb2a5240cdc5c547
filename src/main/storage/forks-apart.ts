import { z } from 'zod';
import type { LogLine } from '../ports/storage-ports.ts';

const linked = z.looseObject({ id: z.string(), key: z.string(), prev: z.string().nullable() });

/** Each chain brings all that it shares with the others along: lines that nobody wrote in good faith are not multiplied. */
const mostChains = 32;

interface Link {
  readonly line: LogLine;
  readonly id: string;
  readonly prev: string | null;
}

function linkOf(line: LogLine, decoder: TextDecoder): (Link & { readonly key: string }) | null {
  try {
    const read = linked.safeParse(JSON.parse(decoder.decode(line.bytes)));
    return read.success ? { line, ...read.data } : null;
  } catch {
    return null;
  }
}

/**
 * Lines of one file in which a key may have been used in two places, each chain of such a key as a file of its own:
 * the sequence of a key is judged within one file, and two places are a notice and not a break. Other lines stay, and
 * those of a key in more places than anybody has computers.
 */
export function forksApart(lines: readonly LogLine[]): readonly LogLine[] {
  const decoder = new TextDecoder();
  const links = lines.flatMap((line) => linkOf(line, decoder) ?? []);
  const apart: LogLine[] = [];
  const moved = new Set<LogLine>();
  for (const all of Map.groupBy(links, (link) => link.key).values()) {
    const unique = [...new Map(all.map((link) => [link.id, link])).values()];
    if (new Set(unique.map((link) => link.prev)).size === unique.length) continue;
    const byId = new Map(unique.map((link) => [link.id, link]));
    const before = new Set(unique.map((link) => link.prev));
    const tips = unique.filter((link) => !before.has(link.id));
    const main = new Set(chainTo(tips[0], byId).map((link) => link.id));
    const branches = new Set<string>();
    for (const [at, tip] of tips.slice(1, mostChains).entries()) {
      for (const { line, id } of chainTo(tip, byId)) {
        branches.add(id);
        apart.push({ ...line, file: `${line.file} (chain ${at + 2})` });
      }
    }
    for (const link of all) if (branches.has(link.id) && !main.has(link.id)) moved.add(link.line);
  }
  return moved.size === 0 ? lines : [...lines.filter((line) => !moved.has(line)), ...apart];
}

function chainTo(tip: Link | undefined, byId: ReadonlyMap<string, Link>): readonly Link[] {
  // No line was verified yet: what names its predecessors in a circle is followed round once.
  const chain = new Set<Link>();
  for (
    let at = tip;
    at !== undefined && !chain.has(at);
    at = at.prev === null ? undefined : byId.get(at.prev)
  )
    chain.add(at);
  return [...chain].reverse();
}
