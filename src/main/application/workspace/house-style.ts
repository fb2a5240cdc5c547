import { openedIn } from '../load.ts';
import { fromFault } from '../session/call-errors.ts';
import { loadPeople } from '../session/load-people.ts';
import { personViews } from '../session/person-views.ts';
import type { Scope } from '../session/session.ts';
import { writeAsAdministrator } from './write-as-administrator.ts';
import type { DocumentTemplate } from '../../../shared/documents/document-template.ts';
import { withHouseStyle } from '../../../shared/documents/with-house-style.ts';
import { canonical } from '../../../shared/records/canonical.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import { longestPng, styleSet, styleSetBody } from '../../../shared/workspace/style-set.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { HouseStyleView } from '../../../shared/ipc/house-style.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

const nothingOwn = styleSetBody.parse({ logo: null, accent: null, about: '', complaints: '', contact: '' });

/** A template that ships, with what the team of the open workspace set of its own. */
export async function houseTemplate(
  { ports, session }: Scope,
  id: 'house' | 'letter' = 'house',
): Promise<DocumentTemplate> {
  const template = await ports.resources.template(id);
  const style = session.opened?.workspaceLog.style ?? null;
  return style === null ? template : withHouseStyle(template, style);
}

/** The house style as the team set it last. */
export async function readHouseStyle(scope: Scope): Promise<Result<HouseStyleView, CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const loaded = await loadPeople(scope, opened.value);
  if (!loaded.ok) return loaded;
  const { administrators, style, folded } = opened.value.workspaceLog;
  const people = await personViews(scope);
  const last = folded?.graph.entries.findLast(
    ({ record }) => record.type === styleSet.type && !folded.setAside.has(record.id),
  );
  const ships = await scope.ports.resources.template();
  const complaints = ships.report.back?.find(({ id }) => id === 'complaints')?.paragraphs ?? [];
  return done({
    style: style ?? nothingOwn,
    by: style === null ? '' : (people.find(({ id }) => id === last?.record.author)?.card.name ?? ''),
    administers: people.some(({ id, self }) => self && administrators.includes(id)),
    ships: { accent: ships.style.accent, complaints: complaints.join('\n\n') },
  });
}

/** The first bytes of every PNG (ISO/IEC 15948, 5.2). */
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Base64 has four letters for three bytes. */
const mostBytes = Math.floor((longestPng / 4) * 3);
/** A picture of more would take a reader's memory and show nothing more on paper. */
const widest = 4000;

/** A picture that is to be the logo. */
export async function readLogo(
  { ports }: Scope,
  { file }: CallInput<'readLogo'>,
): Promise<Result<{ readonly png: string }, CallError>> {
  const read = await ports.grants.readFile(file, 20_000_000);
  if (!read.ok) return refused(fromFault(read.error));
  const bytes = Buffer.from(read.value.bytes);
  if (bytes.length < 24 || !signature.every((byte, at) => bytes[at] === byte)) return refused(noPng);
  if (bytes.length > mostBytes) return refused(tooLarge);
  const sides = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (sides.some((side) => side === 0 || side > widest)) return refused(tooWide);
  return done({ png: bytes.toString('base64') });
}

/** How much of the light of white a colour gives back, linear (WCAG 2.2, relative luminance). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Sets the whole house style, as one of the workspace's administrators. */
export async function setHouseStyle(
  scope: Scope,
  style: CallInput<'setHouseStyle'>,
): Promise<Result<SavedView, CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  if (style.accent !== null && 1.05 / (luminance(style.accent) + 0.05) < 4.5) return refused(tooPale);
  const stands = opened.value.workspaceLog.style ?? nothingOwn;
  return canonical(stands) === canonical(style)
    ? refused(setAlready)
    : writeAsAdministrator(scope, styleSet.write(style));
}

const noPng: CallError = {
  code: 'unreadable',
  message: 'This file is no PNG picture. Nothing was changed. Save the logo as PNG and choose it again.',
};
const tooLarge: CallError = {
  code: 'too-large',
  message: `This picture is larger than a quarter of a megabyte, which is more than a logo needs on paper. Nothing was changed. Save it smaller and choose it again.`,
};
const tooWide: CallError = {
  code: 'too-large',
  message: `This picture is wider or higher than ${widest} pixels, or has no size at all. Nothing was changed. Save it smaller and choose it again.`,
};
const tooPale: CallError = {
  code: 'wrong-shape',
  message:
    'Headings in this colour are hard to read on white paper: it needs a contrast of 4.5 to 1. Nothing was written. Choose a darker colour.',
};
const setAlready: CallError = {
  code: 'out-of-date',
  message: 'This is how it stands already. Nothing was written.',
};
