import type { GradeChange, LinkChange } from './judgment-changes.ts';
import { hiddenCharacters } from '../text/hidden-characters.ts';
import { flagKey, gradeOf } from './flag-key.ts';
import type { FlagTerms, JudgmentFlag } from './judgment-flag.ts';
import { lateFlags, type FlaggedChanges } from './late-flags.ts';
import type { JudgmentSnapshot } from './judgment-snapshot.ts';

const latin = /\p{Script=Latin}/u;
const alike = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const most = 5;

/** Words that mix Latin letters with Cyrillic or Greek ones, as pasted or forged text does; at most five. */
function lookAlikes(text: string): readonly string[] {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return [...new Set(words.filter((word) => latin.test(word) && alike.test(word)))].slice(0, most);
}

/** Questions that the changes up to a state raise, in order of place. */
export function judgmentFlags(
  after: JudgmentSnapshot,
  changes: FlaggedChanges,
  terms: FlagTerms,
): readonly JudgmentFlag[] {
  return [
    ...unfounded(changes.grades, changes.links, terms),
    ...lateFlags(after, changes, terms),
    ...hiddenIn(after),
    ...lookAlikesIn(after),
    ...namingAnother(after, terms),
  ];
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
      key: flagKey(
        'grade-changed-without-evidence',
        change.area,
        gradeOf(change.before),
        gradeOf(change.after),
      ),
      place: change.area,
      message:
        'The grade changed and no evidence was linked since. Was it weighed again, corrected or moderated?',
    }));
}

function hiddenIn(after: JudgmentSnapshot): readonly JudgmentFlag[] {
  return Object.entries(after.narratives).flatMap(([section, text]): JudgmentFlag[] => {
    const hidden = hiddenCharacters(text);
    const [first] = hidden;
    if (first === undefined) return [];
    const around = shown(text.slice(Math.max(0, first.at - 20), first.at + 20));
    const more = hidden.length > 1 ? ` There are ${hidden.length} in all.` : '';
    const message = `The text holds a ${first.name} (${first.code}) near “${around}”. Is it meant to be there?${more}`;
    const key = flagKey('hidden-character', section, ...hidden.map(({ code }) => code).slice(0, 9));
    return [{ code: 'hidden-character', key, place: section, message }];
  });
}

function lookAlikesIn(after: JudgmentSnapshot): readonly JudgmentFlag[] {
  return Object.entries(after.narratives).flatMap(([section, text]): JudgmentFlag[] => {
    const words = lookAlikes(text);
    if (words.length === 0) return [];
    const message = `${words.map((word) => `“${word}”`).join(', ')} mixes letters of two alphabets that look alike. Was it pasted from elsewhere?`;
    const key = flagKey('look-alike-character', section, ...words);
    return [{ code: 'look-alike-character', key, place: section, message }];
  });
}

/** A stretch of text with its hidden characters as codes, so that they cannot turn or split the message. */
function shown(text: string): string {
  const safe = text.replaceAll(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
  const codes = new Map(hiddenCharacters(safe).map(({ at, code }) => [at, code]));
  const pieces = [...safe.matchAll(/[^]/gu)].map((match) => {
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
    const key = flagKey('narrative-names-another-grade', area, own, named);
    return [{ code: 'narrative-names-another-grade', key, place: area, message }];
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
