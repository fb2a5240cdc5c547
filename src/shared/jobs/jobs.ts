import { bootstrapDraws } from '../agreement/bootstrap-draws.ts';
import { compareJudgments } from '../comparison/compare-judgments.ts';
import { mergeTexts } from '../text/merge-texts.ts';

/** Work that would hold up everything else: pure functions of plain data that run beside the main thread. */
export const jobs = { compareJudgments, mergeTexts, bootstrapDraws };

/** The table of such work. */
export type Jobs = typeof jobs;

/** Runs one piece of work beside the main thread; refuses (throws) where the worker dies or the work throws. */
export type RunJob = <N extends keyof Jobs>(
  name: N,
  ...input: Parameters<Jobs[N]>
) => Promise<ReturnType<Jobs[N]>>;
