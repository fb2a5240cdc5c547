/** First bytes by which a kind of file is known; what a file is called decides nothing. */
const beginnings: readonly (readonly [string, number, string])[] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF87a'],
  ['image/gif', 0, 'GIF89a'],
  ['image/webp', 8, 'WEBP'],
  ['application/pdf', 0, '%PDF-'],
];

/** What a file is, by its first bytes: a media type that can be previewed, or application/octet-stream. */
export function mediaOf(bytes: Uint8Array): string {
  const found = beginnings.find(([, from, text]) =>
    Array.from(text).every((letter, at) => bytes[from + at] === letter.charCodeAt(0)),
  );
  return found?.[0] ?? 'application/octet-stream';
}
