import { readOutcomeSchema, failingOutcomes, outcomeTitles } from '../audits/reading-words.ts';
import { plain, plainRows, type Block } from '../documents/printed-document.ts';
import type { AuditFigures } from './audit-figures.ts';
import { leastPublic, withheldCounts, type CountSum } from './withheld-counts.ts';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const withheldWord = 'withheld';
const outcomes = readOutcomeSchema.options;

/** Every count of the figures by name, and how they add up to each other. */
function countsOf({ frame, strata, outcomes: found, byKnown, withSealed, withSecond }: AuditFigures): {
  readonly counts: Readonly<Record<string, number>>;
  readonly sums: readonly CountSum[];
} {
  const counts: Record<string, number> = { ...frame };
  const sums: CountSum[] = [];
  const add = (total: string, parts: Readonly<Record<string, number>>): void => {
    Object.assign(counts, parts);
    sums.push({ total, parts: Object.keys(parts) });
  };
  const byStratum = (
    what: string,
    pick: (stratum: AuditFigures['strata'][number]) => number,
  ): Readonly<Record<string, number>> =>
    Object.fromEntries(strata.map((stratum, at) => [`${what} ${at}`, pick(stratum)]));
  const failures = strata.reduce((sum, stratum) => sum + stratum.failures, 0);
  add('read', { failures, passing: frame.read - failures });
  add(
    'size',
    byStratum('size', ({ size }) => size),
  );
  add(
    'drawn',
    byStratum('drawn', ({ drawn }) => drawn),
  );
  add(
    'read',
    byStratum('read', ({ read }) => read),
  );
  add(
    'failures',
    byStratum('failures', (stratum) => stratum.failures),
  );
  add(
    'passing',
    byStratum('passing', (stratum) => stratum.read - stratum.failures),
  );
  for (const at of strata.keys())
    sums.push({ total: `read ${at}`, parts: [`failures ${at}`, `passing ${at}`] });
  const named = (failing: boolean): Readonly<Record<string, number>> =>
    Object.fromEntries(
      outcomes
        .filter((outcome) => failingOutcomes.has(outcome) === failing)
        .map((outcome) => [outcome, found[outcome]]),
    );
  add('failures', named(true));
  add('passing', named(false));
  const { known, blind } = byKnown;
  add('read', { 'read known': known.read, 'read blind': blind.read });
  add('failures', { 'failures known': known.failures, 'failures blind': blind.failures });
  add('passing', {
    'passing known': known.read - known.failures,
    'passing blind': blind.read - blind.failures,
  });
  for (const knew of ['known', 'blind'])
    sums.push({ total: `read ${knew}`, parts: [`failures ${knew}`, `passing ${knew}`] });
  for (const [what, { areas, same, worse, better }] of [
    ['sealed', withSealed],
    ['second', withSecond],
  ] as const) {
    counts[`areas ${what}`] = areas;
    add(`areas ${what}`, { [`same ${what}`]: same, [`worse ${what}`]: worse, [`better ${what}`]: better });
  }
  return { counts, sums };
}

