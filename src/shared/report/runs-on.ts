/** Whether a sentence runs on past the end of this line: it holds text and ends in no stop. */
export function runsOn(line: string): boolean {
  return line !== '' && !/[.?!:;][’”)\]]*\d{0,2}$/u.test(line);
}
