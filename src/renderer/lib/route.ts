/** The screens of one draft. */
export const draftScreens = [
  'write',
  'evidence',
  'matrix',
  'revisions',
  'finalise',
  'people',
  'over-time',
] as const;
/** One screen of a draft. */
export type DraftScreen = (typeof draftScreens)[number];

/** Where the window is. */
export type Route =
  | { readonly screen: 'inspections' }
  | { readonly screen: DraftScreen; readonly draft: string; readonly area: string };

/** The address of a place. */
export function routeHash(route: Route): string {
  return route.screen === 'inspections' ? '#/' : `#/${route.screen}/${route.draft}/${route.area}`;
}

/** Reads an address; anything unknown is the list of inspections. */
export function parseRoute(hash: string): Route {
  const [, name = '', draft = '', area = ''] = hash.split('/');
  const screen = draftScreens.find((one) => one === name);
  return screen === undefined || !/^[0-9a-f]{64}$/.test(draft)
    ? { screen: 'inspections' }
    : { screen, draft, area };
}
