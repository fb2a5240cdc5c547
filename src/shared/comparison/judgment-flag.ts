/** Something the panel may want to ask about; a question, never an accusation. */
export interface JudgmentFlag {
  readonly code:
    | 'grade-changed-without-evidence'
    | 'evidence-removed-after-moderation'
    | 'new-after-factual-accuracy'
    | 'hidden-character'
    | 'look-alike-character'
    | 'narrative-names-another-grade';
  /** What the question is about: it is the same question while this is the same. */
  readonly key: string;
  /** The area or section it concerns. */
  readonly place: string;
  readonly message: string;
}

/** What flags need to know of a framework. */
export interface FlagTerms {
  /** The area of each criterion. */
  readonly areaOf: { readonly [criterion: string]: string };
  /** Words of each grade as narratives say them, by grade id: "good", "requires improvement". */
  readonly gradeWords: { readonly [grade: string]: string };
}
