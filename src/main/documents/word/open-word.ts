import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { strFromU8 } from 'fflate';
import { checkXml } from '../bounds/check-xml.ts';
import { readingProblem, within } from '../bounds/document-bounds.ts';
import { unzip } from '../bounds/unzip.ts';
import { reportProblem, type ReportProblem } from '../../../shared/report/report-problem.ts';
import { done, refused, type Result } from '../../../shared/result.ts';

/** The parts of a Word file that are read; null where the file has none. */
export interface WordParts {
  readonly body: Element;
  readonly comments: Document | null;
  readonly numbering: Document | null;
}

const wanted = ['word/document.xml', 'word/comments.xml', 'word/numbering.xml'];

/** Unpacks a .docx and parses its parts. Refuses what is no Word file, damaged, or beyond a bound. */
export function openWord(bytes: Uint8Array): Result<WordParts, ReportProblem> {
  try {
    const files = unzip(bytes, (name) => wanted.includes(name));
    const main = parsed(files.get('word/document.xml'));
    const body = main?.getElementsByTagName('w:body').item(0);
    if (body == null) return refused(reportProblem('binary'));
    return done({
      body,
      comments: parsed(files.get('word/comments.xml')),
      numbering: parsed(files.get('word/numbering.xml')),
    });
  } catch (error) {
    return refused(readingProblem(error));
  }
}

function parsed(bytes: Uint8Array | undefined): Document | null {
  if (bytes === undefined) return null;
  let elements = 0;
  checkXml(bytes, () => {
    elements += 1;
    within('elements', elements);
  });
  const stop = (level: string, message: string): void => {
    if (level !== 'warning') throw new Error(message);
  };
  return new DOMParser({ onError: stop }).parseFromString(strFromU8(bytes), 'text/xml');
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
