/** Why a call was refused. `message` says what happened, what is safe and what to do; `detail` is for reports. */
export interface CallError {
  readonly code:
    | 'not-allowed'
    | 'no-person'
    | 'no-workspace'
    | 'not-found'
    | 'read-only'
    | 'locked'
    | 'disk-full'
    | 'vanished'
    | 'io'
    | 'not-a-workspace'
    | 'exists'
    | 'too-large'
    | 'newer-version'
    | 'damaged'
    | 'sealed'
    | 'not-sealed'
    | 'gates-open'
    | 'conflict'
    | 'out-of-date'
    | 'unreadable'
    | 'wrong-passphrase'
    | 'wrong-shape'
    | 'unknown-channel'
    | 'untrusted-sender'
    | 'host-ended'
    | 'cancelled'
    | 'bug';
  readonly message: string;
  readonly detail?: string;
}
