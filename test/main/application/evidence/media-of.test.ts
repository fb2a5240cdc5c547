import { describe, expect, it } from 'vitest';
import { mediaOf } from '../../../../src/main/application/evidence/keep-files.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('what a file is', () => {
  it.each([
    ['\x89PNG\r\n\x1a\n...', 'image/png'],
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['GIF89a', 'image/gif'],
    ['RIFF....WEBPVP8', 'image/webp'],
    ['%PDF-1.7', 'application/pdf'],
    ['<svg onload="alert(1)">', 'application/octet-stream'],
    ['<html>', 'application/octet-stream'],
    ['%PD', 'application/octet-stream'],
    ['', 'application/octet-stream'],
  ])('%j is %s, whatever it is called', (text, media) => {
    expect(mediaOf(bytes(text))).toBe(media);
  });
});
