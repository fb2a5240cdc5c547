/** Where a document comes from: ids of a draft and of the last record that it prints. */
export interface DocumentOrigin {
  readonly draft: string;
  readonly at: string;
}

const begins = 'plumbline:';
/** Word takes no longer name of a content control. */
export const longestControl = 64;

/** The name of the place that a field's text has in a file: of the content control around it, as Word takes it. */
export function controlOf(field: string): string {
  return `${begins}${field}`.slice(0, longestControl);
}

/** Whether a content control's name is one that Plumbline gave. */
export function isOwnControl(control: string | null): control is string {
  return control?.startsWith(begins) === true;
}
