/** The screens of the workspace, each with the letter that follows G. */
export const workspaceScreens = {
  inspections: 'i',
  frameworks: 'k',
  waiting: 'q',
  conflicts: 'x',
  happened: 'h',
} as const;
/** The screens of one draft, in the order of their tabs, each with the letter that follows G. */
export const draftScreens = {
  write: 'w',
  evidence: 'e',
  matrix: 'm',
  revisions: 'r',
  panel: 'p',
  finalise: 'f',
  record: 'd',
  people: 'l',
  'over-time': 'o',
} as const;
/** One screen of the workspace. */
export type WorkspaceScreen = keyof typeof workspaceScreens;
/** One screen of a draft. */
export type DraftScreen = keyof typeof draftScreens;

/** A place in one draft. */
export interface DraftPlace {
  readonly screen: DraftScreen;
  readonly draft: string;
  readonly area: string;
}

/** Where the window is. */
export type Route = { readonly screen: WorkspaceScreen } | DraftPlace;

/** The place in a draft, or null where the window shows the workspace. */
export function placeInDraft(route: Route): DraftPlace | null {
  return 'draft' in route ? route : null;
}

function isOf<S extends string>(screens: Readonly<Record<S, string>>, name: string): name is S {
  return Object.hasOwn(screens, name);
}

/** The screens of a draft in the order of their tabs. */
export function draftScreenNames(): readonly DraftScreen[] {
  return Object.keys(draftScreens).filter((name) => isOf(draftScreens, name));
}

/** The screens of the workspace. */
export function workspaceScreenNames(): readonly WorkspaceScreen[] {
  return Object.keys(workspaceScreens).filter((name) => isOf(workspaceScreens, name));
}

/** The address of a place. */
export function routeHash(route: Route): string {
  return 'draft' in route ? `#/${route.screen}/${route.draft}/${route.area}` : `#/${route.screen}`;
}

/** Reads an address; anything unknown is the list of inspections. */
export function parseRoute(hash: string): Route {
  const [, name = '', draft = '', area = ''] = hash.split('/');
  if (isOf(draftScreens, name) && /^[0-9a-f]{64}$/.test(draft)) return { screen: name, draft, area };
  return { screen: isOf(workspaceScreens, name) ? name : 'inspections' };
}
