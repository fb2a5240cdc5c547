import type { PrintPdf } from '../ports/printing-port.ts';
import { done } from '../../shared/result.ts';

/** Longer names there are none; without a bound, openings that nothing closes would each be read to the end. */
const entries = /\/(Creator|Producer)(\s*)\(((?:\\[\s\S]|[^\\)]){0,400})\)/gu;

/**
 * A PDF whose information says that Plumbline made it, where the browser that printed it had named itself and the
 * computer. Every byte keeps its place, so that the file's own table of offsets holds: what the shorter name leaves free
 * is white space, which means nothing between the entries (ISO 32000-1, 7.2.2).
 */
export function namedByPlumbline(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const named = text.replaceAll(entries, (match, entry: string, space: string) => {
    // "Chromium", as its headless shell calls itself, leaves no room for the space before the name.
    const fits = [space, ''].map((between) => `/${entry}${between}(Plumbline)`);
    return (fits.find((said) => said.length <= match.length) ?? match).padEnd(match.length);
  });
  return new Uint8Array(Buffer.from(named, 'latin1'));
}

/** A printer whose documents say that Plumbline made them. */
export function printingAsPlumbline(print: PrintPdf): PrintPdf {
  return async (html, isStopped) => {
    const printed = await print(html, isStopped);
    return printed.ok ? done(namedByPlumbline(printed.value)) : printed;
  };
}
