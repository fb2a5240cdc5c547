import { zlibSync } from 'fflate';
import type { Figure } from '../../../shared/documents/printed-document.ts';

const side = 56;
const gap = 16;
const edge = 6;

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(name), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

function isInk({ squares }: Figure, x: number, y: number): boolean {
  const at = Math.floor(x / (side + gap));
  const inside = x - at * (side + gap);
  if (inside >= side || y >= side) return false;
  const rim = inside < edge || y < edge || inside >= side - edge || y >= side - edge;
  return rim || squares[at] === true;
}

/**
 * A figure as a grey PNG (PNG specification, third edition; grey, 8 bits, filter 0), drawn four times as large as it is
 * printed: a size in pixels and the bytes.
 */
export function figureAsPng(figure: Figure): {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
} {
  const width = Math.max(1, figure.squares.length * (side + gap) - gap);
  const height = side;
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = isInk(figure, x, y) ? 0x19 : 0xff;
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 0, 0, 0, 0], 8);
  const parts = [
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(rows)),
    chunk('IEND', new Uint8Array()),
  ];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { width: Math.round(width / 4), height: Math.round(height / 4), bytes };
}
