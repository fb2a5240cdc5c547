import { count } from '../words.ts';
import { copyRedacted } from '../finalising/copy-redacted.ts';
import type { Problem } from '../records/checked-line.ts';
import { judgmentSealed } from '../finalising/judgment-sealed.ts';
import type { FoldedDraft } from './fold-draft.ts';
import { passageHash, wordHash } from '../finalising/passages.ts';
import type { PassageLine } from '../records/passage-line.ts';
import { isKeptWhole } from './redacted-copy.ts';

type Found = Omit<Problem, 'file' | 'line'> & { readonly at: PassageLine | null };

function broken(at: PassageLine | null, record: string | null, message: string): Found {
  return { level: 'broken', record, code: 'redacted-copy', message, at };
}

/**
 * What is wrong with a redacted copy, and what was taken out: the words left in must be those that were sealed, as its
 * record says, and nothing that was taken out may be back. Each with the line it concerns, or null for the whole.
 */
export function copyProblems(
  lines: readonly PassageLine[],
  folded: FoldedDraft,
  sha256: (utf8: string) => string,
): readonly Found[] {
  const { graph, rights } = folded;
  const counted = graph.entries.filter(({ record }) => !rights.setAside.has(record.id));
  const disclosed = sha256(lines.map((line) => line.text).join('\n'));
  const copies = counted.flatMap(({ record }) => {
    const body = copyRedacted.in(record);
    return body?.disclosed === disclosed ? [{ record: record.id, body }] : [];
  });
  const [copy] = copies;
  const entry = counted.find(({ record }) => record.id === copy?.body.seal);
  const seal = entry?.record.type === judgmentSealed.type ? judgmentSealed.in(entry.record) : undefined;
  if (copy === undefined || seal === undefined) {
    const message =
      'No record says that this copy was made with just these words left in: a word was put back, changed or taken out after it was made.';
    return [broken(lines[0] ?? null, null, message)];
  }
  const sealed = new Map((seal.passages ?? []).map((passage) => [passage.field, passage.hash]));
  const wrong = lines.flatMap((line) => {
    const { field, words } = line.passage;
    const hashes = words.map((word, at) =>
      typeof word === 'string' ? word : wordHash(field, at, word, sha256),
    );
    return sealed.get(field) === passageHash(hashes, sha256)
      ? []
      : [broken(line, copy.record, `The words of ${field} are not those that were sealed.`)];
  });
  const back = graph.entries.flatMap(({ record }) => {
    const isWhole = record.words !== undefined;
    if (isKeptWhole(record.type) === isWhole) return [];
    const message = isWhole
      ? 'What this copy says was taken out is here whole.'
      : 'A record that a copy must hold whole was emptied.';
    return [broken(null, record.id, message)];
  });
  const taken = copy.body.taken.map(({ field, words, reason }): Found => {
    const message = `${count(words, 'word was', 'words were')} taken out of ${field} in this copy: ${reason}`;
    return { level: 'notice', record: copy.record, code: 'taken-out', message, at: null };
  });
  return [...wrong, ...back, ...taken];
}
