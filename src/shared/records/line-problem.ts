/** Why a line of a log is no record: each breaks verification. */
export interface LineProblem {
  readonly code:
    | 'torn'
    | 'zero-filled'
    | 'unread'
    | 'not-a-file'
    | 'too-large'
    | 'encoding'
    | 'too-long'
    | 'json'
    | 'strict'
    | 'shape'
    | 'canonical'
    | 'content'
    | 'id'
    | 'signature';
  readonly message: string;
}

const words: Readonly<Record<LineProblem['code'], string>> = {
  torn: 'The last line is not whole: it was cut short while being written or copied.',
  'zero-filled':
    'The line holds nothing but zero bytes: the file was made as long as it will be before its content arrived.',
  unread: 'The file stands here and cannot be read now',
  'not-a-file': 'What has the name of a log is no ordinary file, and was not opened.',
  'too-large': 'The file is larger than any log, and was not read.',
  encoding: 'The line is not UTF-8 text.',
  'too-long': 'The line is longer than 1 MiB.',
  json: 'The line is not JSON.',
  strict: 'The line holds something that records may not hold',
  shape: 'The line is JSON, but not in the form of a record',
  canonical:
    'The line is not written in the one form that records have (RFC 8785): something was added, doubled, re-ordered or re-encoded.',
  content: 'What the record holds is not what was written: its content does not match its hash.',
  id: 'The head of the record was changed: it does not match its id.',
  signature: 'The signature does not belong to this record and key.',
};

/** A line problem in words; `why` completes them where the form needs it. */
export function lineProblem(code: LineProblem['code'], why = ''): LineProblem {
  return { code, message: why === '' ? words[code] : `${words[code]}: ${why}.` };
}
