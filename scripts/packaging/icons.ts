// The icons of the application and of its files, drawn from resources/icons/*.svg in every size that a system asks for.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { IconIcns, IconIco } from '@shockpkg/icon-encoder';

/** Sides in pixels: those of a Linux icon theme, and 1024 for macOS. */
export const iconSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024] as const;

/** What has an icon: the application, and each kind of file that it opens. */
export const iconNames = ['plumbline', 'judgment', 'card', 'audit'] as const;
export type IconName = (typeof iconNames)[number];

/** An icon of this side in pixels as PNG. The application's has a drawing of its own for the small sizes. */
export function drawIcon(source: string, name: IconName, size: number): Buffer {
  const drawing = name === 'plumbline' && size <= 32 ? 'plumbline-small' : name;
  const svg = readFileSync(join(source, `${drawing}.svg`), 'utf8');
  return new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
}

/** Windows' icon file: each size to 256 as PNG. */
async function drawIco(source: string, name: IconName): Promise<Uint8Array> {
  const icon = new IconIco();
  for (const size of iconSizes)
    if (size <= 256) await icon.addFromPng(drawIcon(source, name, size), null, true);
  return icon.encode();
}

/** macOS' icon file, whose types have sides of 16 to 1024 pixels, some for screens of twice the density. */
async function drawIcns(source: string, name: IconName): Promise<Uint8Array> {
  const icon = new IconIcns();
  const types = { icp4: 16, icp5: 32, ic07: 128, ic08: 256, ic09: 512, ic10: 1024, ic11: 32, ic12: 64 };
  for (const [type, size] of Object.entries(types))
    await icon.addFromPng(drawIcon(source, name, size), [type], true);
  return icon.encode();
}

/** Draws all icons into a folder: `NAME/SIZE.png`, and beside them `NAME.ico` and `NAME.icns`. */
export async function drawIcons(source: string, folder: string): Promise<void> {
  for (const name of iconNames) {
    mkdirSync(join(folder, name), { recursive: true });
    for (const size of iconSizes)
      writeFileSync(join(folder, name, `${size}.png`), drawIcon(source, name, size));
    writeFileSync(join(folder, `${name}.ico`), await drawIco(source, name));
    writeFileSync(join(folder, `${name}.icns`), await drawIcns(source, name));
  }
}
