import { z } from 'zod';
import { defineField, type ValueKind } from '../records/define-field.ts';
import { defineKey } from '../records/name-key.ts';
import { textValue } from '../records/text-value.ts';
import { saidSchema, slugSchema } from '../values/body-parts.ts';
import { linkStrengthSchema, type LinkStrength } from '../values/link-strength.ts';

const directions = ['for', 'against', 'none'] as const;
const marks = ['met', 'partly', 'not', 'none'] as const;

/** How a note is held against a criterion. */
export interface LinkValue {
  readonly direction: (typeof directions)[number];
  /** Null where nobody said. */
  readonly strength: LinkStrength | null;
  /** The words of the note that matter here; null for the whole note. */
  readonly passage: string | null;
}

const directionTitles = { for: 'Strength', against: 'Weakness', none: 'No link' } as const;
const markTitles = { met: 'Met', partly: 'Partly met', not: 'Not met', none: 'No evidence' } as const;

const linkValue: ValueKind<LinkValue> = {
  schema: z.strictObject({
    direction: z.enum(directions),
    strength: linkStrengthSchema.nullable(),
    passage: z.string().min(1).max(4000).nullable(),
  }),
  // A link that says no more than its direction stands as text: seals commit to this form.
  put: (link) => (link.strength === null && link.passage === null ? { text: link.direction } : link),
  take: (value) => {
    if ('direction' in value) return value;
    const direction = 'text' in value ? directions.find((direction) => direction === value.text) : undefined;
    return direction === undefined ? null : { direction, strength: null, passage: null };
  },
  words: ({ direction, strength, passage }) =>
    `${directionTitles[direction]}${strength === null ? '' : `, weighs ${strength}`}${passage === null ? '' : `: “${passage}”`}`,
};

/** How a note bears on a criterion; taken away, it stands as none. */
export const linkField = defineField({
  kind: 'link',
  parts: ['note', 'criterion'],
  value: linkValue,
  title: ({ note, criterion }, titles) => `Link of ${titles.note(note)} to ${titles.criterion(criterion)}`,
  criterion: 'criterion',
  readers: 'everybody',
});

/** One person's mark of one descriptor. */
export const markField = defineField({
  kind: 'mark',
  parts: ['criterion', 'grade', 'author'],
  value: {
    schema: z.strictObject({ mark: z.enum(marks), reason: z.string().max(4000) }),
    put: (mark) => mark,
    take: (value) => ('mark' in value ? value : null),
    words: ({ mark, reason }) => `${markTitles[mark]}${reason === '' ? '' : `: ${reason}`}`,
  },
  title: ({ criterion, grade }, titles) =>
    `Mark of one descriptor (${grade.replaceAll('-', ' ')}) of ${titles.criterion(criterion)}`,
  criterion: 'criterion',
  owner: 'author',
  readers: 'owner',
});

/** The grade whose descriptors fit a criterion best. */
export const fitField = defineField({
  kind: 'fit',
  parts: ['criterion'],
  value: textValue(slugSchema),
  title: ({ criterion }, titles) => `Best fit of ${titles.criterion(criterion)}`,
  words: ({ value }, { grade }) => (value === '' ? 'Nothing' : grade(value)),
  criterion: 'criterion',
});

/** How two notes that point different ways under a criterion were settled; the notes in code-unit order. */
export const contradictionField = defineField({
  kind: 'contradiction',
  parts: ['criterion', 'note', 'other'],
  value: textValue(saidSchema),
  title: ({ criterion }, titles) =>
    `Two notes that point different ways under ${titles.criterion(criterion)}`,
  criterion: 'criterion',
});

/** That a capitalised term is nobody's name: 'allowed', or nothing where it is questioned again. */
export const termField = defineField({
  kind: 'term',
  parts: ['term'],
  value: textValue(z.enum(['allowed', ''])),
  title: ({ term }) => `Whether “${term}” is a name`,
  words: ({ value }) => (value === 'allowed' ? 'Nobody’s name' : 'Questioned again'),
  readers: 'everybody',
  sealed: 'nothing',
  canConflict: false,
});

/** An evidence note among the passages of a seal: named as a field is, though no write replaces it. */
export const noteKey = defineKey('note', ['note']);
