import { DamagedKey } from '../ports/damaged-key.ts';
import { Command, CommanderError, Option } from 'commander';
import { print, tell, Unreadable, type Said } from './cli-output.ts';
import type { AgreementOptions } from './agreement-command.ts';
import { addDraftCommands } from './draft-words.ts';
import { commandExamples } from './command-examples.ts';
import type { AuditOptions } from './audit-command.ts';
import type { StatisticsOptions } from './statistics-options.ts';
import type { importFiles } from './workspace-commands.ts';
import type { verifyPaths } from './verify-path.ts';
import type { CliPlace } from './cli-scope.ts';
import { workerFiles } from '../work/worker-files.ts';
import { defaultProfile } from '../storage/profile.ts';
import packageFile from '../../../package.json' with { type: 'json' };

/** What the command line is told from outside. */
export interface CommandLine {
  /** The words after the program's name. */
  readonly words: readonly string[];
  /** The folder that holds `resources`. */
  readonly root: string;
  /** The file that runs, beside which the worker threads' files lie. */
  readonly entry: string;
}

/** Every command with its help, and the code that whichever is carried out ends with. */
export function makeProgram({ root, entry }: Omit<CommandLine, 'words'>): {
  readonly program: Command;
  readonly code: () => number;
} {
  let code = 0;
  const program = new Command('plumbline')
    .description('Moderation of inspection judgments: the same services as the windows.')
    .version(packageFile.version)
    .option('--json', 'one JSON document on standard output')
    .option('--profile <dir>', "another profile than the user's own")
    .configureOutput({ outputError: tellError })
    .exitOverride();

  function place(): CliPlace {
    const { profile } = program.opts<{ profile?: string }>();
    return {
      root,
      profile: profile ?? process.env['PLUMBLINE_PROFILE'] ?? defaultProfile(process.env, process.platform),
      version: packageFile.version,
      workers: workerFiles(entry),
    };
  }

  async function say(said: Promise<Said>): Promise<void> {
    code = print(await said, program.opts<{ json?: boolean }>().json === true);
  }

  function command(usage: string, description: string): Command {
    return program
      .command(usage)
      .description(description)
      .option('--json', 'one JSON document on standard output')
      .option('--profile <dir>', "another profile than the user's own")
      .addHelpText('after', () => examplesOf(usage))
      .hook('preAction', (_program, self) => {
        const { json, profile } = self.opts<{ json?: boolean; profile?: string }>();
        if (json === true) program.setOptionValue('json', true);
        if (profile !== undefined) program.setOptionValue('profile', profile);
      });
  }

  command('init <dir>', 'make a workspace')
    .requiredOption('--name <name>', 'what to call it')
    .option('--person <name>', 'who signs, where nobody has used this profile yet')
    .action(async (dir: string, options: { name: string; person?: string }) =>
      say((await import('./workspace-commands.ts')).initWorkspace(place(), dir, options)),
    );
  command('import <files...>', 'reports into drafts, or with --draft tables of evidence into one')
    .requiredOption('--workspace <dir>')
    .option('--framework <id>')
    .addOption(
      new Option(
        '--if-here <what>',
        'what becomes of a report on an inspection that is here: nothing, unless another inspection (separate) or a revision of it (add) is asked for',
      ).choices(['separate', 'add']),
    )
    .option('--draft <id>', 'the draft that evidence (.csv .xlsx .docx .txt) goes into')
    .option('--kind <kind>', 'the kind of evidence where a row says none')
    .option('--source <source>', 'who or what it is from where a row says none')
    .option('--when <day>', 'the day where a row says none')
    .option(
      '--sheet <name>',
      'the sheet of a workbook, where it is not the first that is shown and holds a table',
    )
    .option(
      '--column <field=heading...>',
      'the heading of a column, where its words do not say: note, kind, source, when, direction or criterion',
    )
    .option('--hidden-rows', 'rows that a workbook hides make notes too')
    .option('--person <name>', 'who signs, where nobody has used this profile yet')
    .action((files: string[], options: ImportOptions) => say(importAny(place(), files, options)));
  command('list', 'the drafts of a workspace')
    .requiredOption('--workspace <dir>')
    .action(async (options: { workspace: string }) =>
      say((await import('./workspace-commands.ts')).listAll(place(), options)),
    );
  command('compare <before> <after>', 'two text files, or DRAFT@REVISION twice')
    .option('--workspace <dir>')
    .action(async (before: string, after: string, options: { workspace?: string }) =>
      say((await import('./compare-command.ts')).compareCommand(place(), before, after, options.workspace)),
    );
  command('merge <base> <ours> <theirs>', 'three texts, or the records of three .judgment files')
    .requiredOption('--out <file>')
    .action(async (base: string, ours: string, theirs: string, options: { out: string }) =>
      say((await import('./merge-command.ts')).mergeCommand(place(), [base, ours, theirs], options.out)),
    );
  command(
    'agreement <file>',
    'how far raters agree: a CSV with one row a unit and one column a rater, or JSON',
  )
    .option('--level <level>', 'nominal, ordinal, interval or ratio: which is shown first', 'ordinal')
    .option('--seed <n>', 'of the bootstrap', '1')
    .option('--draws <n>', 'of the bootstrap', '1000')
    .option('--weights <file>', "a JSON matrix of disagreement weights for Cohen's kappa of two raters")
    .action(async (file: string, options: AgreementOptions) =>
      say((await import('./agreement-command.ts')).agreementCommand(place(), file, options)),
    );
  command(
    'statistics <figure> [table]',
    'transitions, severity, strata, allocation or run-length of a TABLE; interval, bound or sample-size',
  )
    .option('--of <n>', 'interval: how many were looked at')
    .option('--agree <n>', 'interval: how many of them have it')
    .option('--population <n>', 'how many there are in all')
    .option('--sample <n>', 'bound: how many were drawn')
    .option('--failures <n>', 'bound: found among them; sample-size: allowed')
    .option('--share <p>', 'sample-size: the share, 0 to 1, that must not go unseen')
    .option('--total <n>', 'allocation: how many to draw in all')
    .option('--by <rule>', 'allocation: proportional or neyman')
    .option('--least <n>', 'allocation: the fewest of a stratum')
    .option('--reference <k>', 'run-length: the reference value, 0.5 where none is named')
    .option('--limit <h>', 'run-length: where the sum signals')
    .option(
      '--unit <u>',
      'run-length: what steps, reference and limit are multiples of, 0.5 where none is named',
    )
    .option('--level <p>', 'how sure', '0.95')
    .action(async (figure: string, table: string | undefined, options: StatisticsOptions) =>
      say((await import('./statistics-command.ts')).statisticsCommand(place(), figure, table, options)),
    );
  command(
    'audit <step> <file>',
    'tickets IDS: of ids, one a line; redraw WORKSPACE: its sample from the files alone; status, figures or report WORKSPACE',
  )
    .option('--seed <text>', 'tickets: the seed, as text')
    .option('--draw <n>', 'tickets: as many of the lowest')
    .option('--format <format>', 'report: docx, pdf, html or csv')
    .option('--out <file>', 'report: where it goes')
    .option('--annex <name>', 'report as csv: sample, figures or answers')
    .option('--public', 'report: without names, small counts withheld')
    .action(async (step: string, file: string, options: AuditOptions) =>
      say((await import('./audit-command.ts')).auditCommand(place(), step, file, options)),
    );
  command('verify <paths...>', 'workspaces, draft folders or .judgment files, each by itself')
    .option('--witness <file>', 'tips of the logs seen earlier')
    .option('--remember <file>', 'write the tips seen now')
    .option('--time-stamp <file>', "an authority's response (.tsr) over the seal")
    .option('--quick', 'every hash and chain, and of the signatures those that vouch for the others')
    .action(async (paths: string[], options: Parameters<typeof verifyPaths>[2]) =>
      say((await import('./verify-path.ts')).verifyPaths(place(), paths, options)),
    );
  addDraftCommands({ command, place, say });
  command('frameworks [word] [file]', 'list the frameworks; with the word check, check one file')
    .option('--history <csv>', 'hold its rules against published outcomes')
    .action((word: string | undefined, file: string | undefined, options: { history?: string }) =>
      say(frameworksCommand(place(), word, file, options.history)),
    );
  command('demo', 'the whole job on the sample inspection, or on a report')
    .option('--report <file>')
    .option('--out <dir>')
    .action(async (options: { report?: string; out?: string }) =>
      say((await import('./demo-command.ts')).demoCommand(place(), options)),
    );

  return { program, code: () => code };
}

