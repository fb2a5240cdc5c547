/** Fields of practice from a line with commas between them; at most twenty, each said once. */
export function specialismsFrom(line: string): string[] {
  const said = line.split(/[,;]/).map((one) => one.trim().slice(0, 80));
  return [...new Set(said.filter((one) => one !== ''))].slice(0, 20);
}
