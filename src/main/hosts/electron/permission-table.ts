/** What a page may ask of the system. Whatever is not here is refused. */
const table: Readonly<Record<string, { readonly allowed: boolean; readonly reason: string }>> = {
  'clipboard-sanitized-write': { allowed: true, reason: 'People copy text out of drafts.' },
  'clipboard-read': {
    allowed: false,
    reason: 'Pasting needs no permission; reading without it is never needed.',
  },
  fullscreen: { allowed: false, reason: 'The window manager does it.' },
  geolocation: { allowed: false, reason: 'Nothing here depends on a place.' },
  media: { allowed: false, reason: 'No camera and no microphone.' },
  notifications: { allowed: false, reason: 'A notification could show a grade on a locked screen.' },
  openExternal: { allowed: false, reason: 'No page opens anything outside the application.' },
};

/** Whether a page gets a permission: by default it does not. */
export function isPermitted(permission: string): boolean {
  return Object.hasOwn(table, permission) && table[permission]?.allowed === true;
}
