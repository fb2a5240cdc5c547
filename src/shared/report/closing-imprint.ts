import type { PlacedLine } from './source-text.ts';

/** No imprint is longer than this many lines. */
const longest = 60;

/**
 * Splits off the imprint that closes a published report: from the paragraph that says who the inspectorate is to the
 * end, where that end names the copyright. It is furniture: the same words stand in every report.
 */
export function splitOffImprint(body: readonly PlacedLine[]): {
  readonly body: readonly PlacedLine[];
  readonly imprint: readonly PlacedLine[];
} {
  const floor = Math.max(0, body.length - longest);
  const found = body
    .slice(floor)
    .findIndex((line) => /^The Office for Standards in Education\b/u.test(line.text));
  const imprint = found === -1 ? [] : body.slice(floor + found);
  if (!imprint.some((line) => /\bCrown copyright\b/u.test(line.text))) return { body, imprint: [] };
  return { body: body.slice(0, floor + found), imprint: imprint.filter((line) => line.text !== '') };
}
