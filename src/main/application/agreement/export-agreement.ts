import { pooledAgreement } from './pooled-agreement.ts';
import { handOut } from '../session/hand-out.ts';
import type { Scope } from '../session/session.ts';
import { coefficientNames, coefficientTitles } from '../../../shared/agreement/coefficients.ts';
import type { Agreement } from '../../../shared/agreement/measure-agreement.ts';
import type { PairShares } from '../../../shared/agreement/pair-shares.ts';
import { listOf } from '../../../shared/words.ts';
import type { Result } from '../../../shared/result.ts';
import type { AgreementChoice, PooledAgreementView } from '../../../shared/ipc/agreement-views.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';

const columns = [
  'Rounds',
  'Before or after discussion',
  'Figure',
  'Value',
  '95 % from',
  '95 % to',
  'Units',
  'Pairs',
  'Scale',
  'Framework',
  'Area',
  'Panel',
  'Revealed from',
  'to',
] as const;

/** Numbers have all their digits: whoever computes on with them rounds them. */
type Cell = string | number;
type Figure = readonly [figure: string, value: Cell, low: Cell, high: Cell, units: number, pairs: number];

function sharesOf(
  { units, pairs, same, pooled, meanOverUnits }: PairShares,
  measured: Agreement | null,
): readonly Figure[] {
  const counts = [units, pairs] as const;
  const { low, high } = measured?.intervals.percent ?? {};
  return [
    ['Pairs with the same grade', same, '', '', ...counts],
    ['Pooled share of pairs with the same grade', pooled ?? '', '', '', ...counts],
    [
      'Mean over units of the share with the same grade',
      meanOverUnits ?? '',
      low ?? '',
      high ?? '',
      ...counts,
    ],
  ];
}

function coefficientsOf({ coefficients, intervals, paired }: Agreement, pairs: number): readonly Figure[] {
  // The share of pairs stands above, by both of its names.
  return coefficientNames
    .filter((name) => name !== 'percent')
    .map((name) => {
      const coefficient = coefficients[name];
      const { low, high } = intervals[name] ?? {};
      const value = coefficient.computable ? coefficient.value : `Not computable: ${coefficient.why}`;
      return [coefficientTitles[name], value, low ?? '', high ?? '', paired, pairs];
    });
}

/** The figures of a view as one table: a row a figure, each with what it is over. */
function agreementTable(view: PooledAgreementView): readonly (readonly Cell[])[] {
  const { filter, choices, rounds, shares } = view;
  const titleIn = (of: readonly AgreementChoice[], id: string): string =>
    id === '' ? 'all' : (of.find((choice) => choice.id === id)?.title ?? id);
  const over = [
    titleIn(choices.scales, filter.scale),
    titleIn(choices.frameworks, filter.framework),
    titleIn(choices.areas, filter.area),
    titleIn(choices.panels, filter.panel),
    filter.from,
    filter.to,
  ];
  const times = [
    ['before', 'Before'],
    ['after', 'After'],
  ] as const;
  const pooled = times.flatMap(([when, title]) => {
    const measured = view[when];
    return [
      ...sharesOf(shares[when], measured),
      ...(measured === null ? [] : coefficientsOf(measured, shares[when].pairs)),
    ].map((figure) => ['All together', title, ...figure, ...over]);
  });
  const byRound = rounds.flatMap((round) =>
    times.flatMap(([when, title]) => {
      const { pairs, exact, adjacent, further } = round[when];
      // How many areas two or more graded is not known of a round by itself: its pairs are.
      const counts = ['', pairs];
      const own = [
        over[0] ?? '',
        round.framework,
        over[2] ?? '',
        listOf(round.panels),
        over[4] ?? '',
        over[5] ?? '',
      ];
      return (
        [
          ['Pairs with the same grade', exact],
          ['Pairs a step apart', adjacent],
          ['Pairs further apart', further],
        ] as const
      ).map(([figure, value]) => [
        `${round.provider}, ${round.at.slice(0, 10)}`,
        title,
        figure,
        value,
        '',
        '',
        ...counts,
        ...own,
      ]);
    }),
  );
  return [...pooled, ...byRound];
}

/** Hands out the figures that a filter gives as CSV. */
export async function exportAgreement(
  scope: Scope,
  input: CallInput<'exportAgreement'>,
): Promise<Result<{ name: string } | null, CallError>> {
  const view = await pooledAgreement(scope, input);
  if (!view.ok) return view;
  const rows = agreementTable(view.value);
  const bytes = await scope.ports.documents.tableAsCsv({ columns, rows, abbreviations: [] });
  return handOut(scope, 'agreement.csv', bytes);
}

/** Hands out a picture that the window drew. */
export function savePicture(
  scope: Scope,
  picture: CallInput<'savePicture'>,
): Promise<Result<{ name: string } | null, CallError>> {
  const bytes = new Uint8Array(
    picture.format === 'svg' ? Buffer.from(picture.text) : Buffer.from(picture.base64, 'base64'),
  );
  return handOut(scope, `${picture.name}.${picture.format}`, bytes);
}
