import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { draftScreens, workspaceScreens } from '../../src/renderer/lib/route.ts';
import { root } from './open-application.ts';

/** The guide to the keys, as people read it. */
export const keyGuide = readFileSync(join(root, 'docs', 'keyboard.md'), 'utf8');

/** Each screen with the letter that follows G, from the headings of the guide: "## Over time, G O". */
export const screenLetters: Readonly<Record<string, string>> = Object.fromEntries(
  [...workspaceScreens, ...draftScreens].map((name) => {
    const heading = new RegExp(`^## ${name.replaceAll('-', ' ')}, G (\\w)$`, 'im').exec(keyGuide);
    if (heading?.[1] === undefined) throw new Error(`docs/keyboard.md says nothing of the screen ${name}`);
    return [name, heading[1].toLowerCase()];
  }),
);
