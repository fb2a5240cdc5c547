import type { Component } from 'svelte';
import Audits from '../audits/Audits.svelte';
import Agreement from '../moderation/Agreement.svelte';
import Colleagues from '../colleagues/Colleagues.svelte';
import Evidence from '../evidence/Evidence.svelte';
import Finalise from '../finalising/Finalise.svelte';
import Frameworks from '../framework/Frameworks.svelte';
import type { ScreenKey } from '../lib/keys.svelte.ts';
import type { ScreenName } from '../lib/route.ts';
import Matrix from '../matrix/Matrix.svelte';
import Moderation from '../moderation/Moderation.svelte';
import OverTime from '../over-time/OverTime.svelte';
import People from '../people/People.svelte';
import Record from '../record/Record.svelte';
import Revisions from '../revisions/Revisions.svelte';
import Conflicts from '../together/Conflicts.svelte';
import Happened from '../together/Happened.svelte';
import Waiting from '../together/Waiting.svelte';
import Inspections from '../workspace/Inspections.svelte';
import Write from '../write/Write.svelte';

/** What the shell knows of a screen: its tab, its title and its key come from here, and from nowhere else. */
interface Screen {
  readonly title: string;
  /** The letter that follows G. */
  readonly letter: string;
  /** What must be open for somebody to see it: a workspace, or a draft in it. */
  readonly needs: 'workspace' | 'draft';
  readonly component: Component;
}

/** The table of screens, by the name that their addresses have. */
export const screens: Readonly<{ [name in ScreenName]: Screen }> = {
  inspections: { title: 'Inspections', letter: 'i', needs: 'workspace', component: Inspections },
  colleagues: { title: 'People', letter: 'y', needs: 'workspace', component: Colleagues },
  agreement: { title: 'Agreement', letter: 'a', needs: 'workspace', component: Agreement },
  audits: { title: 'Audits', letter: 'u', needs: 'workspace', component: Audits },
  frameworks: { title: 'Frameworks', letter: 'k', needs: 'workspace', component: Frameworks },
  waiting: { title: 'Waiting for me', letter: 'q', needs: 'workspace', component: Waiting },
  conflicts: { title: 'Conflicts', letter: 'x', needs: 'workspace', component: Conflicts },
  happened: { title: 'What happened', letter: 'h', needs: 'workspace', component: Happened },
  write: { title: 'Write', letter: 'w', needs: 'draft', component: Write },
  evidence: { title: 'Evidence', letter: 'e', needs: 'draft', component: Evidence },
  matrix: { title: 'Matrix', letter: 'm', needs: 'draft', component: Matrix },
  revisions: { title: 'Revisions', letter: 'r', needs: 'draft', component: Revisions },
  panel: { title: 'Panel', letter: 'p', needs: 'draft', component: Moderation },
  finalise: { title: 'Finalise', letter: 'f', needs: 'draft', component: Finalise },
  record: { title: 'Record', letter: 'd', needs: 'draft', component: Record },
  people: { title: 'People', letter: 'l', needs: 'draft', component: People },
  'over-time': { title: 'Over time', letter: 'o', needs: 'draft', component: OverTime },
};

/** The key that leads to a screen: G and its letter. */
export function goKey(name: ScreenName): Omit<ScreenKey, 'run'> {
  const { title, letter } = screens[name];
  return { key: `g ${letter}`, cap: `G ${letter.toUpperCase()}`, label: title.toLowerCase() };
}
