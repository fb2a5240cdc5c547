import { z } from 'zod';
import { styleSetBody, type StyleSetBody } from '../workspace/style-set.ts';
import { channel } from './channel.ts';
import { grantSchema } from './workspace-channels.ts';
import type { SavedView } from './views.ts';

/** The house style of a workspace, as it stands and as it ships. */
export interface HouseStyleView {
  /** As the team last set it; where nobody did, it says nothing of its own. */
  readonly style: StyleSetBody;
  /** Who set it last; '' where nobody did. */
  readonly by: string;
  /** Whether this profile's person may set it. */
  readonly administers: boolean;
  /** What stands without the team's own words. */
  readonly ships: { readonly accent: string; readonly complaints: string };
}

/** How documents look, and what they say of the team. */
export const houseStyleChannels = {
  readHouseStyle: channel(z.strictObject({})).gives<HouseStyleView>(),
  /** Reads a picture that was chosen as the logo, in base64. Nothing is written. */
  readLogo: channel(z.strictObject({ file: grantSchema })).gives<{ readonly png: string }>(),
  setHouseStyle: channel(styleSetBody).gives<SavedView>(),
};
