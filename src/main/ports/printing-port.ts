import type { Result } from '../../shared/result.ts';

/** Why a page could not be printed; `message` says what happened, what is safe and what to do. */
export interface PrintFault {
  readonly code: 'no-browser' | 'stopped' | 'failed';
  readonly message: string;
}

/**
 * Prints an HTML page that stands alone as a tagged PDF, by Chromium's own printing. `isStopped` is asked while it
 * prints; true ends it with 'stopped'.
 */
export type PrintPdf = (html: string, isStopped: () => boolean) => Promise<Result<Uint8Array, PrintFault>>;

/** Where somebody stopped the printing. */
export const printStopped: PrintFault = {
  code: 'stopped',
  message: 'You stopped this, and no file was made. Everything is as it was before.',
};

/** Where Chromium printed nothing. */
export function printFailed(why: string): PrintFault {
  return {
    code: 'failed',
    message: `The page could not be printed (${why}). No file was made, and the draft is unchanged. Try again, or choose Word or HTML, which need no printing.`,
  };
}
