import { canonical } from '../records/canonical.ts';
import type { Improvement } from '../values/improvement.ts';
import { compareTexts } from '../text/compare-texts.ts';
import type { FlagTerms, JudgmentFlag } from './judgment-flag.ts';
import { judgmentFlags } from './judgment-flags.ts';
import type { GradeChange, LinkChange, PointChange, SectionChange } from './judgment-changes.ts';
import { compareWithAuthors, type TextHistory } from '../text/word-authors.ts';
import type { JudgmentSnapshot } from './judgment-snapshot.ts';

/** What one state of a draft became in another: grade, evidence links and prose together. */
export interface JudgmentComparison {
  readonly grades: readonly GradeChange[];
  readonly links: readonly LinkChange[];
  readonly fits: readonly {
    readonly criterion: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly points: readonly PointChange[];
  readonly sections: readonly SectionChange[];
  readonly flags: readonly JudgmentFlag[];
}

function namesIn(a: object, b: object): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
}

function linkChanges(before: JudgmentSnapshot, after: JudgmentSnapshot): readonly LinkChange[] {
  const key = (link: { note: string; criterion: string }): string => `${link.criterion} ${link.note}`;
  const old = new Map(before.links.map((link) => [key(link), link]));
  const now = new Map(after.links.map((link) => [key(link), link]));
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((name): LinkChange[] => {
    const [was, is] = [old.get(name), now.get(name)];
    const link = is ?? was;
    if (link === undefined || was?.direction === is?.direction) return [];
    return [
      {
        note: link.note,
        criterion: link.criterion,
        before: was?.direction ?? null,
        after: is?.direction ?? null,
      },
    ];
  });
}

function listsOf({ improvements, lists }: JudgmentSnapshot): JudgmentSnapshot['lists'] {
  return { improvements, ...lists };
}

function pointChanges(
  section: string,
  before: readonly Improvement[],
  after: readonly Improvement[],
): readonly PointChange[] {
  const old = new Map(before.map((point) => [point.id, point]));
  const now = new Map(after.map((point) => [point.id, point]));
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id): PointChange[] => {
    const was = old.get(id)?.text ?? '';
    const is = now.get(id)?.text ?? '';
    if (was === is && old.has(id) === now.has(id)) return [];
    const kind = !old.has(id) ? 'added' : !now.has(id) ? 'removed' : 'changed';
    const { paragraphs } = compareTexts(was, is);
    return [{ section, id, kind, words: paragraphs.flatMap(({ words }) => words) }];
  });
}

/** Compares two states of one draft, each text once; with the histories of its sections, it says who changed which words. */
export function compareJudgments(
  before: JudgmentSnapshot,
  after: JudgmentSnapshot,
  terms: FlagTerms,
  histories: { readonly [section: string]: TextHistory } = {},
): JudgmentComparison {
  const grades = namesIn(before.grades, after.grades)
    .map((area) => ({ area, before: before.grades[area] ?? null, after: after.grades[area] ?? null }))
    .filter((change) => canonical(change.before) !== canonical(change.after));
  const links = linkChanges(before, after);
  const sections = namesIn(before.narratives, after.narratives).flatMap((section): SectionChange[] => {
    const [was, is] = [before.narratives[section] ?? '', after.narratives[section] ?? ''];
    if (was === is) return [];
    const history = histories[section];
    return [
      {
        section,
        ...(history === undefined ? compareTexts(was, is) : compareWithAuthors(was, is, history)),
      },
    ];
  });
  return {
    grades,
    links,
    fits: namesIn(before.fits, after.fits)
      .map((criterion) => ({
        criterion,
        before: before.fits[criterion] ?? null,
        after: after.fits[criterion] ?? null,
      }))
      .filter((change) => change.before !== change.after),
    points: namesIn(listsOf(before), listsOf(after)).flatMap((section) =>
      pointChanges(section, listsOf(before)[section] ?? [], listsOf(after)[section] ?? []),
    ),
    sections,
    flags: judgmentFlags(after, { grades, links, sections }, terms),
  };
}
