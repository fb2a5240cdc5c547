import { measures, type FrameFigures } from './frame-figures.ts';

const measureTitles = {
  failing: 'Not supported or outside',
  weak: 'Weakly recorded',
  other: 'Another grade within the range',
} as const;

type Row = readonly (string | number)[];

/** The further figures of a draw as rows, with all their digits; leads are never named, people as `person` names them. */
export function frameRows(
  { strata, drift, severity, funnel, use, named, seals }: FrameFigures,
  person: (id: string) => string,
): readonly Row[] {
  return [
    ...strata.flatMap(({ name, found }) =>
      measures.flatMap((measure): Row[] => [
        [name, measureTitles[measure], found[measure].count],
        [name, `${measureTitles[measure]}, at most, one-sided 95 %`, found[measure].most],
      ]),
    ),
    ...drift.flatMap(({ quarter, count, of, interval: [low, high] }): Row[] => [
      [quarter, 'Area grades read that differ', count],
      [quarter, 'Area grades read', of],
      [quarter, 'Share that differs, Wilson 95 %, from', low],
      [quarter, 'Share that differs, Wilson 95 %, to', high],
    ]),
    ...severity.people.flatMap(({ person: id, grades, standing, steps, interval }): Row[] => [
      [person(id), 'Grades of the same evidence', grades],
      [person(id), 'Severity in steps', steps ?? (standing === 'apart' ? 'not comparable' : 'too few')],
      ...(interval === null
        ? []
        : [
            [person(id), 'Severity, 95 %, from', interval[0]],
            [person(id), 'Severity, 95 %, to', interval[1]],
          ]),
    ]),
    ...funnel.leads.flatMap(({ areas, differ }, at): Row[] => [
      [`Lead ${at + 1}, not named`, 'Area grades read', areas],
      [`Lead ${at + 1}, not named`, 'Area grades that differ', differ],
    ]),
    ...(funnel.together === null
      ? []
      : [
          ['Leads with too few, together', 'Area grades read', funnel.together.areas],
          ['Leads with too few, together', 'Area grades that differ', funnel.together.differ],
        ]),
    ...use.grades.flatMap(({ grade, quarters }) =>
      quarters.map(({ quarter, count }): Row => [quarter, `Sealed ${named[grade]?.title ?? grade}`, count]),
    ),
    ['Frame', 'Seals that match', seals.match],
    ['Frame', 'Seals that changed', seals.changed.length],
    ['Frame', 'Seals that stand no longer', seals.gone],
  ];
}
