import { z } from 'zod';
import { recordIdSchema } from '../values/body-parts.ts';

/** What an invitation or an answer begins with on its one line; what follows is base64url of its UTF-8, and a stop. */
const marks = { invitation: 'plumbline-invitation:', card: 'plumbline-card:' } as const;

const invitationSchema = z.strictObject({
  format: z.literal(1),
  workspace: z.strictObject({ id: recordIdSchema, name: z.string().min(1).max(400) }),
  /** The card of whoever invites: the first lines of their log. */
  lines: z.array(z.string().max(100_000)).min(1).max(20),
});
/** An invitation: the workspace's name and number, and its maker's card. */
export type Invitation = Omit<z.infer<typeof invitationSchema>, 'format'>;

/** An invitation as one line of text, readable at its beginning. */
export function invitationLine(invitation: Invitation, maker: string): string {
  const about = `Plumbline invitation to ${invitation.workspace.name} from ${maker}`.replaceAll(/\s+/g, ' ');
  return `${about} ${marks.invitation}${packed(JSON.stringify({ format: 1, ...invitation }))}`;
}

/** A card as one line of text. */
export function cardLine(lines: readonly string[], name: string): string {
  return `Plumbline card of ${name} `.replaceAll(/\s+/g, ' ') + marks.card + packed(lines.join('\n'));
}

/** The invitation in a text that somebody was sent, whatever stands around it; null where there is none. */
export function readInvitation(text: string): Invitation | null {
  const json = unpacked(text, marks.invitation);
  try {
    const read = invitationSchema.safeParse(json === null ? null : JSON.parse(json));
    return read.success ? { workspace: read.data.workspace, lines: read.data.lines } : null;
  } catch {
    return null;
  }
}

/** The lines of the cards in a text, one text for each card. */
export function cardsInText(text: string): readonly string[] {
  return text
    .split(marks.card)
    .slice(1)
    .flatMap((part) => unpacked(`${marks.card}${part}`, marks.card) ?? []);
}

function packed(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '') + '.';
}

/** A mail program breaks long lines: white space within what is packed says nothing. */
function unpacked(text: string, mark: string): string | null {
  const at = text.indexOf(mark);
  if (at < 0) return null;
  // The stop at its end tells a line that was cut from a whole one.
  const [, letters] = /^([A-Za-z0-9_\-\s]*)\./.exec(text.slice(at + mark.length)) ?? [];
  if (letters === undefined) return null;
  const base64 = letters.replaceAll(/\s/g, '').replaceAll('-', '+').replaceAll('_', '/');
  try {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
