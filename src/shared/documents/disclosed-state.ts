import { z } from 'zod';
import { detailField } from '../draft/detail-fields.ts';
import { gradeField, improvementsField, narrativeField, pointsField } from '../draft/judgment-fields.ts';
import type { Seal } from '../judgment/draft-state.ts';
import type { Field } from '../records/open-value.ts';
import type { PassageLine } from '../records/passage-line.ts';
import type { SeenState } from '../seen/seen-draft.ts';
import { gradeValueSchema, type GradeValue } from '../values/grade-value.ts';
import { improvementSchema, type Improvement } from '../values/improvement.ts';
import { count } from '../words.ts';

type Word = PassageLine['passage']['words'][number];

/** The text of a passage as a redacted copy discloses it, with how many words are withheld where some are. */
function disclosedText(words: readonly Word[]): string {
  let text = '';
  for (let at = 0; at < words.length;) {
    const word = words[at];
    if (typeof word === 'object') {
      text += word.text;
      at += 1;
      continue;
    }
    let end = at;
    while (typeof words[end] === 'string') end += 1;
    text += `[${count(end - at, 'word')} withheld]${end < words.length ? ' ' : ''}`;
    at = end;
  }
  return text;
}

/** A value in canonical form as it was, where no word of it is withheld and it holds what such a value holds. */
function disclosedValue<T>(words: readonly Word[], shape: z.ZodType<T>): T | null {
  try {
    return words.every((word) => typeof word === 'object')
      ? shape.parse(JSON.parse(disclosedText(words)))
      : null;
  } catch {
    return null;
  }
}

/** What is left of a value some of whose words are withheld, as one point: which of its signs were form is not known. */
function remains(words: readonly Word[]): string {
  return disclosedText(words)
    .replaceAll(/"(?:area|id|notes|priority|tags|points|text)":|[{}[\]"]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/**
 * The state of a redacted copy with the passages that it discloses in their places: its records hold none of them. What
 * was verified of the passages is not asked here.
 */
export function disclosedState(
  state: SeenState,
  seal: Seal,
  passages: readonly PassageLine['passage'][],
): SeenState {
  const open = <T>(value: T): Field<T> => [
    { record: seal.id, author: seal.author, at: seal.at, value, erased: false },
  ];
  const points = (words: readonly Word[]): Field<readonly Improvement[]> => {
    const value = disclosedValue(words, z.object({ points: z.array(improvementSchema) }));
    return open(value?.points ?? [{ id: 'withheld', text: remains(words), area: null, notes: [] }]);
  };
  const grade = (words: readonly Word[]): Field<GradeValue> =>
    open(
      disclosedValue(words, z.object({ grade: gradeValueSchema }))?.grade ?? {
        notGraded: 'withheld',
        reason: remains(words),
      },
    );
  const of = <T>(
    keyOf: (field: string) => string | undefined,
    made: (words: readonly Word[]) => Field<T>,
  ): { readonly [key: string]: Field<T> } =>
    Object.fromEntries(
      passages.flatMap(({ field, words }) => {
        const key = keyOf(field);
        return key === undefined ? [] : [[key, made(words)] as const];
      }),
    );
  const texts = (words: readonly Word[]): Field<string> => open(disclosedText(words));
  const improvements = passages.find(({ field }) => improvementsField.is(field));
  return {
    ...state,
    narratives: of((field) => narrativeField.partsOf(field)?.section, texts),
    details: { ...state.details, ...of((field) => detailField.partsOf(field)?.name, texts) },
    grades: of((field) => gradeField.partsOf(field)?.area, grade),
    points: of((field) => pointsField.partsOf(field)?.section, points),
    improvements: improvements === undefined ? [] : points(improvements.words),
  };
}
