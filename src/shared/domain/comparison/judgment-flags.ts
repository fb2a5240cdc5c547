import type { GradeChange, LinkChange } from './judgment-changes.ts';
import { hiddenCharacters } from './hidden-characters.ts';
import type { JudgmentSnapshot } from './judgment-snapshot.ts';

/** Something the panel may want to ask about; a question, never an accusation. */
export interface JudgmentFlag {
  readonly code: 'grade-changed-without-evidence' | 'hidden-character' | 'narrative-names-another-grade';
  /** The area or section it concerns. */
  readonly place: string;
  readonly message: string;
}

/** What flags need to know of a framework. */
export interface FlagTerms {
  /** The area of each criterion. */
  readonly areaOf: { readonly [criterion: string]: string };
  /** Words of each grade as narratives say them, by grade id: "good", "requires improvement". */
  readonly gradeWords: { readonly [grade: string]: string };
}

/** Questions that a comparison of two states raises, in order of place. */
export function judgmentFlags(
  after: JudgmentSnapshot,
  grades: readonly GradeChange[],
  links: readonly LinkChange[],
  terms: FlagTerms,
): readonly JudgmentFlag[] {
  return [...unfounded(grades, links, terms), ...hiddenIn(after), ...namingAnother(after, terms)];
}

function unfounded(
  grades: readonly GradeChange[],
  links: readonly LinkChange[],
  terms: FlagTerms,
): readonly JudgmentFlag[] {
  return grades
    .filter((change) => change.before !== null)
    .filter(
      (change) => !links.some((link) => terms.areaOf[link.criterion] === change.area && link.after !== null),
    )
    .map((change) => ({
      code: 'grade-changed-without-evidence',
      place: change.area,
      message:
        'The grade changed and no evidence was linked since. Was it weighed again, corrected or moderated?',
    }));
}

function hiddenIn(after: JudgmentSnapshot): readonly JudgmentFlag[] {
  return Object.entries(after.narratives).flatMap(([section, text]): JudgmentFlag[] => {
    const found = hiddenCharacters(text);
    const first = found[0];
    if (first === undefined) return [];
    const around = shown(text.slice(Math.max(0, first.at - 20), first.at + 20));
    const more = found.length > 1 ? ` There are ${found.length} in all.` : '';
    const message = `The text holds a ${first.name} (${first.code}) near “${around}”. Is it meant to be there?${more}`;
    return [{ code: 'hidden-character', place: section, message }];
  });
}

/** A stretch of text with its hidden characters as codes, so that they cannot turn or split the message. */
function shown(text: string): string {
  const whole = text.replaceAll(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
  const codes = new Map(hiddenCharacters(whole).map((one) => [one.at, one.code]));
  const pieces = [...whole.matchAll(/[^]/gu)].map((match) => {
    const code = codes.get(match.index);
    return code === undefined ? match[0] : `[${code}]`;
  });
  return pieces.join('').replaceAll(/\s+/gu, ' ');
}

/** Only a plain statement counts: "judged to be good", "graded good". */
function namingAnother(after: JudgmentSnapshot, terms: FlagTerms): readonly JudgmentFlag[] {
  return Object.entries(after.grades).flatMap(([area, value]): JudgmentFlag[] => {
    if (!('grade' in value)) return [];
    const text = after.narratives[area] ?? '';
    const own = terms.gradeWords[value.grade] ?? value.grade;
    const named = Object.entries(terms.gradeWords)
      .filter(([grade]) => grade !== value.grade)
      .map(([, words]) => words)
      .find((words) => words !== own && statement(words).test(text.replaceAll(statement(own), '')));
    if (named === undefined) return [];
    const message = `The text says “${named}” and the grade given is ${own}. Which is meant?`;
    return [{ code: 'narrative-names-another-grade', place: area, message }];
  });
}

/** Whole words, whatever the case and the line breaks between them. */
function statement(words: string): RegExp {
  const escaped = words
    .trim()
    .replaceAll(/[\^$\\.*+?()[\]{}|/]/gu, '\\$&')
    .replaceAll(/\s+/gu, '\\s+');
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:judged\\s+to\\s+be|graded)\\s+${escaped}(?![\\p{L}\\p{N}])`,
    'giu',
  );
}
