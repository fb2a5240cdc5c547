import { fromFault } from '../session/call-errors.ts';
import { extendOwnLog } from '../session/extend-own-log.ts';
import { openedIn } from '../load.ts';
import { loadPeople } from '../session/load-people.ts';
import type { Scope } from '../session/session.ts';
import { knownFrameworks } from './known-frameworks.ts';
import { frameworkPublished } from '../../../shared/framework/framework-published.ts';
import { checkFramework } from '../../../shared/framework/check-framework.ts';
import { frameworkHash } from '../../../shared/framework/framework-hash.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

/**
 * Publishes a framework in the workspace: a file named by its hash, and in the publisher's own signed log the record
 * that they stand for this hash. The file goes first: a log never vouches for what was not written.
 */
export async function publishFramework(
  scope: Scope,
  { text }: { text: string },
): Promise<Result<{ key: string }, CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const checked = checkFramework(parsedText(text));
  if (!checked.ok) {
    const [first] = checked.problems;
    return refused({
      code: 'wrong-shape',
      message: `This framework contradicts itself or is not of its form, so it was not published. Nothing was changed. First at ${first?.place ?? ''}: ${first?.message ?? ''}`,
    });
  }
  const { framework } = checked;
  const hash = frameworkHash(framework, scope.ports.crypto.sha256);
  const { frameworks } = await knownFrameworks(scope);
  const twin = frameworks.find((framework) => framework.hash === hash);
  if (twin?.origin === 'shipped' || (twin?.publishedBy.length ?? 0) > 0)
    return refused({
      code: 'exists',
      message: `This is, word for word, ${twin?.framework.title ?? 'a framework'} as it stands here already. Nothing was changed.`,
    });
  const namesake = frameworks.find(
    (known) => known.framework.id === framework.id && known.framework.version === framework.version,
  );
  if (namesake !== undefined && twin === undefined)
    return refused({
      code: 'exists',
      message: `Version “${framework.version}” of ${framework.id} stands here already and says something else. Nothing was changed. Give yours another version.`,
    });
  const bytes = new TextEncoder().encode(`${JSON.stringify(framework, null, 2)}\n`);
  const written = await scope.queue(() =>
    opened.value.workspace.shared('frameworks').put(`${framework.id}-${hash.slice(0, 12)}.json`, bytes),
  );
  if (!written.ok) return refused(fromFault(written.error));
  const body = { framework: framework.id, version: framework.version, hash };
  const signed = await extendOwnLog(scope, frameworkPublished.write(body));
  if (!signed.ok) return signed;
  const people = await loadPeople(scope, opened.value);
  return people.ok ? done({ key: hash }) : people;
}

function parsedText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
