import { isDay } from '../values/calendar-days.ts';
import { count, dayWords, numberWords } from '../words.ts';
import { kindCalled } from '../framework/framework-for-kind.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { detailTitles, stageCalled } from '../draft/detail-words.ts';
import type { DetailName } from '../draft/detail-names.ts';

/** Every detail of an inspection; '' where it is not set. */
export type DetailValues = Readonly<Record<DetailName, string>>;

/** Something that speaks against details as they would be. */
export interface DetailProblem {
  /** The details it rests on, the one to correct first. */
  readonly of: readonly [DetailName, ...DetailName[]];
  readonly message: string;
  /** Whether it may be so all the same, where somebody says why. */
  readonly mayStand: boolean;
}

/** What a framework says of an inspection's details. */
export type DetailFramework = Readonly<Pick<Framework, 'title' | 'valid'>> & {
  readonly kinds: readonly string[];
};

const years = { from: 1990, to: 2100 };

/** Why a text cannot be a day of an inspection: no such day, or a year that nobody means; null where it can. */
export function dayProblem(title: string, day: string): string | null {
  if (!isDay(day)) return `${title}: there is no such day.`;
  const year = Number(day.slice(0, 4));
  return year < years.from || year > years.to
    ? `${title}: the year must lie between ${years.from} and ${years.to}.`
    : null;
}

const titles = { start: 'First day', end: 'Last day', published: 'Day of publication' } as const;

function dayProblems(values: DetailValues): readonly DetailProblem[] {
  const { start, end, published } = values;
  const wrong = (['start', 'end', 'published'] as const).flatMap((name): DetailProblem[] => {
    const message = values[name] === '' ? null : dayProblem(titles[name], values[name]);
    return message === null ? [] : [{ of: [name], message, mayStand: false }];
  });
  if (wrong.length > 0) return wrong;
  const before = (early: string, late: string): boolean => early !== '' && late !== '' && late < early;
  return [
    ...(before(start, end)
      ? [
          {
            of: ['end', 'start'],
            message: 'The last day lies before the first day.',
            mayStand: false,
          } as const,
        ]
      : []),
    ...(before(end === '' ? start : end, published)
      ? [
          {
            of: ['published', 'end', 'start'],
            message: 'The day of publication lies before the inspection ended.',
            mayStand: false,
          } as const,
        ]
      : []),
  ];
}

/** How many characters a detail's record takes. */
const limits = { provider: 300, kind: 120, leadInspector: 300, inspectorate: 200 } as const;

function lengthProblems(values: DetailValues): readonly DetailProblem[] {
  return (['provider', 'kind', 'leadInspector', 'inspectorate'] as const).flatMap((name): DetailProblem[] => {
    const { length } = values[name].trim();
    const message = `${detailTitles[name]} takes ${count(limits[name], 'character')}; this has ${numberWords(length)}.`;
    return length > limits[name] ? [{ of: [name], message, mayStand: false }] : [];
  });
}

function frameworkProblems(values: DetailValues, framework: DetailFramework): readonly DetailProblem[] {
  const { title, valid, kinds } = framework;
  const day = values.start === '' ? values.end : values.start;
  const applies = day === '' || !isDay(day) || (valid.from <= day && (valid.to === null || day <= valid.to));
  const until = valid.to === null ? '' : ` to ${dayWords(valid.to)}`;
  return [
    ...(kinds.length > 0 && kindCalled(framework, values.kind) === null
      ? [{ of: ['kind'], message: `${title} has no such type of inspection.`, mayStand: false } as const]
      : []),
    ...(applies
      ? []
      : [
          {
            of: ['start', 'end'],
            message: `${title} is for inspections from ${dayWords(valid.from)}${until}. Say why it applies all the same, or choose another framework.`,
            mayStand: true,
          } as const,
        ]),
  ];
}

/**
 * Everything that speaks against an inspection's details, `framework` as adopted. A provider has a name; the last day is
 * not before the first and publication not before the last; years lie between 1990 and 2100.
 */
export function detailProblems(
  values: DetailValues,
  framework: DetailFramework | null,
): readonly DetailProblem[] {
  return [
    ...(values.provider.trim() === ''
      ? [{ of: ['provider'], message: 'The provider has no name.', mayStand: false } as const]
      : []),
    ...lengthProblems(values),
    ...dayProblems(values),
    ...(values.stage !== '' && stageCalled(values.stage) === null
      ? [{ of: ['stage'], message: 'There is no such stage.', mayStand: false } as const]
      : []),
    ...(framework === null ? [] : frameworkProblems(values, framework)),
  ];
}
