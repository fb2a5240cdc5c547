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
    | 'old-word';
  /** What happened, what is safe and what to do, for a person. */
  readonly message: string;
}

const safe = 'Nothing was imported and the file is unchanged.';

const words: Readonly<Record<ReportProblem['code'], string>> = {
  empty: `The file holds no text. ${safe} If it came from a scan, choose a copy that holds text.`,
  'too-large': `The file is larger than 20 MB, far more than any report. ${safe} Choose the report's own text.`,
  binary: `The file is not plain text, whatever its name says. ${safe} Choose the report as Word (.docx), PDF or plain text.`,
  undecodable: `The file's characters could not be read as UTF-8, UTF-16 or Windows-1252. ${safe} Save it again as UTF-8 text.`,
  html: `The file is a web page, whatever its name says. ${safe} Save the report itself as plain text and choose that.`,
  password: `The file is protected by a password. ${safe} Open it with its own program, save a copy without a password, and choose that.`,
  damaged: `The file is damaged or cut short, so it cannot be read. ${safe} Fetch it again from where it came from.`,
  scanned: `The file holds pictures of pages and no text. ${safe} Choose a copy that holds text, or have it read by a text recognition program first.`,
  'old-word': `The file is of Word's old format (.doc), or is protected by a password. ${safe} Open it in Word, save it as .docx without a password, and choose that.`,
  'no-report': `The text has no title, dates, lead inspector, table of grades or headings of an inspection report. ${safe} Choose a published or draft report.`,
};

/** The problem of one code, with its words. */
export function reportProblem(code: ReportProblem['code']): ReportProblem {
  return { code, message: words[code] };
}
