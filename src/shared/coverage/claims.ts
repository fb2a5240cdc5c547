import { countWords } from '../text/split-words.ts';
import { splitParagraphs } from '../text/split-paragraphs.ts';
import { splitSentences } from '../text/split-sentences.ts';
import { withoutFootnotes } from '../text/footnotes.ts';
import type { EvidenceNote } from '../evidence/evidence-state.ts';
import { citationsIn } from '../evidence/citations.ts';

/** A sentence of a narrative that says something, and the notes it cites. */
export interface Claim {
  readonly section: string;
  /** UTF-16 offsets in the section's text. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Ids of the notes cited. */
  readonly notes: readonly string[];
  /** Codes that no note has. */
  readonly unknown: readonly string[];
  /** Nothing where it rests on several sources; else what is thin about it. */
  readonly concern: 'no-evidence' | 'single-source' | 'unknown-note' | null;
}

/** A shorter sentence is a heading or a fragment and no claim. */
const leastWords = 5;

function concernOf(cited: readonly EvidenceNote[], unknown: readonly string[]): Claim['concern'] {
  if (unknown.length > 0) return 'unknown-note';
  if (cited.length === 0) return 'no-evidence';
  return new Set(cited.map((note) => `${note.kind} ${note.source.trim().toLowerCase()}`)).size === 1
    ? 'single-source'
    : null;
}

/** A citation after the full stop ("... seen. [CT-014]") belongs to the sentence that it follows. */
function endAfterCitation(text: string, from: number, to: number): number {
  const following = citationsIn(text.slice(from, to)).find(
    (citation) => text.slice(from, from + citation.from).trim() === '',
  );
  return following === undefined ? from : from + following.to;
}

/** The claims of one section's text, with the evidence that each cites. */
export function claimsOf(section: string, text: string, notes: readonly EvidenceNote[]): readonly Claim[] {
  const byCode = new Map(notes.filter((note) => !note.erased).map((note) => [note.code, note]));
  // What a footnote says is no sentence of the text.
  const plain = withoutFootnotes(text, ' ');
  return splitParagraphs(text).flatMap((paragraph) => {
    const sentences = splitSentences(plain, paragraph.start, paragraph.end).map(([from, to]) => ({
      from,
      to,
    }));
    sentences.forEach((sentence, at) => {
      const before = sentences[at - 1];
      const from = endAfterCitation(text, sentence.from, sentence.to);
      if (before !== undefined && from > sentence.from) {
        before.to = from;
        sentence.from = from;
      }
    });
    return sentences.flatMap(({ from, to }): Claim[] => {
      const said = text.slice(from, to);
      const citations = citationsIn(said);
      const words =
        countWords(said) - citations.reduce((sum, one) => sum + countWords(said, one.from, one.to), 0);
      if (words < leastWords) return [];
      const codes = citations.flatMap((citation) => citation.codes);
      const cited = codes.flatMap((code) => byCode.get(code) ?? []);
      const unknown = codes.filter((code) => !byCode.has(code));
      return [
        {
          section,
          from,
          to,
          text: said.trim(),
          notes: cited.map((note) => note.id),
          unknown,
          concern: concernOf(cited, unknown),
        },
      ];
    });
  });
}

/** Notes linked to a criterion that no claim cites. */
export function uncitedNotes(
  claims: readonly Claim[],
  linked: ReadonlySet<string>,
  notes: readonly EvidenceNote[],
): readonly EvidenceNote[] {
  const cited = new Set(claims.flatMap((claim) => claim.notes));
  return notes.filter((note) => linked.has(note.id) && !cited.has(note.id) && !note.erased);
}