/** Carries out one command and answers with the code to end with: 0, 1 where something is wrong, 2 for usage. */
export async function runCommandLine({ words, ...place }: CommandLine): Promise<number> {
  const { program, code } = makeProgram(place);
  try {
    await program.parseAsync([...words], { from: 'user' });
    return code();
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    tell(
      error instanceof Unreadable || error instanceof DamagedKey
        ? error.message
        : 'Something in Plumbline failed that should not have. Nothing saved before was touched.',
    );
    if (process.env['PLUMBLINE_DEBUG'] !== undefined) console.error(error);
    return 2;
  }
}

/** A command's examples, as its help ends. */
function examplesOf(usage: string): string {
  const lines = commandExamples[usage.split(' ')[0] ?? ''] ?? [];
  return `\n${lines.length === 1 ? 'Example' : 'Examples'}:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

/** A wrong word as one line, and under it the word that may have been meant. */
function tellError(text: string): void {
  for (const line of text.trimEnd().split(/\n(?=\(Did you mean )/u)) tell(line);
}

type ImportOptions = Parameters<typeof importFiles>[2] & {
  readonly draft?: string;
  readonly kind?: string;
  readonly source?: string;
  readonly when?: string;
  readonly sheet?: string;
};

/** Reports become drafts; tables of evidence go into one. */
async function importAny(place: CliPlace, files: readonly string[], options: ImportOptions): Promise<Said> {
  const { draft, framework } = options;
  if (draft === undefined)
    return (await import('./workspace-commands.ts')).importFiles(place, files, options);
  if (framework === undefined)
    return (await import('./import-evidence-command.ts')).importEvidenceFiles(place, files, {
      ...options,
      draft,
    });
  throw new Unreadable(
    '--framework is for reports, and with --draft the files are evidence for a draft that has one. Nothing was changed.',
  );
}

/** `frameworks` and `frameworks check FILE [--history CSV]`, and no other word. */
async function frameworksCommand(
  place: CliPlace,
  word: string | undefined,
  file: string | undefined,
  history: string | undefined,
): Promise<Said> {
  if (word === undefined && history === undefined)
    return (await import('./framework-commands.ts')).listFrameworks(place);
  if (word === 'check' && file !== undefined)
    return (await import('./framework-commands.ts')).checkFrameworkFile(file, history);
  throw new Unreadable('Write frameworks alone, or frameworks check FILE [--history CSV].');
}
