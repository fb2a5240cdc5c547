/** The facts of the inspection that people can correct. */
export const detailNames = [
  'provider',
  'kind',
  'start',
  'end',
  'published',
  'leadInspector',
  'inspectorate',
  'stage',
] as const;
/** One fact of the inspection; days are YYYY-MM-DD. */
export type DetailName = (typeof detailNames)[number];
