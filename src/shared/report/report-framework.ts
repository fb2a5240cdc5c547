/** What the import needs to know of a framework; every `Framework` is one. */
export interface ReportFramework {
  readonly id: string;
  readonly title: string;
  /** By the dates of inspection, ISO; `to` is the last day, null while in force. */
  readonly valid: { readonly from: string; readonly to: string | null };
  readonly scales: readonly {
    readonly id: string;
    readonly grades: readonly {
      readonly id: string;
      readonly title: string;
      /** As a narrative says it, where that differs. */
      readonly words?: string | undefined;
    }[];
  }[];
  readonly areas: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: string;
    readonly scale: string | null;
    /** Names under which published reports print the area. */
    readonly printed: readonly string[];
  }[];
  /** Kinds of inspection; a focused visit is read as a letter where it is one of them. */
  readonly kinds?: readonly string[] | undefined;
  /** Parts of a report that are no area, and whether they are points. */
  readonly sections?:
    | readonly { readonly id: string; readonly printed: readonly string[]; readonly points: boolean }[]
    | undefined;
}

/** One area of such a framework. */
export type ReportArea = ReportFramework['areas'][number];
