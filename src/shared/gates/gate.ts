/** One thing that must hold, or have its reason, before a judgment can be sealed. */
export interface Gate {
  readonly id: string;
  readonly title: string;
  /** What was looked at and what follows, in words. */
  readonly told: string;
  readonly status: 'done' | 'blocking' | 'reason-needed' | 'not-needed';
  /** The rule a reason would be given for; null where a reason does not help. */
  readonly rule: string | null;
  /** Where to go to settle it. */
  readonly goTo: {
    readonly screen: 'write' | 'evidence' | 'revisions' | 'people' | 'panel';
    readonly area?: string;
  } | null;
}

/** Whether a gate stands in the way of nothing: it holds, or nothing here needs it. */
export function gateHolds({ status }: Gate): boolean {
  return status === 'done' || status === 'not-needed';
}
