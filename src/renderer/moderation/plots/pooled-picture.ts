import type { Agreement } from '../../../shared/agreement/measure-agreement.ts';
import type { CoefficientName } from '../../../shared/agreement/coefficients.ts';
import type { PairShares } from '../../../shared/agreement/pair-shares.ts';
import type { AgreementChoice, PooledAgreementView } from '../../../shared/ipc/agreement-views.ts';
import { count, dayWords } from '../../../shared/words.ts';
import { agreementOverTime, type RoundShare } from './agreement-over-time.ts';
import { pictureOf, pngOf, type PictureFormat } from './draw-picture.ts';
import { intervalPlot, type IntervalAxis, type IntervalRow } from './interval-plot.ts';

/** The coefficients that are drawn, with what they are called there; the table and the CSV have them all. */
export const drawnCoefficients: readonly (readonly [CoefficientName, string])[] = [
  ['krippendorff.ordinal', 'Krippendorff’s alpha, ordinal'],
  ['gwet.ac2Quadratic', 'Gwet’s AC2, quadratic'],
  ['fleiss', 'Fleiss’ kappa'],
  ['percent', 'Pairs that agree, mean over areas'],
];

/** The axis of coefficients. */
export const coefficientAxis: IntervalAxis = {
  from: -0.2,
  to: 1,
  target: [0, 1],
  axis: '1 is whole agreement; 0 chance, but for pairs that agree',
};

/** Each round's share of pairs with the same grade, before and after discussion. */
export function sharesByRound({ rounds }: Pick<PooledAgreementView, 'rounds'>): readonly RoundShare[] {
  return rounds.flatMap(({ at, before, after }) =>
    (
      [
        ['Before', before],
        ['After', after],
      ] as const
    ).flatMap(([when, { exact, pairs }]) =>
      pairs === 0 ? [] : [{ at: new Date(at), share: exact / pairs, when }],
    ),
  );
}

/** The drawn coefficients that could be computed, with their intervals. */
export function coefficientRows(measured: Agreement): readonly IntervalRow[] {
  return drawnCoefficients.flatMap(([name, title]) => {
    const coefficient = measured.coefficients[name];
    const interval = measured.intervals[name];
    return coefficient.computable
      ? [
          {
            name: title,
            value: coefficient.value,
            low: interval?.low ?? null,
            high: interval?.high ?? null,
          },
        ]
      : [];
  });
}

/** A share in words: "62.0 %", or that there is none. */
export function shareWords(share: number | null): string {
  return share === null ? 'none' : `${(100 * share).toFixed(1)} %`;
}

/** What is asked for, in a line each. */
function filterLines({ filter, choices }: PooledAgreementView): readonly string[] {
  const titleIn = (of: readonly AgreementChoice[], id: string): string =>
    of.find((choice) => choice.id === id)?.title ?? id;
  const named = (title: string, of: readonly AgreementChoice[], id: string): readonly string[] =>
    id === '' ? [] : [`${title}: ${titleIn(of, id)}`];
  return [
    ...named('Scale', choices.scales, filter.scale),
    ...named('Framework', choices.frameworks, filter.framework),
    ...named('Area', choices.areas, filter.area),
    ...named('Panel', choices.panels, filter.panel),
    ...(filter.from === '' ? [] : [`Revealed from ${dayWords(filter.from)}`]),
    ...(filter.to === '' ? [] : [`Revealed until ${dayWords(filter.to)}`]),
  ];
}

const width = 760;

/** The plots of a view but severity, which is for those alone whom it is about, as the text of an SVG or a PNG in base64. */
export async function drawnPicture(
  view: PooledAgreementView,
  workspace: string,
  format: PictureFormat,
): Promise<string> {
  const plot = await import('@observablehq/plot');
  const shares = sharesByRound(view);
  const coefficients = (
    [
      ['Before discussion', view.before],
      ['After discussion', view.after],
    ] as const
  ).flatMap(([title, measured]) =>
    measured === null
      ? []
      : [
          {
            title: `${title}, ${count(measured.paired, 'area')}`,
            drawn: intervalPlot(plot, width, coefficientRows(measured), coefficientAxis),
          },
        ],
  );
  const { before, after } = view.shares;
  const ofPairs = ({ pooled, same, pairs }: PairShares): string =>
    pairs === 0 ? 'none' : `${shareWords(pooled)} (${same} of ${count(pairs, 'pair')})`;
  const ofAreas = ({ meanOverUnits, units }: PairShares): string =>
    units === 0 ? 'none' : `${shareWords(meanOverUnits)} (${count(units, 'area')})`;
  const picture = pictureOf(
    {
      heading: `Agreement of panels, ${workspace}`,
      lines: [
        `${count(view.rounds.length, 'round')}, ${count(view.units, 'area')} graded by two or more`,
        ...filterLines(view),
        `Pooled share of pairs with the same grade: ${ofPairs(before)} before, ${ofPairs(after)} after discussion`,
        `Mean over areas of that share: ${ofAreas(before)} before, ${ofAreas(after)} after discussion`,
        ...(coefficients.length === 0 ? [view.why] : []),
      ],
    },
    [
      ...(shares.length === 0
        ? []
        : [
            {
              title: 'Pairs with the same grade, round by round',
              drawn: agreementOverTime(plot, width, shares),
            },
          ]),
      ...coefficients,
    ],
    width,
  );
  return format === 'svg' ? picture.svg : pngOf(picture);
}
