import type { DescriptorMark } from '../evidence/evidence-state.ts';
import { shown } from '../records/settled.ts';
import type { Criterion, Scale } from '../framework/framework-schema.ts';

/** How a framework reads the marks of one criterion's descriptors. */
export type FitMode = 'best-fit' | 'secure-fit' | 'met-or-not';

/** What the marks of a criterion add up to, step by step; a grade is only ever set by people. */
export interface FitTelling {
  /** The grade that the marks point to; null where they point to none, or to several. */
  readonly grade: string | null;
  readonly steps: readonly string[];
}

type Mark = 'met' | 'partly' | 'not' | 'none';

/**
 * The more careful first: where members differ, the most careful mark is read, and that is told. At the lowest grade it
 * is the other way about: there it is careful to take a failing as met.
 */
const careful: readonly Mark[] = ['none', 'not', 'partly', 'met'];
const words: Readonly<Record<Mark, string>> = {
  met: 'met',
  partly: 'partly met',
  not: 'not met',
  none: 'no evidence',
};

interface ReadMark {
  readonly grade: string;
  readonly title: string;
  readonly mark: Mark | null;
  readonly sentence: string;
}

function readMarks(
  criterion: Criterion,
  scale: Scale,
  marks: readonly DescriptorMark[],
  nameOf: (person: string) => string,
): readonly ReadMark[] {
  const lowest = scale.grades.at(-1)?.id;
  return scale.grades.flatMap(({ id, title }): ReadMark[] => {
    if (!criterion.descriptors.some((descriptor) => descriptor.grade === id)) return [];
    const said = marks.flatMap((entry) => {
      const value = shown(entry.values);
      return entry.criterion === criterion.id && entry.grade === id && value !== null
        ? [{ author: nameOf(entry.author), mark: value.mark }]
        : [];
    });
    const order = id === lowest ? [...careful].reverse() : careful;
    const found = order.find((mark) => said.some((entry) => entry.mark === mark)) ?? null;
    if (found === null) return [{ grade: id, title, mark: null, sentence: `${title}: nobody marked it.` }];
    const apart = new Set(said.map(({ mark }) => mark)).size > 1;
    const each = said.map(({ author, mark }) => `${author} says ${words[mark]}`).join(', ');
    const sentence = apart
      ? `${title}: members differ (${each}); read as ${words[found]}, the most careful of them.`
      : `${title}: ${words[found]}.`;
    return [{ grade: id, title, mark: found, sentence }];
  });
}

/** The best grade whose descriptor is met, as long as no worse one says otherwise. */
function bestFit(read: readonly ReadMark[]): readonly [string | null, string] {
  const met = read.filter(({ mark }) => mark === 'met');
  const [best, ...others] = met;
  if (best === undefined) {
    const partly = read.filter(({ mark }) => mark === 'partly');
    const [only] = partly;
    if (only !== undefined && partly.length === 1)
      return [only.grade, `No descriptor is met in full; only ${only.title} is met in part.`];
    return [null, 'No descriptor is met in full, and the marks single none out.'];
  }
  const worst = read.at(-1);
  const clash = others.find((other) => other.grade === worst?.grade);
  if (clash !== undefined && read.length > 2)
    return [null, `Both ${best.title} and ${clash.title} are marked met: the marks point both ways.`];
  return [best.grade, `${best.title} is the best grade whose descriptor is met.`];
}

/** A grade is secure where its descriptor and every lower passing one are met; the lowest grade needs none. */
function secureFit(read: readonly ReadMark[]): readonly [string | null, string] {
  const upwards = [...read].reverse();
  const [lowest, ...passing] = upwards;
  if (lowest === undefined) return [null, 'This criterion has no descriptors to read.'];
  const stop = passing.findIndex(({ mark }) => mark !== 'met');
  const secure = stop < 0 ? passing.at(-1) : stop === 0 ? undefined : passing[stop - 1];
  const blocking = passing[stop];
  if (blocking?.mark === null)
    return [
      null,
      `${blocking.title} is not marked yet, so nothing above ${secure?.title ?? lowest.title} can be read.`,
    ];
  if (secure === undefined) {
    const mark = blocking?.mark ?? 'none';
    return [lowest.grade, `${blocking?.title ?? ''} is ${words[mark]}, so only ${lowest.title} is secure.`];
  }
  return [
    secure.grade,
    blocking === undefined
      ? `Every standard up to ${secure.title} is met.`
      : `${secure.title} and all below it are met; ${blocking.title} is ${words[blocking.mark]} and stops there.`,
  ];
}

/** Met where every descriptor but the failing one is met. */
function metOrNot(read: readonly ReadMark[]): readonly [string | null, string] {
  const [standard, otherwise] = [read[0], read.at(-1)];
  if (standard?.mark == null) return [null, 'The standard is not marked yet.'];
  return standard.mark === 'met'
    ? [standard.grade, `The standard of ${standard.title} is met.`]
    : [otherwise?.grade ?? null, `The standard of ${standard.title} is ${words[standard.mark]}.`];
}

/** What the marks of one criterion's descriptors add up to under the framework's mode, in words. */
export function tellFit(
  criterion: Criterion,
  scale: Scale,
  marks: readonly DescriptorMark[],
  mode: FitMode,
  nameOf: (person: string) => string,
): FitTelling {
  const read = readMarks(criterion, scale, marks, nameOf);
  const title = `“${criterion.title}”`;
  if (read.every(({ mark }) => mark === null))
    return { grade: null, steps: [`${title}: no descriptor is marked yet.`] };
  const conclude = { 'best-fit': bestFit, 'secure-fit': secureFit, 'met-or-not': metOrNot }[mode];
  const [grade, why] = conclude(read);
  const name = scale.grades.find(({ id }) => id === grade)?.title;
  const last =
    name === undefined
      ? `${title}: the marks name no grade. People set it.`
      : `${title}: taken together the marks point to ${name}. People set it.`;
  return { grade, steps: [...read.map(({ sentence }) => sentence), why, last] };
}
