import { z } from 'zod';
import { defineField } from '../records/define-field.ts';
import { textValue } from '../records/text-value.ts';
import { evidenceKindSchema } from '../values/evidence-kind.ts';
import { kindTitles } from '../values/kind-titles.ts';
import { momentWords } from '../words.ts';

/** What a note may show, in the order of the numbers that choose it. */
export const directionTitles = { strength: 'Strength', weakness: 'Weakness', neutral: 'Neither' } as const;

/** What of a note can be corrected, each with what it holds; its text and its code never change. */
export const notedParts = {
  kind: evidenceKindSchema,
  /** Who or what it comes from, by role: "Team manager, assessment team 2". */
  source: z.string().trim().min(1).max(300),
  /** When the activity took place: local date-time to the minute, 2026-10-06T10:20. */
  when: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/),
  direction: z.enum(['strength', 'weakness', 'neutral']),
};

/** What a note says beside its text. */
export type Noted = { readonly [part in keyof typeof notedParts]: z.infer<(typeof notedParts)[part]> };
export type NotedPart = keyof Noted;

/** The parts in the order in which people read them. */
export const notedPartNames = ['kind', 'source', 'when', 'direction'] as const satisfies readonly NotedPart[];

export const notedPartTitles: Readonly<Record<NotedPart, string>> = {
  kind: 'Kind of source',
  source: 'Who or what',
  when: 'When it took place',
  direction: 'What it shows',
};

const partWords: { readonly [part in NotedPart]: (value: string) => string | undefined } = {
  kind: (value) => kindTitles[evidenceKindSchema.safeParse(value).data ?? 'document'],
  source: (value) => value,
  when: momentWords,
  direction: (value) => directionTitles[notedParts.direction.safeParse(value).data ?? 'neutral'],
};

/** The part that a record calls this; undefined where it is none. */
export function partCalled(name: string): NotedPart | undefined {
  return notedPartNames.find((part) => part === name);
}

/** What a part of a note says, as people read it: "Case tracking", "6 October 2026, 10:20". */
export function notedWords(part: NotedPart, value: string): string {
  return notedParts[part].safeParse(value).success ? (partWords[part](value) ?? value) : value;
}

/** What a correction says of a part of a note; nobody wrote it while the note stands as it was noted. */
export const notedField = defineField({
  kind: 'noted',
  parts: ['note', 'part'],
  value: textValue(z.string().min(1).max(300)),
  title: ({ note, part }, titles) => {
    const known = partCalled(part);
    return `${known === undefined ? part : notedPartTitles[known]} of ${titles.note(note)}`;
  },
  words: ({ parts, value }) => {
    const part = partCalled(parts.part);
    return part === undefined ? value : notedWords(part, value);
  },
  readers: 'everybody',
});
