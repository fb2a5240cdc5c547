import { DOMParser, type Element } from '@xmldom/xmldom';
import { checkXml } from '../bounds/check-xml.ts';
import { within } from '../bounds/document-bounds.ts';

/** Namespaces by the prefix that names stand under here, whatever prefix a file has; the second of each pair is strict OOXML. */
const prefixes = new Map(
  [
    ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
    ['w', 'http://purl.oclc.org/ooxml/wordprocessingml/main'],
    ['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
    ['r', 'http://purl.oclc.org/ooxml/officeDocument/relationships'],
    ['m', 'http://schemas.openxmlformats.org/officeDocument/2006/math'],
    ['m', 'http://purl.oclc.org/ooxml/officeDocument/math'],
    ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
    ['a', 'http://purl.oclc.org/ooxml/drawingml/main'],
    ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ].map(([prefix = '', namespace = '']) => [namespace, `${prefix}:`] as const),
);

/** An element's name under the prefix that its namespace has here: "w:p" also where a file writes "ns0:p". */
export function nameOf(element: Element): string {
  return `${prefixes.get(element.namespaceURI ?? '') ?? ''}${element.localName ?? element.nodeName}`;
}

/** A property of an element, of the element's own namespace or of none; null where it has none. */
export function propertyOf(element: Element | null, name: string): string | null {
  if (element === null) return null;
  return element.getAttributeNS(element.namespaceURI, name) ?? element.getAttribute(name);
}

/** The id by which an element leads to another part of the package (r:id). */
export function relationOf(element: Element): string | null {
  for (const [namespace, prefix] of prefixes) {
    const id = prefix === 'r:' ? element.getAttributeNS(namespace, 'id') : null;
    if (id !== null) return id;
  }
  return null;
}

/** An element's child elements. */
export function childrenOf(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let node = element.firstChild; node !== null; node = node.nextSibling)
    if (node.nodeType === 1) found.push(node as Element);
  return found;
}

/** The first element of a name directly inside another. */
export function childOf(element: Element | null, name: string): Element | null {
  return element === null ? null : (childrenOf(element).find((child) => nameOf(child) === name) ?? null);
}

/** The value of the first element of a name directly inside another. */
export function valueIn(element: Element | null, name: string): string | null {
  return propertyOf(childOf(element, name), 'val');
}

/** Whether a property that is on or off is on; null where it does not stand in the element. */
export function switchIn(element: Element | null, name: string): boolean | null {
  const found = childOf(element, name);
  return found === null ? null : !['0', 'false', 'off'].includes(propertyOf(found, 'val') ?? '1');
}

/** XML in UTF-16 as UTF-8: both are allowed, the first is rare. */
function asUtf8(bytes: Uint8Array): Uint8Array {
  const [first, second] = bytes;
  if (!((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))) return bytes;
  const text = new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  return new TextEncoder().encode(text.replace(/^(<\?xml[^>]*?)\sencoding=["'][^"']*["']/u, '$1'));
}

/** Parses the parts of one file, whose elements count together. */
export function xmlParser(): (bytes: Uint8Array) => Element | null {
  let elements = 0;
  const stop = (level: string, message: string): void => {
    if (level !== 'warning') throw new Error(message);
  };
  return (bytes) => {
    const utf8 = asUtf8(bytes);
    checkXml(utf8, () => {
      elements += 1;
      within('elements', elements);
    });
    const text = new TextDecoder().decode(utf8);
    return new DOMParser({ onError: stop }).parseFromString(text, 'text/xml').documentElement;
  };
}
