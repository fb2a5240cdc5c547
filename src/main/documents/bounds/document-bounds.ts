import { reportProblem, unchangedFile, type ReportProblem } from '../../../shared/report/report-problem.ts';
import { numberWords } from '../../../shared/words.ts';

/** One bound: the most that is read, what happened where a file has more, and what to do then. */
interface Bound {
  readonly most: number;
  readonly met: (most: string) => string;
  readonly advice: string;
}

const saveAgain =
  'Open the file with its own program, save it again (as PDF, Word or Excel), and choose that.';
const split = 'Split it, and choose the part that is needed.';
const strange = 'Ask whoever sent it how it was made, and have it saved again by Word or Excel.';

/**
 * The most that is read of a document that somebody else made. Every bound is far above what real files have, and low
 * enough that no file holds the host up or takes its memory: threads share a process, and a single block of memory that
 * goes beyond a thread's own limit ends the process, so size is bounded before libraries see what a file holds.
 */
export const documentBounds = {
  /** The longest of 44 published reports takes 1 s, the largest table 9 s; a slow and busy computer five times as long. */
  seconds: {
    most: 60,
    met: (most) => `Reading the file took longer than ${most} seconds, so it was stopped.`,
    advice: `${saveAgain} Or split it.`,
  },
  /** MB of objects and text of the thread that reads; with `buffers` and the thread itself below 1 GB. */
  heap: {
    most: 480,
    met: (most) => `Reading the file took more memory than ${most} MB, so it was stopped.`,
    advice: `${saveAgain} Or split it.`,
  },
  /** MB of bytes beside them: a PDF's streams unpack a thousandfold where nobody looks on. */
  buffers: {
    most: 450,
    met: (most) => `Unpacking the file took more memory than ${most} MB, so it was stopped.`,
    advice: `${saveAgain} Or split it.`,
  },
  /** MB of a table: sixty thousand notes of a page each. */
  tableBytes: {
    most: 60,
    met: (most) => `The file is larger than ${most} MB.`,
    advice: 'Split it, one inspection a file.',
  },
  /** Word and Excel write 10 to 30 entries and one more for each picture. */
  entries: {
    most: 5000,
    met: (most) => `The file is packed from more than ${most} parts.`,
    advice: saveAgain,
  },
  /** MB of text that the read parts unpack to: a hundred thousand rows of 500 letters take 63. */
  inflated: {
    most: 80,
    met: (most) => `The file unpacks to more than ${most} MB, or to more than it says.`,
    advice: `${saveAgain} Or split it.`,
  },
  /** Office XML packs 10 to 40 times, rows of equal cells 90 times; deflate can pack a thousand. */
  ratio: {
    most: 250,
    met: (most) => `A part of the file unpacks to more than ${most} times its size, as no document does.`,
    advice: strange,
  },
  /** No program that writes office files defines entities; ten lines of them unfold to gigabytes. */
  entities: {
    most: 0,
    met: () =>
      'The file defines text that unfolds while it is read (XML entities), as no office program does.',
    advice: strange,
  },
  /** Tables within tables within text boxes nest 40 deep; readers call themselves once a level. */
  depth: {
    most: 256,
    met: (most) => `Parts of the file lie within each other more than ${most} deep.`,
    advice: saveAgain,
  },
  /** Of XML that is read as a tree, at some 700 bytes each; a report of 100 pages has 30,000. Read in 5 s. */
  elements: {
    most: 400_000,
    met: (most) => `The file holds more than ${most} pieces of text and formatting.`,
    advice: `${saveAgain} Or split it.`,
  },
  /** On one element; each is compared with all others. The root of a Word file has 35. */
  attributes: {
    most: 256,
    met: (most) => `A part of the file carries more than ${most} properties.`,
    advice: strange,
  },
  /** The longest of 44 published reports has 30 pages; a bundle of them hundreds. */
  pages: {
    most: 2000,
    met: (most) => `The file has more than ${most} pages.`,
    advice: split,
  },
  /** Of a report in all its tracked states, or of a text: the longest of 44 published reports has 1,711. */
  lines: {
    most: 500_000,
    met: (most) => `The file has more than ${most} lines.`,
    advice: split,
  },
  /** Of all text that is handed on: as many as a text file may have bytes. */
  characters: {
    most: 60_000_000,
    met: (most) => `The file holds more than ${most} letters and signs of text.`,
    advice: split,
  },
  /** Each author's changes make a state of the report of its own. */
  authors: {
    most: 60,
    met: (most) => `More than ${most} people tracked changes in the file.`,
    advice: 'Accept the changes that are settled, save the file, and choose it again.',
  },
  /** Comments on the same words: each keeps the words it lies on. */
  comments: {
    most: 50,
    met: (most) => `More than ${most} comments lie on the same words of the file.`,
    advice: 'Delete the comments that are settled, save the file, and choose it again.',
  },
  /** Rows under the header: no inspection gathers so much, and each becomes a signed record. */
  rows: {
    most: 100_000,
    met: (most) => `The file has more than ${most} rows.`,
    advice: 'Split it, one inspection a file. Delete what stands far below the last row.',
  },
  /** A note takes six of them. */
  columns: {
    most: 1000,
    met: (most) => `The file has more than ${most} columns.`,
    advice: 'Keep the columns that are needed. Delete what stands far to the right of them.',
  },
  /** Rows times columns, from the first to the last cell with something in it. */
  cells: {
    most: 5_000_000,
    met: (most) => `The table has more than ${most} cells from its first to its last.`,
    advice:
      'Keep the rows and columns that are needed. Delete what stands far below or to the right of them.',
  },
  /** Of one row or note: evidence has at most 20,000 letters. */
  rowCharacters: {
    most: 1_000_000,
    met: (most) => `A row of the file is longer than ${most} letters and signs.`,
    advice: 'Check that every row ends with a new line and every quotation mark is closed.',
  },
} as const satisfies Readonly<Record<string, Bound>>;

type BoundName = keyof typeof documentBounds;

/** Thrown while a file is read, through whatever library reads it, and caught where reading began. */
export class BoundMet extends Error {
  readonly bound: BoundName;

  constructor(bound: BoundName) {
    super(`The bound ${bound} was met.`);
    this.bound = bound;
  }
}

/** Throws where there is more of something than its bound. */
export function within(bound: BoundName, amount: number): void {
  if (amount > documentBounds[bound].most) throw new BoundMet(bound);
}

/** The refusal of a file that met a bound, with its words; `most` where a shorter one was set. */
export function boundProblem(bound: BoundName, most: number = documentBounds[bound].most): ReportProblem {
  const { met, advice } = documentBounds[bound];
  return { code: 'bound', message: `${met(numberWords(most))} ${unchangedFile} ${advice}` };
}

/** What reading ended with: a bound by its name, and else a file that is damaged. */
export function readingProblem(error: unknown): ReportProblem {
  return error instanceof BoundMet ? boundProblem(error.bound) : reportProblem('damaged');
}
