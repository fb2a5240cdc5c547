import { bootstrapDraws } from '../agreement/bootstrap-draws.ts';
import { compareJudgments } from '../comparison/compare-judgments.ts';
import { mergeTexts } from '../text/merge-texts.ts';

/** Work that would hold up everything else: pure functions of plain data that run beside the main thread. */
export const heavyWork = { compareJudgments, mergeTexts, bootstrapDraws };

type Table = typeof heavyWork;

/** Does one piece of such work beside the main thread; refuses (throws) where the worker dies or the work throws. */
export type HeavyWork = <N extends keyof Table>(
  name: N,
  ...input: Parameters<Table[N]>
) => Promise<ReturnType<Table[N]>>;
