/** Why a file was not imported at all. Nothing has been written when one of these is returned. */
export interface ReportProblem {
  readonly code:
    | 'empty'
    | 'too-large'
    | 'binary'
    | 'undecodable'
    | 'html'
    | 'no-report'
    | 'password'
    | 'damaged'
    | 'scanned'
    | 'old-word'
    /** More of something than any such file has: `documents/bounds` says of what. */
    | 'bound'
    | 'stopped';
  /** What happened, what is safe and what to do, for a person. */
  readonly message: string;
}

/** What is safe whenever a file is refused. */
export const unchangedFile = 'Nothing was imported and the file is unchanged.';

const words: Readonly<Record<Exclude<ReportProblem['code'], 'bound'>, string>> = {
  empty: `The file holds no text. ${unchangedFile} If it came from a scan, choose a copy that holds text.`,
  'too-large': `The file is larger than 20 MB, far more than any report. ${unchangedFile} Choose the report's own text.`,
  binary: `The file is not plain text, whatever its name says. ${unchangedFile} Choose the report as Word (.docx), PDF or plain text.`,
  undecodable: `The file's characters could not be read as UTF-8, UTF-16 or Windows-1252. ${unchangedFile} Save it again as UTF-8 text.`,
  html: `The file is a web page, whatever its name says. ${unchangedFile} Save the report itself as plain text and choose that.`,
  password: `The file is protected by a password. ${unchangedFile} Open it with its own program, save a copy without a password, and choose that.`,
  damaged: `The file is damaged or cut short, so it cannot be read. ${unchangedFile} Fetch it again from where it came from.`,
  scanned: `The file holds pictures of pages and no text. ${unchangedFile} Choose a copy that holds text, or have it read by a text recognition program first.`,
  'old-word': `The file is of Word's old format (.doc), or is protected by a password. ${unchangedFile} Open it in Word, save it as .docx without a password, and choose that.`,
  stopped: `You stopped the reading. ${unchangedFile}`,
  'no-report': `The text has no title, dates, lead inspector, table of grades or headings of an inspection report. ${unchangedFile} Choose a published or draft report.`,
};

/** The problem of one code, with its words. */
export function reportProblem(code: keyof typeof words): ReportProblem {
  return { code, message: words[code] };
}
