/** What a document may need to name people and moments by. */
export interface DocumentNames {
  readonly person: (id: string) => string;
  /** What the draft is about, for titles and feet. */
  readonly title: string;
}
