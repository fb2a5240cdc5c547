const chunk = 0x8000 - (0x8000 % 3);

/** Bytes as base64 (RFC 4648, section 4), with padding. */
export function asBase64(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += chunk) {
    text += btoa(String.fromCharCode(...bytes.subarray(from, from + chunk)));
  }
  return text;
}
