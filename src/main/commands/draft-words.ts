import { Option, type Command } from 'commander';
import type { CliPlace } from './cli-scope.ts';
import type { Said } from './cli-output.ts';
import type { recordCommand, showCommand } from './draft-commands.ts';
import type { exportCommand } from './export-command.ts';
import type { searchCommand } from './search-command.ts';
import type { approveCommand, publishCommand, sealCommand } from './signing-commands.ts';

/** What a group of commands is added to. */
interface CommandTable {
  readonly command: (usage: string, description: string) => Command;
  readonly place: () => CliPlace;
  readonly say: (said: Promise<Said>) => Promise<void>;
}

type Options<F extends (...given: never[]) => unknown> = Parameters<F>[2];

/** The commands that read, sign and hand out the drafts of a workspace. */
export function addDraftCommands({ command, place, say }: CommandTable): void {
  command('show <drafts...>', 'how drafts stand: grades, what is open, and the state that an approval names')
    .requiredOption('--workspace <dir>')
    .action(async (drafts: string[], options: Options<typeof showCommand>) =>
      say((await import('./draft-commands.ts')).showCommand(place(), drafts, options)),
    );
  command('record <drafts...>', 'how drafts came about, record by record')
    .requiredOption('--workspace <dir>')
    .action(async (drafts: string[], options: Options<typeof recordCommand>) =>
      say((await import('./draft-commands.ts')).recordCommand(place(), drafts, options)),
    );
  command('search <words...>', 'notes and texts of every draft that you may see, at most twenty places')
    .requiredOption('--workspace <dir>')
    .addOption(new Option('--in <what>', 'in these alone').choices(['notes', 'text']))
    .option('--kind <kind>', 'notes of this kind alone')
    .option('--from <day>', 'of this day or later')
    .option('--to <day>', 'of this day or earlier')
    .option('--area <id>', 'of this area alone, by its id in the framework')
    .option('--grade <id>', 'of areas with this grade alone, by its id in the framework')
    .option('--newest', 'the newest first, not the best')
    .action(async (words: string[], options: Options<typeof searchCommand>) =>
      say((await import('./search-command.ts')).searchCommand(place(), words, options)),
    );
  const standBy = (name: string, description: string, asSecond: boolean): void => {
    command(`${name} <drafts...>`, description)
      .requiredOption('--workspace <dir>')
      .option('--note <text>', 'to be read with it')
      .action(async (drafts: string[], options: Options<typeof approveCommand>) =>
        say((await import('./signing-commands.ts')).approveCommand(place(), drafts, options, asSecond)),
      );
  };
  standBy('approve', 'stand by judgments that you wrote nothing of, as DRAFT@STATE from show', false);
  standBy('sign', 'the second signature, where the framework asks for one: DRAFT@STATE from show', true);
  command('seal <drafts...>', 'sign and seal judgments that every gate lets through')
    .requiredOption('--workspace <dir>')
    .action(async (drafts: string[], options: Options<typeof sealCommand>) =>
      say((await import('./signing-commands.ts')).sealCommand(place(), drafts, options)),
    );
  command('publish <drafts...>', 'record that sealed judgments were published; nothing is sent anywhere')
    .requiredOption('--workspace <dir>')
    .requiredOption('--on <day>', 'the day, YYYY-MM-DD')
    .option('--address <url>', 'where it was published')
    .action(async (drafts: string[], options: Options<typeof publishCommand>) =>
      say((await import('./signing-commands.ts')).publishCommand(place(), drafts, options)),
    );
  command('matrix <draft>', 'evidence by criterion, with gaps and contradictions')
    .requiredOption('--workspace <dir>')
    .action(async (draft: string, options: { workspace: string }) =>
      say((await import('./matrix-command.ts')).matrixCommand(place(), draft, options.workspace)),
    );
  command('export <drafts...>', 'drafts as files')
    .requiredOption('--format <format>', 'docx, pdf, html, md, or judgment for all records')
    .requiredOption('--out <path>', 'a new file, - for standard output; of several drafts, a folder')
    .requiredOption('--workspace <dir>')
    .option('--no-evidence', 'with --format judgment: notes as signed shells without their words')
    .option(
      '--document <document>',
      'report (where none is named), letter, moderation, audit, evidence or pack',
    )
    .action(async (drafts: string[], options: Options<typeof exportCommand>) =>
      say((await import('./export-command.ts')).exportCommand(place(), drafts, options)),
    );
}
