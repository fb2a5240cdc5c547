import type { Scope } from '../session/session.ts';
import { checkFramework } from '../../../shared/framework/check-framework.ts';
import { frameworkHash } from '../../../shared/framework/framework-hash.ts';
import type { Framework } from '../../../shared/framework/framework-schema.ts';

/** A framework that a draft may stand under here. */
interface KnownFramework {
  /** What it is called by: its id where it ships, its hash where it was published in the workspace. */
  readonly key: string;
  readonly hash: string;
  readonly framework: Framework;
  readonly origin: 'shipped' | 'published';
  /** People whose own signed log says that they published it; empty for a file that nobody vouches for. */
  readonly publishedBy: readonly string[];
}

/** Frameworks of this workspace, and files among them that cannot be used, in words. */
interface KnownFrameworks {
  readonly frameworks: readonly KnownFramework[];
  readonly problems: readonly string[];
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

/** What was published in the workspace, the latest name first, and then what ships. */
export async function knownFrameworks(scope: Scope): Promise<KnownFrameworks> {
  const { sha256 } = scope.ports.crypto;
  const shipped = (await scope.ports.resources.frameworks()).map((framework): KnownFramework => ({
    key: framework.id,
    hash: frameworkHash(framework, sha256),
    framework,
    origin: 'shipped',
    publishedBy: [],
  }));
  const { opened } = scope.session;
  const files = await opened?.workspace.shared('frameworks').list();
  if (files === undefined || opened === null) return { frameworks: shipped, problems: [] };
  if (!files.ok) return { frameworks: shipped, problems: [files.error.message] };
  const problems: string[] = [];
  const published = new Map<string, KnownFramework>();
  for (const { name, bytes } of files.value) {
    const checked = checkFramework(parsed(bytes));
    if (!checked.ok) {
      const [first] = checked.problems;
      problems.push(
        `The file ${name} in the folder “frameworks” is no framework and is left out: ${first?.place ?? ''} ${first?.message ?? ''}`,
      );
      continue;
    }
    const { framework } = checked;
    const hash = frameworkHash(framework, sha256);
    const publishedBy = opened.people.people
      .filter((person) => person.published.includes(hash))
      .map((person) => person.id);
    published.set(hash, { key: hash, hash, framework, origin: 'published', publishedBy });
  }
  return { frameworks: [...published.values(), ...shipped], problems };
}

/** The framework called by its id or hash; a published one that nobody vouches for can be read, and not adopted. */
export function frameworkCalled(known: readonly KnownFramework[], name: string): KnownFramework | undefined {
  return known.find((candidate) => candidate.key === name && mayBeAdopted(candidate));
}

/** Whether drafts may adopt it: it ships, or somebody of the workspace published it under their signature. */
export function mayBeAdopted(one: KnownFramework): boolean {
  return one.origin === 'shipped' || one.publishedBy.length > 0;
}