/** What the figures of a draw say, with every interval named; a public report withholds small counts and what would give them back. */
export function figureBlocks(
  figures: AuditFigures,
  titles: readonly string[],
  isPublic: boolean,
): readonly Block[] {
  const { counts, sums } = countsOf(figures);
  const withheld: ReadonlySet<string> = isPublic ? withheldCounts(counts, sums) : new Set();
  const told = (name: string): string => (withheld.has(name) ? withheldWord : String(counts[name] ?? 0));
  const tell = (names: readonly string[], words: string): string =>
    names.some((name) => withheld.has(name)) ? withheldWord : words;
  const strata = figures.strata.map(({ share, clopperPearson: [low, high], finite, bound, size }, at) => {
    // Share, interval and bound are functions of these counts alone, and would give each of them back.
    const rest = [`size ${at}`, `read ${at}`, `failures ${at}`];
    return [
      titles[at] ?? '',
      told(`size ${at}`),
      told(`drawn ${at}`),
      told(`read ${at}`),
      told(`failures ${at}`),
      tell(rest, share === null ? 'nothing read' : `${percent(share)}, ${percent(low)} to ${percent(high)}`),
      tell(rest, `${finite.least} to ${finite.most}`),
      tell(rest, `${bound.most} of ${size} (${percent(bound.share)})`),
    ];
  });
  const everyCount = figures.strata.flatMap((_stratum, at) => [`size ${at}`, `read ${at}`, `failures ${at}`]);
  const overall =
    figures.overall === null
      ? 'not known: a stratum was not read'
      : `${percent(figures.overall.share)}${figures.overall.error === null ? '' : `, standard error ${percent(figures.overall.error)}`}`;
  return [
    { kind: 'heading', level: 2, text: 'What was found' },
    {
      kind: 'paragraph',
      words: plain(
        `Of ${told('size')} judgments in the frame ${told('drawn')} were drawn, and ${told('read')} of them have outcomes. A failure is a judgment of which an area is not supported by what is on file, or outside the range.`,
      ),
    },
    ...(isPublic
      ? [
          {
            kind: 'paragraph' as const,
            words: plain(
              `Counts from 1 to ${leastPublic - 1} are withheld, and with them further counts, shares, intervals and bounds from which they could be worked out.`,
            ),
          },
        ]
      : []),
    {
      kind: 'table',
      caption: 'Failures by stratum',
      columns: [
        'Stratum',
        'In the frame',
        'Drawn',
        'Read',
        'Failures',
        'Share, exact 95 % interval, two-sided',
        'In the stratum, 95 %, two-sided',
        'At most in the stratum, 95 %, one-sided',
      ],
      rowHeaders: true,
      rows: plainRows(strata),
    },
    {
      kind: 'facts',
      facts: [
        { name: 'Over all strata, each by its size', value: tell(everyCount, overall) },
        ...outcomes.map((outcome) => ({ name: outcomeTitles[outcome], value: told(outcome) })),
        {
          name: 'No published grade known',
          value: `${told('failures blind')} of ${told('read blind')} fail`,
        },
        { name: 'A published grade known', value: `${told('failures known')} of ${told('read known')} fail` },
        {
          name: 'Blind grade beside the sealed one',
          value: `${told('same sealed')} of ${told('areas sealed')} areas the same, ${told('worse sealed')} worse, ${told('better sealed')} better`,
        },
        {
          name: 'Beside a second reader’s',
          value: `${told('same second')} of ${told('areas second')} areas the same`,
        },
        { name: 'Running sum of differences', value: isPublic ? withheldWord : chartWords(figures) },
      ],
    },
  ];
}

function chartWords({ difference: { reached, points, limit, runLengths } }: AuditFigures): string {
  const said =
    reached === null
      ? `the limit of ${limit} was not reached in ${points.length}`
      : `the limit of ${limit} was reached at judgment ${reached} of ${points.length}, in the order of their seals`;
  return `${said}; if 1 in 10 differs, chance reaches it about once in ${Math.round(runLengths.usual)}, and if 1 in 4 differs, it takes about ${Math.round(runLengths.worse)}`;
}

/** The figures as rows, with all their digits. */
export function figureRows(figures: AuditFigures): readonly (readonly (string | number)[])[] {
  const row = (figure: string, value: number | null): readonly (string | number)[] => [
    'All strata',
    figure,
    value ?? '',
  ];
  return [
    ...figures.strata.flatMap(
      ({ name, size, drawn, read, failures, share, clopperPearson: [low, high], finite, bound }) =>
        (
          [
            ['In the frame', size],
            ['Drawn', drawn],
            ['Read', read],
            ['Failures', failures],
            ['Share', share ?? ''],
            ['Share, exact two-sided 95 %, from', low],
            ['Share, exact two-sided 95 %, to', high],
            ['In the stratum, two-sided 95 %, from', finite.least],
            ['In the stratum, two-sided 95 %, to', finite.most],
            ['At most in the stratum, one-sided 95 %', bound.most],
          ] as const
        ).map(([figure, value]) => [name, figure, value]),
    ),
    row('Share, each stratum by its size', figures.overall?.share ?? null),
    row('Standard error', figures.overall?.error ?? null),
    ...outcomes.map((outcome) => row(outcomeTitles[outcome], figures.outcomes[outcome])),
    row('Read, no published grade known', figures.byKnown.blind.read),
    row('Failures, no published grade known', figures.byKnown.blind.failures),
    row('Read, a published grade known', figures.byKnown.known.read),
    row('Failures, a published grade known', figures.byKnown.known.failures),
    row('Areas beside the sealed grade', figures.withSealed.areas),
    row('Areas the same as sealed', figures.withSealed.same),
    row('Areas worse than sealed', figures.withSealed.worse),
    row('Areas better than sealed', figures.withSealed.better),
    row('Areas with a second reader', figures.withSecond.areas),
    row('Areas the same as a second reader', figures.withSecond.same),
  ];
}
