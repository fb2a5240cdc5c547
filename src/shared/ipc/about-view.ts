/** Somebody else's work that goes out with Plumbline, under its licence. */
export interface ShippedNotice {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression. */
  readonly licence: string;
  readonly homepage: string | null;
  /** The licence's own words; null where the work brought none. */
  readonly text: string | null;
}

/** What this Plumbline is. */
export interface AboutView {
  readonly version: string;
  /** The commit that it was built from, 40 hexadecimal digits; null where it was built outside of a repository. */
  readonly commit: string | null;
  /** Null where it runs from sources, of which nothing was bundled. */
  readonly notices: readonly ShippedNotice[] | null;
  /**
   * What to send with a question, line by line: versions, settings, counts. Never a name, a path or a word of anybody's.
   */
  readonly account: readonly string[];
}
