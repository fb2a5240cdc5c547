/** What a lodged packet can weigh, in bytes, before encryption: its size says nothing else. */
export const packetSizes = [16_384, 65_536] as const;
/** What AES-256-GCM adds: its tag. */
const tag = 16;

/** Lengths that the base64 of a whole ciphertext can have. */
export const packetTextLengths: readonly number[] = packetSizes.map(
  (size) => 4 * Math.ceil((size + tag) / 3),
);

/** A text as a padded packet: its length in four bytes, big-endian, its UTF-8, zeros. Null where it is too long. */
export function packPacket(text: string): Uint8Array | null {
  const bytes = new TextEncoder().encode(text);
  const size = packetSizes.find((most) => bytes.length + 4 <= most);
  if (size === undefined) return null;
  const packet = new Uint8Array(size);
  new DataView(packet.buffer).setUint32(0, bytes.length);
  packet.set(bytes, 4);
  return packet;
}

/** The text of a packet; null where it is none, or where anything but zeros fills it up. */
export function unpackPacket(packet: Uint8Array): string | null {
  if (!packetSizes.some((size) => size === packet.length)) return null;
  const length = new DataView(packet.buffer, packet.byteOffset, packet.byteLength).getUint32(0);
  if (length + 4 > packet.length || packet.subarray(4 + length).some((byte) => byte !== 0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(packet.subarray(4, 4 + length));
  } catch {
    return null;
  }
}
