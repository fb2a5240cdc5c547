import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lodgedBody } from '../../../src/shared/lodging/grade-lodged.ts';
import { packetSizes, packPacket, unpackPacket } from '../../../src/shared/lodging/packet.ts';
import { idOf } from '../history.ts';

const base64 = (bytes: number): string => Buffer.alloc(bytes, 7).toString('base64');

describe('a packet', () => {
  it('has one of two sizes whatever it holds, and gives its text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30_000 }), (text) => {
        const packet = packPacket(text);
        expect(packetSizes).toContain(packet?.length);
        expect(packet === null ? null : unpackPacket(packet)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    [16_380, 16_384],
    [16_381, 65_536],
    [65_532, 65_536],
  ])('of %i bytes weighs %i', (bytes, size) => {
    expect(packPacket('a'.repeat(bytes))?.length).toBe(size);
  });

  it('is refused where its text is too long', () => {
    expect(packPacket('a'.repeat(65_533))).toBeNull();
  });

  it('is none where anything but zeros fills it up, or where it has another size', () => {
    const packet = packPacket('grades') ?? new Uint8Array();
    expect(unpackPacket(packet.with(16_383, 1))).toBeNull();
    expect(unpackPacket(packet.subarray(0, 16_383))).toBeNull();
    expect(unpackPacket(packet.with(0, 255))).toBeNull();
  });

  it.each([
    [16_384 + 16, true],
    [65_536 + 16, true],
    [16_384 + 15, true],
    [16_384 + 19, false],
    [1000, false],
  ])('of %i bytes of ciphertext can be lodged: %s', (bytes, fits) => {
    // Base64 tells sizes in steps of three bytes; what is not exactly a packet does not open.
    const body = { round: idOf('round'), n: 1, enc: base64(32), ct: base64(bytes) };
    expect(lodgedBody.safeParse(body).success).toBe(fits);
  });
});
