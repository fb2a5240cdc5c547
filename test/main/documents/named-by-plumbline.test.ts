import { describe, expect, it } from 'vitest';
import { namedByPlumbline } from '../../../src/main/documents/named-by-plumbline.ts';

const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('a printed PDF', () => {
  it('says that Plumbline made it, and names neither the browser nor the computer', () => {
    const info =
      '1 0 obj\n<</Creator (Mozilla/5.0 \\(X11; Linux x86_64\\) HeadlessChrome/140.0)\n/Producer (Skia/PDF m140)\n/Title (Report \\(draft\\))>>\nendobj\n';
    const named = text(namedByPlumbline(latin(info)));
    expect(named).not.toMatch(/Chrome|Skia|X11/u);
    expect(named.match(/\(Plumbline\)/gu)).toHaveLength(2);
    expect(named).toContain('/Title (Report \\(draft\\))>>');
  });

  it.each([
    ['/Creator (Chromium)\n', '/Creator(Plumbline)\n'],
    ['/Creator (Chromium!)\n', '/Creator (Plumbline)\n'],
    ['/Producer(Edge)\n', '/Producer(Edge)\n'],
  ])('has the name where it fits: %j', (printed, named) => {
    expect(text(namedByPlumbline(latin(printed)))).toBe(named);
  });

  it('keeps every byte after it in its place, whatever the bytes are', () => {
    const tail = Array.from({ length: 256 }, (_one, byte) => byte);
    const bytes = new Uint8Array([...latin('/Creator (A browser of some name)\n'), ...tail]);
    const named = namedByPlumbline(bytes);
    expect(named).toHaveLength(bytes.length);
    expect([...named.slice(-256)]).toEqual(tail);
  });
});
