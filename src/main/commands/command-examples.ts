/** What stands under a command's help: lines as they are typed. Every command has one, and each is tried by a test. */
export const commandExamples: Readonly<Record<string, readonly string[]>> = {
  init: ['plumbline init ~/Shared/team --name "Team East" --person "Ada Field"'],
  import: [
    'plumbline import report.docx letter.pdf --workspace ~/Shared/team',
    'plumbline import notes.csv --draft 1f3a --kind interview --workspace ~/Shared/team',
  ],
  list: ['plumbline list --workspace ~/Shared/team --json'],
  show: [
    'plumbline show 1f3a --workspace ~/Shared/team',
    'plumbline show 1f3a 77c0 --json --workspace ~/Shared/team',
  ],
  search: [
    'plumbline search strategy meeting --workspace ~/Shared/team',
    'plumbline search "out of date" --in notes --from 2026-10-01 --workspace ~/Shared/team',
  ],
  record: ['plumbline record 1f3a --workspace ~/Shared/team'],
  approve: [
    'plumbline show 1f3a --workspace ~/Shared/team',
    'plumbline approve 1f3a@0123456789abcdef --note "Read in full" --workspace ~/Shared/team',
  ],
  sign: ['plumbline sign 1f3a@0123456789abcdef --workspace ~/Shared/team'],
  seal: ['plumbline seal 1f3a 77c0 --workspace ~/Shared/team'],
  publish: [
    'plumbline publish 1f3a --on 2026-12-03 --address https://reports.example.org/1f3a --workspace ~/Shared/team',
  ],
  compare: [
    'plumbline compare before.txt after.txt',
    'plumbline compare 1f3a@2 1f3a@3 --workspace ~/Shared/team',
  ],
  merge: [
    'plumbline merge base.txt ours.txt theirs.txt --out merged.txt',
    'plumbline merge a.judgment b.judgment c.judgment --out all.judgment',
  ],
  agreement: ['plumbline agreement grades.csv --level ordinal --seed 1'],
  statistics: [
    'plumbline statistics interval --of 60 --agree 57 --population 400',
    'plumbline statistics transitions changes.csv',
  ],
  audit: [
    'plumbline audit tickets ids.txt --seed "the draw of 4 December" --draw 20',
    'plumbline audit redraw ~/Shared/team --json',
    'plumbline audit figures ~/Shared/team --json',
    'plumbline audit report ~/Shared/team --format pdf --public --out report.pdf',
  ],
  matrix: ['plumbline matrix 1f3a --workspace ~/Shared/team'],
  verify: [
    'plumbline verify ~/Shared/team --remember seen.json',
    'plumbline verify one.judgment two.judgment --json',
  ],
  export: [
    'plumbline export 1f3a --format pdf --out report.pdf --workspace ~/Shared/team',
    'plumbline export 1f3a --format md --out - --workspace ~/Shared/team',
    'plumbline export 1f3a 77c0 --format docx --out reports --workspace ~/Shared/team',
  ],
  frameworks: ['plumbline frameworks', 'plumbline frameworks check our-scheme.json --history outcomes.csv'],
  demo: ['plumbline demo --out demonstration'],
};
