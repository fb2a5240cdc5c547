import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import { reportProblem, type ReportProblem } from '../../../shared/domain/report/report-problem.ts';
import { done, refused, type Result } from '../../../shared/domain/result.ts';

/** The parts of a Word file that are read; null where the file has none. */
export interface WordParts {
  readonly body: Element;
  readonly comments: Document | null;
  readonly numbering: Document | null;
}

/** More than any report unpacks to; a file beyond it is refused before it is unpacked. */
const mostUnpacked = 200 * 1024 * 1024;
const wanted = ['word/document.xml', 'word/comments.xml', 'word/numbering.xml'];

/** Unpacks a .docx and parses its parts. Refuses what is no Word file, damaged, far too large, or defines entities. */
export function openWord(bytes: Uint8Array): Result<WordParts, ReportProblem> {
  try {
    let unpacked = 0;
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted.includes(name)) return false;
        unpacked += originalSize;
        return unpacked <= mostUnpacked;
      },
    });
    if (unpacked > mostUnpacked) return refused(reportProblem('too-large'));
    const main = parsed(files['word/document.xml']);
    const body = main?.getElementsByTagName('w:body').item(0);
    if (body == null) return refused(reportProblem('binary'));
    return done({
      body,
      comments: parsed(files['word/comments.xml']),
      numbering: parsed(files['word/numbering.xml']),
    });
  } catch {
    return refused(reportProblem('damaged'));
  }
}

function parsed(bytes: Uint8Array | undefined): Document | null {
  if (bytes === undefined) return null;
  const xml = strFromU8(bytes);
  if (/<!DOCTYPE/iu.test(xml)) throw new Error('A Word file defines no entities.');
  const stop = (level: string, message: string): void => {
    if (level !== 'warning') throw new Error(message);
  };
  return new DOMParser({ onError: stop }).parseFromString(xml, 'text/xml');
}

/** An element's child elements. */
export function childrenOf(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let node = element.firstChild; node !== null; node = node.nextSibling)
    if (node.nodeType === 1) found.push(node as Element);
  return found;
}

/** The first element of a name directly inside another. */
export function childOf(element: Element | null | undefined, name: string): Element | null {
  return element == null ? null : (childrenOf(element).find((child) => child.nodeName === name) ?? null);
}
