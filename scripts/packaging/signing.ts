/** What a release has to be signed with, as variables of the environment, by the system it is for. */
const needed: Readonly<Record<string, readonly string[]>> = {
  win32: ['CSC_LINK', 'CSC_KEY_PASSWORD'],
  darwin: ['CSC_LINK', 'CSC_KEY_PASSWORD', 'APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
};

/** Why a release cannot be signed here, in words; null where nothing is missing, or the system asks for no signature. */
export function whyNotSigned(
  platform: string,
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  const missing = (needed[platform] ?? []).filter((name) => (environment[name] ?? '').trim() === '');
  if (missing.length === 0) return null;
  const what = platform === 'darwin' ? 'signed and notarised' : 'signed';
  return `A release has to be ${what}, and these variables are not set: ${missing.join(', ')}. No package was made; without --release an unsigned one is.`;
}
