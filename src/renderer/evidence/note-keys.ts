import type { Noted } from '../../shared/evidence/noted-fields.ts';
import { evidenceKindSchema, type EvidenceKind } from '../../shared/values/evidence-kind.ts';

/** The letter that chooses each kind of source while a note is written, with Alt. */
export const noteKeys: Readonly<Record<EvidenceKind, string>> = {
  'case-tracking': 't',
  'case-sampling': 's',
  'interview-child': 'c',
  'interview-family': 'f',
  'interview-staff': 'i',
  'interview-leader': 'l',
  'interview-partner': 'p',
  observation: 'o',
  document: 'd',
  data: 'a',
  'formal-statement': 'm',
  'expert-opinion': 'x',
};

export type Direction = Noted['direction'];

/** What a key chooses for the note that is written. */
interface NoteChoice {
  readonly kind?: EvidenceKind;
  readonly direction?: Direction;
  readonly link?: true;
  readonly files?: true;
  /** Goes to who or what it is from: what stands there, kept from the note before, is gone with the first letter typed. */
  readonly source?: true;
  /** What was chosen is the last: the note is saved. */
  readonly saves?: true;
}

const directions: Readonly<Record<string, Direction>> = {
  Digit1: 'strength',
  Digit2: 'weakness',
  Digit3: 'neutral',
};

/** What Alt and a key choose; null where nothing. By the key's place: with Alt some keyboards type other signs. */
export function noteKey({
  code,
  altKey,
  ctrlKey,
  metaKey,
  shiftKey,
}: Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>): NoteChoice | null {
  if (!altKey || ctrlKey || metaKey) return null;
  const direction = directions[code];
  if (direction !== undefined) return shiftKey ? { direction, saves: true } : { direction };
  if (code === 'KeyK') return { link: true };
  if (code === 'KeyV') return { files: true };
  if (code === 'KeyW') return { source: true };
  const kind = evidenceKindSchema.options.find((kind) => code === `Key${noteKeys[kind].toUpperCase()}`);
  return kind === undefined ? null : { kind };
}
