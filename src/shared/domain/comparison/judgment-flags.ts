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
    const around = text.slice(Math.max(0, first.at - 20), first.at + 20).replaceAll('\n', ' ');
    const more = found.length > 1 ? ` There are ${found.length} in all.` : '';
    const message = `The text holds a ${first.name} (${first.code}) near “${around}”. Is it meant to be there?${more}`;
    return [{ code: 'hidden-character', place: section, message }];
  });
}

/** Only a plain statement about the whole area counts: "is good", "are outstanding". */
function namingAnother(after: JudgmentSnapshot, terms: FlagTerms): readonly JudgmentFlag[] {
  return Object.entries(after.grades).flatMap(([area, value]): JudgmentFlag[] => {
    if (!('grade' in value)) return [];
    const text = (after.narratives[area] ?? '').toLowerCase();
    const others = Object.entries(terms.gradeWords).filter(([grade]) => grade !== value.grade);
    const named = others.find(
      ([, words]) => text.includes(`judged to be ${words}`) || text.includes(`graded ${words}`),
    );
    if (named === undefined) return [];
    const own = terms.gradeWords[value.grade] ?? value.grade;
    const message = `The text says “${named[1]}” and the grade given is ${own}. Which is meant?`;
    return [{ code: 'narrative-names-another-grade', place: area, message }];
  });
}
