import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { print, Unreadable, type Said } from './commands/cli-output.ts';
import { agreementCommand, type AgreementOptions } from './commands/agreement-command.ts';
import { compareCommand } from './commands/compare-command.ts';
import { demoCommand } from './commands/demo-command.ts';
import { exportCommand } from './commands/export-command.ts';
import { checkFrameworkFile, listFrameworks } from './commands/framework-commands.ts';
import { importEvidenceFiles } from './commands/import-evidence-command.ts';
import { matrixCommand } from './commands/matrix-command.ts';
import { mergeCommand } from './commands/merge-command.ts';
import { verifyPath } from './commands/verify-path.ts';
import { importFiles, initWorkspace, listAll } from './commands/workspace-commands.ts';
import type { CliPlace } from './commands/cli-scope.ts';
import { workerFiles } from './work/worker-files.ts';
import { defaultProfile } from './storage/profile.ts';
import packageFile from '../../package.json' with { type: 'json' };

const root = process.env['PLUMBLINE_ROOT'] ?? join(import.meta.dirname, '..', '..');
const program = new Command('plumbline')
  .description('Moderation of inspection judgments: the same services as the windows.')
  .version(packageFile.version)
  .option('--json', 'one JSON document on standard output')
  .option('--profile <dir>', "another profile than the user's own")
  .exitOverride();

function place(): CliPlace {
  const { profile } = program.opts<{ profile?: string }>();
  return {
    root,
    profile: profile ?? process.env['PLUMBLINE_PROFILE'] ?? defaultProfile(process.env, process.platform),
    version: packageFile.version,
    workers: workerFiles(import.meta.filename),
  };
}

async function say(said: Promise<Said>): Promise<void> {
  print(await said, program.opts<{ json?: boolean }>().json === true);
}

function command(usage: string, description: string): Command {
  return program
    .command(usage)
    .description(description)
    .option('--json', 'one JSON document on standard output')
    .option('--profile <dir>')
    .hook('preAction', (_program, self) => {
      const { json, profile } = self.opts<{ json?: boolean; profile?: string }>();
      if (json === true) program.setOptionValue('json', true);
      if (profile !== undefined) program.setOptionValue('profile', profile);
    });
}

command('init <dir>', 'make a workspace')
  .requiredOption('--name <name>', 'what to call it')
  .action((dir: string, options: { name: string }) => say(initWorkspace(place(), dir, options.name)));
command('import <files...>', 'reports into drafts, or with --draft tables of evidence into one')
  .requiredOption('--workspace <dir>')
  .option('--framework <id>')
  .option('--draft <id>', 'the draft that evidence (.csv .xlsx .docx .txt) goes into')
  .action((files: string[], options: { workspace: string; framework?: string; draft?: string }) =>
    say(
      options.draft === undefined
        ? importFiles(place(), files, options)
        : importEvidenceFiles(place(), files, { workspace: options.workspace, draft: options.draft }),
    ),
  );
command('list', 'the drafts of a workspace')
  .requiredOption('--workspace <dir>')
  .action((options: { workspace: string }) => say(listAll(place(), options)));
command('compare <before> <after>', 'two text files, or DRAFT@REVISION twice')
  .option('--workspace <dir>')
  .action((before: string, after: string, options: { workspace?: string }) =>
    say(compareCommand(place(), before, after, options.workspace)),
  );
command('merge <base> <ours> <theirs>', 'three texts, or the records of three .judgment files')
  .requiredOption('--out <file>')
  .action((base: string, ours: string, theirs: string, options: { out: string }) =>
    say(mergeCommand(place(), [base, ours, theirs], options.out)),
  );
command('agreement <file>', 'how far raters agree: a CSV with one row a unit and one column a rater, or JSON')
  .option('--level <level>', 'nominal, ordinal, interval or ratio: which is shown first', 'ordinal')
  .option('--seed <n>', 'of the bootstrap', '1')
  .option('--draws <n>', 'of the bootstrap', '1000')
  .option('--weights <file>', "a JSON matrix of disagreement weights for Cohen's kappa of two raters")
  .action((file: string, options: AgreementOptions) => say(agreementCommand(place(), file, options)));
command('matrix <draft>', 'evidence by criterion, with gaps and contradictions')
  .requiredOption('--workspace <dir>')
  .action((draft: string, options: { workspace: string }) =>
    say(matrixCommand(place(), draft, options.workspace)),
  );
command('verify <path>', 'a workspace, a draft folder or a .judgment file')
  .option('--witness <file>', 'tips of the logs seen earlier')
  .option('--remember <file>', 'write the tips seen now')
  .option('--time-stamp <file>', "an authority's response (.tsr) over the seal")
  .action((path: string, options: { witness?: string; remember?: string; timeStamp?: string }) =>
    say(verifyPath(place(), path, options)),
  );
command('export <draft>', 'a draft as a file')
  .requiredOption('--format <format>', 'docx, pdf, html, md, or judgment for all records')
  .requiredOption('--out <file>')
  .requiredOption('--workspace <dir>')
  .option('--no-evidence', 'with --format judgment: notes as signed shells without their words')
  .option(
    '--document <document>',
    'report (where none is named), letter, moderation, audit, evidence or pack',
  )
  .action((draft: string, options: Parameters<typeof exportCommand>[2]) =>
    say(exportCommand(place(), draft, options)),
  );
command('frameworks [check] [file]', 'list the frameworks, or check one file')
  .option('--history <csv>', 'hold its rules against published outcomes')
  .action((check: string | undefined, file: string | undefined, options: { history?: string }) =>
    say(
      check === 'check' && file !== undefined
        ? checkFrameworkFile(file, options.history)
        : listFrameworks(place()),
    ),
  );
command('demo', 'the whole job on the sample inspection, or on a report')
  .option('--report <file>')
  .option('--out <dir>')
  .action((options: { report?: string; out?: string }) => say(demoCommand(place(), options)));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    console.error(
      error instanceof Unreadable
        ? error.message
        : 'Something in Plumbline failed that should not have. Nothing saved before was touched.',
    );
    if (process.env['PLUMBLINE_DEBUG'] !== undefined) console.error(error);
    process.exitCode = 2;
  }
}
