export type CheckKind =
  | 'name'
  | 'place'
  | 'date-of-birth'
  | 'case-number'
  | 'address'
  | 'rare-detail'
  | 'words-of-a-note'
  | 'paragraphs'
  | 'sentences'
  | 'grade-words'
  | 'area-name'
  | 'improvement'
  | 'claims'
  | 'hedge'
  | 'absolute'
  | 'simpler-word'
  | 'equality'
  | 'hard-to-read';

/** One thing that a check of the report found, as a question to its authors. */
export interface ReportFinding {
  /** The same for the same words in the same section, whatever stands around them: answers are remembered by it. */
  readonly id: string;
  readonly kind: CheckKind;
  /** A rule of the framework must be met or answered before sealing; a suggestion may be left. */
  readonly weight: 'rule' | 'suggestion';
  readonly section: string;
  /** UTF-16 offsets in the section's text of the first place; both 0 where the whole section is meant. */
  readonly from: number;
  readonly to: number;
  /** How often it stands in the section. */
  readonly times: number;
  /** The words found; empty where the whole section is meant. */
  readonly words: string;
  /** What was found and why it is asked, in words. */
  readonly reason: string;
  /** Words that could stand instead; empty where none are known. */
  readonly instead: readonly string[];
}

/** A text with its section's id. */
export interface CheckedSection {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** Everything that checks look at, as plain data. */
export interface CheckedReport {
  readonly sections: readonly CheckedSection[];
  readonly provider: string;
  readonly notes: readonly { readonly code: string; readonly text: string }[];
  readonly points: readonly { readonly id: string; readonly text: string; readonly notes: number }[];
  /** Areas that are graded, each with its grade's id. */
  readonly grades: { readonly [area: string]: string };
  /** Terms that somebody answered to be no names, in lower case. */
  readonly allowed: readonly string[];
}

/** The id by which answers to a finding are remembered: at most 200 characters. */
export function findingId(kind: CheckKind, section: string, words: string): string {
  const subject = words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 90);
  return `check/${kind}/${section}/${subject}`;
}

/** Findings that say the same of the same words in one section, as one with its count. */
export function countedOnce(findings: readonly ReportFinding[]): readonly ReportFinding[] {
  const byId = new Map<string, ReportFinding>();
  for (const one of findings) {
    const known = byId.get(one.id);
    byId.set(one.id, known === undefined ? one : { ...known, times: known.times + one.times });
  }
  return [...byId.values()];
}
