/** The worker half of pdfjs-dist, which ships without types; it is only handed to the other half. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
