import type { CallError } from '../../../shared/ipc/call-error.ts';

/** The round asked for is not in the draft, or has not arrived. */
export const noRound: CallError = {
  code: 'not-found',
  message: 'This round is not in the draft, or has not arrived here. Nothing was changed. Look again.',
};

/** The round is not open for what was asked. */
export const notOpen: CallError = {
  code: 'not-allowed',
  message:
    'This round is not open any more: it was revealed or abandoned. Nothing was changed. Look at it again.',
};

/** Only after the reveal. */
export const notRevealed: CallError = {
  code: 'not-allowed',
  message:
    'The independent grades are not revealed yet, so nothing of the discussion can be recorded. Nothing was changed.',
};

/** The person takes no part. */
export const noPart: CallError = {
  code: 'not-allowed',
  message:
    'You take no part in this round. Nothing was changed. Ask the chair if you should be among its members.',
};

/** The person holds no key of the round. */
export const noHolder: CallError = {
  code: 'not-allowed',
  message: 'Only the chair and the deputies of this round can do this. Nothing was changed. Ask one of them.',
};
