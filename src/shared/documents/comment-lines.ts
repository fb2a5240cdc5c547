import { momentWords } from '../words.ts';
import type { DraftComment } from '../draft/fold-comments.ts';

/** A comment with what was said to it and who resolved it, a line each; `on` stands after the day of the first. */
export function commentLines(
  { author, at, text, replies, resolved }: DraftComment,
  person: (id: string) => string,
  on = '',
): readonly string[] {
  return [
    `${person(author)}, ${momentWords(at)}${on}: ${text}`,
    ...replies.map((reply) => `Reply by ${person(reply.author)}, ${momentWords(reply.at)}: ${reply.text}`),
    ...(resolved === null ? [] : [`Resolved by ${person(resolved.author)}, ${momentWords(resolved.at)}.`]),
  ];
}
