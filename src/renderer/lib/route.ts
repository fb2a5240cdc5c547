/** The screens of the workspace, in the order of their tabs. */
export const workspaceScreens = [
  'inspections',
  'colleagues',
  'agreement',
  'audits',
  'frameworks',
  'waiting',
  'conflicts',
  'happened',
] as const;
/** The screens of one draft, in the order of their tabs. */
export const draftScreens = [
  'write',
  'evidence',
  'matrix',
  'revisions',
  'panel',
  'finalise',
  'record',
  'people',
  'over-time',
] as const;
type WorkspaceScreen = (typeof workspaceScreens)[number];
type DraftScreen = (typeof draftScreens)[number];
/** What the window shows, as its address calls it. */
export type ScreenName = WorkspaceScreen | DraftScreen;

export interface DraftPlace {
  readonly screen: DraftScreen;
  readonly draft: string;
  readonly area: string;
}

export type Route = { readonly screen: WorkspaceScreen } | DraftPlace;

/** The place in a draft, or null where the window shows the workspace. */
export function placeInDraft(route: Route): DraftPlace | null {
  return 'draft' in route ? route : null;
}

/** The address of a place. */
export function routeHash(route: Route): string {
  return 'draft' in route ? `#/${route.screen}/${route.draft}/${route.area}` : `#/${route.screen}`;
}

/** Reads an address; anything unknown is the list of inspections. */
export function parseRoute(hash: string): Route {
  const [, name = '', draft = '', area = ''] = hash.split('/');
  const screen = draftScreens.find((known) => known === name);
  if (screen !== undefined && /^[0-9a-f]{64}$/.test(draft)) return { screen, draft, area };
  return { screen: workspaceScreens.find((known) => known === name) ?? 'inspections' };
}
