import { z } from 'zod';
import { keySchema, personIdSchema, recordIdSchema, slugSchema } from '../values/body-parts.ts';

/**
 * What a device says of its person in `presence/<device key>.json`: a claim, never a record, unsigned and verified by
 * nobody. `beat` differs each time it is said; `area` is null once they stopped.
 */
const presenceShape = z.strictObject({
  v: z.literal(1),
  person: personIdSchema,
  draft: recordIdSchema,
  area: slugSchema.nullable(),
  beat: z.int(),
});
/** One such claim. */
export type Presence = z.infer<typeof presenceShape>;

/** A claim as it was met: `since` is when this computer's own clock saw it change, ms; null where it only lay there. */
export interface HeardPresence {
  readonly said: Presence;
  readonly since: number | null;
}

/** A claim said once holds so long, in ms: two that were said at the usual pace, and a little. */
export const presenceHolds = 75_000;
/** A person who goes on writing says so again after so long, in ms. */
export const presencePace = 30_000;
const mostBytes = 1024;
const fileName = /^([0-9a-f]{64})\.json$/;

/** The claim of a file; null where it is none of ours, too large, or no claim at all. */
export function readPresence(
  name: string,
  text: string,
): { readonly device: string; readonly said: Presence } | null {
  const device = keySchema.safeParse(fileName.exec(name)?.[1]).data;
  if (device === undefined || text.length > mostBytes) return null;
  try {
    const said = presenceShape.safeParse(JSON.parse(text)).data;
    return said === undefined ? null : { device, said };
  } catch {
    return null;
  }
}

/**
 * What is known of presence by device after files were read. No clock but this computer's counts: a claim is fresh
 * from when it was seen to change, and what lay there at the first look (`before` null) was not seen to change.
 */
export function hearPresence(
  before: ReadonlyMap<string, HeardPresence> | null,
  found: readonly { readonly device: string; readonly said: Presence }[],
  now: number,
): ReadonlyMap<string, HeardPresence> {
  return new Map(
    found.map(({ device, said }) => {
      const known = before?.get(device);
      const unchanged = known?.said.beat === said.beat;
      return [device, unchanged ? known : { said, since: before === null ? null : now }];
    }),
  );
}

/** Who is writing where at this moment: claims that were seen to change within the time that they hold, one each. */
export function writingNow(
  heard: ReadonlyMap<string, HeardPresence>,
  now: number,
): readonly { readonly person: string; readonly draft: string; readonly area: string }[] {
  const fresh = [...heard.values()].flatMap(({ said: { person, draft, area }, since }) =>
    area !== null && since !== null && now >= since && now - since < presenceHolds
      ? [{ person, draft, area }]
      : [],
  );
  return [
    ...new Map(
      fresh.map((presence) => [`${presence.person} ${presence.draft} ${presence.area}`, presence]),
    ).values(),
  ];
}
