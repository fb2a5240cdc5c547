import type { Scope } from '../session/session.ts';
import { houseTemplate } from '../workspace/house-style.ts';
import { documentAsHtml } from '../../../shared/documents/document-as-html.ts';
import { documentAsMarkdown } from '../../../shared/documents/document-as-markdown.ts';
import type { PrintedDocument } from '../../../shared/documents/printed-document.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

/** Formats that any document can be had in. */
export type DocumentFormat = 'docx' | 'pdf' | 'html' | 'md';

/** A document's bytes in a format, in the house style. `signal` ends the printing of a PDF. */
export async function renderDocument(
  scope: Scope,
  document: PrintedDocument,
  format: DocumentFormat,
  signal?: AbortSignal,
): Promise<Result<Uint8Array, CallError>> {
  const { ports } = scope;
  const { style } = await houseTemplate(scope);
  switch (format) {
    case 'docx':
      return done(await ports.documents.documentAsWord(document, style));
    case 'html':
      return done(new TextEncoder().encode(documentAsHtml(document, style)));
    case 'md':
      return done(new TextEncoder().encode(documentAsMarkdown(document)));
    case 'pdf': {
      const fonts = await ports.resources.fonts();
      const print = (pages: ReadonlyMap<string, number>): ReturnType<typeof ports.printPdf> =>
        ports.printPdf(documentAsHtml(document, style, { fonts, pages }), () => signal?.aborted === true);
      const entries = document.front?.contents.entries ?? [];
      // On which page a section begins is known once it is printed: those with contents are printed twice.
      const first = await print(new Map(entries.map(({ to }) => [to, 0])));
      const printed =
        first.ok && entries.length > 0 ? await print(ports.documents.pagesOfPlaces(first.value)) : first;
      if (printed.ok) return printed;
      const { code, message } = printed.error;
      return refused({
        code: code === 'stopped' ? 'cancelled' : code === 'no-browser' ? 'not-found' : 'io',
        message,
      });
    }
  }
}
