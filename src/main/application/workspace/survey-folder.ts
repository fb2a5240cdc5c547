import { listedOf } from './draft-row.ts';
import { tipsOf } from '../session/draft-tips.ts';
import { readLogLines, readSurveyedLines } from '../session/read-lines.ts';
import type { Crypto } from '../../ports/ports.ts';
import type { SurveyInput, Surveyed } from '../../ports/catalogue-port.ts';
import { draftOf, verifyDraft } from '../../../shared/judgment/verify-draft.ts';

/** What is told of a folder that a worker cannot settle. */
const nothing: Surveyed = {
  draft: null,
  authors: [],
  row: null,
  clocks: null,
  counts: [],
  sealed: null,
  tips: {},
};

/**
 * Reads a folder's lines and tells its row of the list; nothing else of the draft is kept, and no signature is remembered.
 * Verified are all of them where `everySignature` is asked for, else as many as vouch for the others.
 */
export function surveyFolder(
  { folder, lines, people, person, tips, everySignature }: SurveyInput,
  crypto: Crypto,
): Surveyed {
  const read = everySignature ? readLogLines(lines, crypto) : readSurveyedLines(lines, crypto, people);
  const checked = read.map((line) => line.checked);
  const draft = draftOf(checked);
  const authors = new Set(checked.flatMap(({ read }) => (read.ok ? [read.value.author] : [])));
  if (draft === null) return { ...nothing, authors: [...authors] };
  const verified = verifyDraft(draft, checked, people, tips, crypto.sha256);
  // A revealed round is opened with the keys in the files, which is done where the draft itself is read.
  if ((verified.folded?.moderation.records.closed.length ?? 0) > 0) return nothing;
  return {
    draft,
    authors: [...authors].sort(),
    ...listedOf(folder, verified, person, crypto.sha256),
    tips: tipsOf(verified),
  };
}
