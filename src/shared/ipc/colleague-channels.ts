import { z } from 'zod';
import type { Expected } from '../people/roster.ts';
import type { PersonCard } from '../people/person.ts';
import type { StandingInterest } from '../moderation/standing-interest.ts';
import { interestsListedBody } from '../workspace/interests-listed.ts';
import { panelListedBody, type PanelListedBody } from '../workspace/panel-listed.ts';
import { vouchingRuleSchema, type VouchingRule } from '../workspace/vouching-ruled.ts';
import { personIdSchema, recordIdSchema, slugSchema } from '../values/body-parts.ts';
import { channel } from './channel.ts';
import type { PersonView, SavedView } from './views.ts';

const grant = z.string().regex(/^[0-9a-f]{32,64}$/);
const none = z.strictObject({});

/** Everybody of a workspace, as its screen of people shows them. */
export interface ColleaguesView {
  readonly people: readonly (PersonView & {
    readonly administers: boolean;
    /** What stands on their card. */
    readonly interests: readonly StandingInterest[];
  })[];
  /** Who is on the roster and has no card here yet. */
  readonly expected: readonly Expected[];
  readonly vouching: VouchingRule;
  readonly panels: readonly PanelListedBody[];
  /** Whether this profile's person administers the workspace. */
  readonly administers: boolean;
}

/** What became of each card that was added. */
export interface AddedCards {
  readonly added: readonly string[];
  readonly known: readonly string[];
  /** Cards that could not be added, each with why. */
  readonly refused: readonly { readonly name: string; readonly why: string }[];
}

/** An invitation as whoever was invited sees it. */
export interface InvitationView {
  readonly workspace: { readonly id: string; readonly name: string };
  readonly maker: PersonCard;
}

/** The people of a workspace: inviting, joining, vouching, panels. */
export const colleagueChannels = {
  listColleagues: channel(none).gives<ColleaguesView>(),
  /** The invitation to the open workspace, as one line. */
  makeInvitation: channel(none).gives<{ readonly line: string }>(),
  /** The same as a file. */
  saveInvitation: channel(none).gives<{ name: string } | null>(),
  /** What an invitation says, from a file or the text that somebody was sent. */
  readInvitation: channel(
    z.union([z.strictObject({ file: grant }), z.strictObject({ text: z.string().max(400_000) })]),
  ).gives<InvitationView>(),
  /** One's own card as one line of text. */
  ownCardLine: channel(none).gives<{ readonly line: string }>(),
  /** Adds the cards in files, or in a text. */
  addCards: channel(
    z.union([
      z.strictObject({ files: z.array(grant).min(1).max(500) }),
      z.strictObject({ text: z.string().max(4_000_000) }),
    ]),
  ).gives<AddedCards>(),
  vouchForPerson: channel(z.strictObject({ person: personIdSchema })).gives<null>(),
  /** The phrase differed: everybody is told. */
  distrustPerson: channel(z.strictObject({ person: personIdSchema })).gives<null>(),
  ruleVouching: channel(z.strictObject({ rule: vouchingRuleSchema })).gives<SavedView>(),
  /** A roster from a table: who is to join. */
  importRoster: channel(z.strictObject({ file: grant })).gives<{ readonly people: number }>(),
  /** Everything that stands on one's own card; an empty list takes all of it away. */
  listInterests: channel(interestsListedBody).gives<SavedView>(),
  setUpPanel: channel(panelListedBody).gives<SavedView>(),
  /** Gives the people of a panel their roles in a draft; answers with how many roles were given. */
  applyPanel: channel(z.strictObject({ draft: recordIdSchema, panel: slugSchema })).gives<{
    roles: number;
  }>(),
};
