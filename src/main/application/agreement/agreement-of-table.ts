import { agreementWithIntervals } from './agreement-with-intervals.ts';
import { stoppedFigures } from './pooled-agreement.ts';
import { readTable } from '../evidence/read-table.ts';
import { runJob } from '../session/run-job.ts';
import type { Scope } from '../session/session.ts';
import { pairShares } from '../../../shared/agreement/pair-shares.ts';
import { gradesOfScales, readRatings } from '../../../shared/agreement/read-ratings.ts';
import { withoutOrder } from '../../../shared/agreement/without-order.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { TableAgreementView } from '../../../shared/ipc/agreement-views.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

const mostBytes = 20_000_000;
const draws = 1000;

/** How far raters agree in a table that somebody has (CSV, Excel, Word or JSON): one row a unit, one column a rater. Nothing is written. */
export async function agreementOfTable(
  scope: Scope,
  { file, seed }: { readonly file: string; readonly seed: number },
): Promise<Result<TableAgreementView, CallError>> {
  const { ports } = scope;
  const given = await ports.grants.readFile(file, mostBytes);
  if (!given.ok) return refused({ code: 'unreadable', message: given.error.message });
  const scales = (await ports.resources.frameworks()).flatMap(gradesOfScales);
  const read = await readRatings(given.value.bytes, scales, (bytes) => readTable(scope, bytes));
  if (!read.ok) return refused({ code: 'unreadable', ...read.error });
  const { ratings, raters, words, ordered, reading } = read.value;
  const measured = await runJob(scope, 'agreement', ({ signal, progress }) =>
    agreementWithIntervals(
      ports.heavyWork,
      ratings,
      { seed, draws },
      { signal, hear: (made) => progress(made, draws, `${made} of ${draws} draws`) },
    ),
  );
  if (measured === null) return refused(stoppedFigures);
  return done({
    file: given.value.name,
    raters,
    words,
    reading,
    agreement: ordered ? measured : withoutOrder(measured),
    shares: pairShares(ratings),
    seed,
    draws,
  });
}
