import { z } from 'zod';
import { preferencesSchema } from './preferences.ts';

/** A whole path on any system. */
const wholePath = z
  .string()
  .max(1000)
  .regex(/^(?:\/|[A-Za-z]:[\\/]|\\\\)/u, 'a whole path is needed, as /srv/inspections or S:\\Inspections');

/** Preferences that can be set for everybody: what a person makes for themselves, as keys and views, is none of them. */
const setPreferences = preferencesSchema
  .pick({
    theme: true,
    density: true,
    textSize: true,
    proseSize: true,
    dates: true,
    singleKeys: true,
    presence: true,
  })
  .partial();

/** What an organisation has settled for everybody who uses Plumbline on a computer, in a file that its administrators keep. */
export const managedSettingsSchema = z.strictObject({
  workspaceFolders: z
    .array(wholePath)
    .min(1)
    .max(50)
    .optional()
    .describe('Folders in or below which workspaces are opened and made; anywhere where this is left out.'),
  preferences: setPreferences
    .optional()
    .describe('Preferences that stand for everybody and cannot be changed; people choose those left out.'),
});
export type ManagedSettings = z.infer<typeof managedSettingsSchema>;

/** The preferences that can be set for everybody, by name. */
export const settablePreferences = setPreferences.keyof().options;
type SettablePreference = (typeof settablePreferences)[number];

/** What a window says of an organisation's settings. */
export interface ManagedView {
  /** Where the file lies, to be read and never sent back. */
  readonly file: string;
  readonly set: readonly SettablePreference[];
  /** Null where workspaces may lie anywhere. */
  readonly workspaceFolders: readonly string[] | null;
  /** What is wrong with the file; null where it holds. No workspace is opened until it is mended. */
  readonly problem: string | null;
}
