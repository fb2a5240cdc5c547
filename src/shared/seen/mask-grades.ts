import type { RecordGraph } from '../records/record-graph.ts';
import { frameworkAdopted } from '../framework/framework-adopted.ts';
import { frameworkSchema } from '../framework/framework-schema.ts';
import {
  leadsToGrade,
  movesGrade,
  ordinaryAfterIn,
  ordinaryBefore,
  ordinaryThings,
  statedAlone,
} from '../moderation/naming-words.ts';

/** Takes every grade's words out of a text. */
export type MaskGrades = (text: string) => string;

const alone: ReadonlySet<string> = new Set(statedAlone);

/** The end of a clause, after which nothing goes on that the word could belong to. */
const endsClause =
  /^(?:[^\p{L}\p{N}\s]*(?:\n|$)|[”"’')\]]*[.,;:!?)]|\s+(?:and|or|but|because|overall|since|for)(?!\p{L}))/u;

/** Looks back from a place for "in", as `maskOf` does for what leads to a grade: a search of all before it would cost a square. */
const within = /(?<=(?<!\p{L})in[ \u00a0]+)/iuy;

function source(words: string): string {
  return words
    .split(/[\s-]+/u)
    .map(RegExp.escape)
    .join('[\\s-]+');
}

/**
 * A mask for the words of every grade of every framework that a draft has adopted: titles, short and narrative forms
 * and ids, whole words, whatever their case, longest first. Which words go never depends on the grade that was given:
 * what was left standing would tell what was taken out. A grade of one word stays only where it describes something
 * ordinary in the same line ("good progress", "good-quality plans"), or is part of a phrase ("dogs for good"), and nothing
 * before it leads to a grade ("judged"); verbs and numbers, where they neither are led to nor end a clause.
 * What says which way a grade went goes too, whatever words it leaves out ("a grade lower"). `instead` stands in their place.
 */
export function maskFor(graph: RecordGraph, instead: string): MaskGrades {
  const words = new Set<string>();
  for (const { record } of graph.entries) {
    if (record.type !== frameworkAdopted.type) continue;
    const adopted = frameworkAdopted.in(record)?.framework;
    for (const scale of frameworkSchema.safeParse(adopted).data?.scales ?? []) {
      for (const { id, title, short, words: said } of scale.grades) {
        for (const one of [id, title, short, said]) if (one !== undefined) words.add(one.toLowerCase());
      }
    }
  }
  return maskOf([...words], instead);
}

/** The mask for some grades' words, in lower case, that puts `instead` in their place. */
export function maskOf(words: readonly string[], instead: string): MaskGrades {
  if (words.length === 0) return (text) => text;
  const patterns = words.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)).map(source);
  const [start, end] = ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])'];
  const pattern = new RegExp(`${start}(?:${patterns.join('|')})${end}`, 'giu');
  const led = new RegExp(`(?<=${start}${leadsToGrade}(?:\\s+(?:a|an|the|only|now|overall))*\\W*)`, 'iuy');
  const phrase = new RegExp(`(?<=${start}(?:${ordinaryBefore.map(source).join('|')})[ \\u00a0]+)`, 'iuy');
  const precedes = (before: RegExp, text: string, at: number): boolean => {
    before.lastIndex = at;
    return before.test(text);
  };
  const follows = (things: readonly string[]): RegExp =>
    new RegExp(`^(?:[ \\u00a0]+|-)(?:${things.map(source).join('|')})${end}`, 'u');
  const [thing, afterIn] = [follows(ordinaryThings), follows(ordinaryAfterIn)];
  const isOrdinary = (found: string, text: string, at: number): boolean => {
    const after = text.slice(at + found.length);
    if (/[\s-]/u.test(found) || precedes(led, text, at)) return false;
    if (alone.has(found.toLowerCase())) return !endsClause.test(after);
    return (
      thing.test(after) || precedes(phrase, text, at) || (precedes(within, text, at) && afterIn.test(after))
    );
  };
  const moves = new RegExp(`${start}(?:${movesGrade})${end}`, 'giu');
  return (text) => {
    const still = text.replaceAll(moves, () => instead);
    return still.replaceAll(pattern, (found: string, at: number) =>
      isOrdinary(found, still, at) ? found : instead,
    );
  };
}
