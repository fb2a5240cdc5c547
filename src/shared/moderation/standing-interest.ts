import { z } from 'zod';
import type { Framework } from '../framework/framework-schema.ts';
import { providerKey } from '../report/provider-key.ts';
import { daySchema, saidSchema } from '../values/body-parts.ts';
import { count, dayWords } from '../words.ts';
import type { Interest } from './interest-declared.ts';

/** How somebody is tied to a provider, whatever is inspected there. */
const standingTies = ['lived', 'worked', 'inspected', 'related'] as const;
type StandingTie = (typeof standingTies)[number];

/** What each tie is called. */
export const standingTieWords: { readonly [tie in StandingTie]: string } = {
  lived: 'Lived there, or a child of theirs did',
  worked: 'Worked there or for it',
  inspected: 'Inspected it',
  related: 'Related or close to somebody there',
};

/** An interest that stands on somebody's card, about one provider. */
export const standingInterestSchema = z.strictObject({
  tie: z.enum(standingTies),
  provider: saidSchema.max(200),
  /** Null where no day is said. */
  from: daySchema.nullable(),
  /** Null where it goes on. */
  until: daySchema.nullable(),
  words: z.string().trim().max(1000),
});
export type StandingInterest = z.infer<typeof standingInterestSchema>;

/** For how many years after its end a tie keeps somebody out; null: however long ago it ended. */
type YearsOut = { readonly [tie in StandingTie]: number | null };

/**
 * The years of a framework that names none: Plumbline's own. The inspectorates whose published policies were looked at
 * (Ofsted's for contracted inspectors, 2015 and 2019) ask for every actual and potential conflict and name no years.
 */
const usualYears: YearsOut = { lived: 5, worked: 5, inspected: 2, related: null };

type Ruled = Pick<Framework, 'interestYears'> | null;

function yearsOutBy(framework: Ruled): YearsOut {
  const own = framework?.interestYears;
  return own === undefined
    ? usualYears
    : { lived: own.lived, worked: own.worked, inspected: own.inspected, related: null };
}

const withinYears = (verb: string, years: number | null): string =>
  years === null
    ? `has ever ${verb}`
    : `has ${verb} within ${count(years, 'year')} before the inspection began`;

/** The rule by which it is decided who may not grade, as it is shown wherever it decides something. */
export function interestRule(framework: Ruled): string {
  const { lived, worked, inspected } = yearsOutBy(framework);
  const ties = [
    withinYears('lived there', lived),
    withinYears('worked there', worked),
    withinYears('inspected it', inspected),
  ];
  const whose =
    framework?.interestYears === undefined
      ? 'The years are Plumbline’s own: this framework names none. A new version of it can.'
      : 'The years are this framework’s.';
  return `An actual interest keeps its holder out of grading, and so does whoever is related or close to somebody there, ${ties.join(', ')}. A potential or perceived interest keeps out where it is declared so, or where the chair records it so. ${whose}`;
}

/** Whether an interest keeps its holder out of grading by the rule, whatever else was chosen. */
export function keepsOut({ standing }: Pick<Interest, 'standing'>): boolean {
  return standing === 'actual';
}

function isCurrent({ tie, until }: StandingInterest, day: string, yearsOut: YearsOut): boolean {
  const years = yearsOut[tie];
  if (until === null || years === null) return true;
  const end = `${Number(until.slice(0, 4)) + years}${until.slice(4)}`;
  return end >= day;
}

/** A standing interest in a sentence: "Worked there or for it until Sun 3 Mar 2019: social worker". */
export function standingInterestSentence({ tie, from, until, words }: StandingInterest): string {
  const days = [
    from === null ? '' : ` from ${dayWords(from)}`,
    until === null ? '' : ` until ${dayWords(until)}`,
  ].join('');
  return `${standingTieWords[tie]}${days}${words === '' ? '' : `: ${words}`}`;
}

/**
 * What the standing interests on somebody's card are for the inspection of a provider that began on a day (YYYY-MM-DD, null
 * where it is not known: then none is too long ago). A tie that ended too long ago is potential and keeps nobody out.
 */
export function interestsFrom(
  standing: readonly StandingInterest[],
  provider: string,
  day: string | null,
  framework: Ruled,
): readonly Interest[] {
  const key = providerKey(provider);
  return standing
    .filter((interest) => key !== '' && providerKey(interest.provider) === key)
    .map((interest): Interest => {
      const out = day === null || isCurrent(interest, day, yearsOutBy(framework));
      return {
        class: 'inspection-activity',
        standing: out ? 'actual' : 'potential',
        told: standingInterestSentence(interest),
        excludes: out,
      };
    });
}
