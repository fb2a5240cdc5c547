/** How the retention schedule of a draft's framework stands today; no rules where it has none. */
export interface RetentionView {
  readonly rules: readonly {
    readonly id: string;
    readonly title: string;
    /** The rule in words. */
    readonly sentence: string;
    readonly standing: 'without-end' | 'not-begun' | 'kept' | 'due';
    /** YYYY-MM-DD: the first day on which it may be erased. */
    readonly due: string | null;
    /** How many records it speaks of whose words are still there. */
    readonly records: number;
  }[];
}
