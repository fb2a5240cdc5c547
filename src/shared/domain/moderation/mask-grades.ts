import type { RecordGraph } from '../draft/record-graph.ts';
import { frameworkAdoptedBody } from '../events/framework-adopted.ts';
import { frameworkSchema } from '../framework/framework-schema.ts';

/** What stands in place of a grade's words. */
export const maskedGrade = '[hidden]';

/** Takes every grade's words out of a text. */
export type MaskGrades = (text: string) => string;

/**
 * A mask for the words of every grade of every framework that a draft has adopted: titles, short and narrative forms
 * and ids, whole words, whatever their case, longest first. All grades' words go, not only the one given: what was left
 * standing would tell what was taken out.
 */
export function maskFor(graph: RecordGraph): MaskGrades {
  const words = new Set<string>();
  for (const { record } of graph.entries) {
    if (record.type !== 'framework.adopted') continue;
    const adopted = frameworkAdoptedBody.safeParse(record.body).data?.framework;
    for (const scale of frameworkSchema.safeParse(adopted).data?.scales ?? []) {
      for (const { id, title, short, words: said } of scale.grades) {
        for (const one of [id, title, short, said]) if (one !== undefined) words.add(one.toLowerCase());
      }
    }
  }
  if (words.size === 0) return (text) => text;
  const patterns = [...words]
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((one) =>
      one
        .split(/[\s-]+/u)
        .map(RegExp.escape)
        .join('[\\s-]+'),
    );
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) => text.replaceAll(pattern, maskedGrade);
}
