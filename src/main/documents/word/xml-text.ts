/** Characters that XML 1.0 does not allow; Word refuses a document that holds one. */
const notInXml = /[^\t\n\r\u0020-\uFFFD]/g;

/** A text that can stand in XML: what cannot is shown as the sign for an unknown character. */
export function xmlText(text: string): string {
  return text.toWellFormed().replaceAll(notInXml, '\uFFFD');
}
