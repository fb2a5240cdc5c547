import { checkXml } from './bounds/check-xml.ts';

const local = /^(?:[^\s:/>]+:)?([^\s:/>]+)/u;
const address = /(\s(?:[^\s:="']+:)?r\s*=\s*["'])([A-Z]{0,3})(\d{1,9})(?=["'])/u;

/** What closes a sheet has no more bytes, and what opens it, over all slices, seldom more. */
const [wordsAtEnd, headsAtAll] = [1000, 100_000];

/** Rows of a sheet, numbered from 1 as a sheet of their own, and how many rows of the sheet stand before them. */
interface SheetSlice {
  readonly before: number;
  readonly bytes: Uint8Array;
}

/**
 * Pieces of one file and words between them, joined into files that are no longer than it, one behind another in one piece of
 * memory: many smaller ones of a thread that ends are not given back where others stand among them.
 */
class Joined {
  readonly #from: Buffer;
  #to: Buffer;
  #read = 0;
  #begun = 0;
  #written = 0;

  constructor(file: Buffer) {
    this.#from = file;
    this.#to = Buffer.alloc(file.length + headsAtAll + wordsAtEnd);
  }

  /** Begins a file with the first bytes of the one read, and goes on reading from a place. */
  begin(head: number, at: number): void {
    const most = head + this.#from.length - at + wordsAtEnd;
    if (this.#written + most > this.#to.length)
      [this.#to, this.#written] = [Buffer.alloc(this.#to.length), 0];
    this.#begun = this.#written;
    this.#written += this.#from.copy(this.#to, this.#written, 0, head);
    this.#read = at;
  }

  /** What is read up to a place, then words instead of what stands before another. */
  replace(at: number, words: string, end: number): void {
    this.#written += this.#from.copy(this.#to, this.#written, this.#read, at);
    this.#written += this.#to.write(words, this.#written, 'latin1');
    this.#read = end;
  }

  bytes(): Uint8Array {
    return this.#to.subarray(this.#begun, this.#written);
  }
}

function misplaced(): Error {
  return new Error('The rows of the sheet do not follow each other.');
}

/**
 * A sheet's XML as sheets of at most `most` rows, in their order. The library that reads sheets joins all rows anew at each
 * of its steps, smaller steps where the machine is slow, each called by the one before: 100,000 rows in one piece take it
 * minutes then, or all of its stack.
 */
export function slicesOf(sheet: Uint8Array, most: number): readonly SheetSlice[] {
  const file = Buffer.from(sheet.buffer, sheet.byteOffset, sheet.byteLength);
  const joined = new Joined(file);
  const slices: SheetSlice[] = [];
  const around: string[] = [];
  let [head, before, row, rows] = [0, 0, 0, 0];
  checkXml(sheet, (tag, start) => {
    const [qualified = '', name] = local.exec(tag) ?? [];
    if (name === 'worksheet' || name === 'sheetData') around.unshift(`</${qualified}>`);
    if (name !== 'row' && name !== 'c') return;
    const [all = '', property = '', letters = '', digits] = address.exec(tag) ?? [];
    if (name === 'row') {
      const number = digits === undefined ? row + 1 : Number(digits);
      if (number <= row) throw misplaced();
      if (rows === 0) head = start;
      else if (rows % most === 0) {
        joined.replace(start, around.join(''), start);
        slices.push({ before, bytes: joined.bytes() });
      }
      if (rows % most === 0) {
        joined.begin(head, start);
        before = number - 1;
      }
      rows += 1;
      row = number;
    }
    if (digits === undefined) return;
    if (Number(digits) <= before) throw misplaced();
    const at = start + 1 + tag.indexOf(all);
    joined.replace(at, `${property}${letters}${Number(digits) - before}`, at + all.length);
  });
  if (rows <= most) return [{ before: 0, bytes: sheet }];
  joined.replace(file.length, '', file.length);
  return [...slices, { before, bytes: joined.bytes() }];
}
