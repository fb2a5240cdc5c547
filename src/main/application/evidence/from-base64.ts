/** The bytes of a base64 text (RFC 4648, section 4), which must be one. */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}
