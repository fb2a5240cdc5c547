// The manual page and the shells' completions, made from what `--help` says, so that neither can lag behind it.
import type { Command, Option } from 'commander';
import { commandExamples } from '../../src/main/commands/command-examples.ts';

/** Text for roff: no sign of it begins a request or an escape. */
function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/gmu, '\\&$1');
}

const shownOptions = (command: Command): readonly Option[] => command.options.filter(({ hidden }) => !hidden);

/** The words after a command's name: `<file>` must be given, `[file]` may. */
function argumentsOf(command: Command): string {
  return command.registeredArguments
    .map((each) => {
      const name = `${each.name()}${each.variadic ? '...' : ''}`;
      return each.required ? `<${name}>` : `[${name}]`;
    })
    .join(' ');
}

function optionLines(options: readonly Option[]): readonly string[] {
  return options.flatMap(({ flags, description, argChoices, defaultValue, mandatory }) => {
    const choices = argChoices === undefined ? '' : ` (${argChoices.join(', ')})`;
    const otherwise = typeof defaultValue === 'string' ? ` (otherwise ${defaultValue})` : '';
    const needed = mandatory ? ' (needed)' : '';
    return ['.TP', `.B ${roff(flags)}`, roff(`${description}${choices}${otherwise}${needed}`.trim())];
  });
}

/** `plumbline(1)` in roff's man macros. The version stands in its foot, and no day: the same build has the same page. */
export function manualPage(program: Command): string {
  const commands = program.commands.flatMap((command) => [
    `.SS ${roff(`${command.name()} ${argumentsOf(command)}`.trim())}`,
    roff(command.description()),
    ...optionLines(shownOptions(command)),
    ...(commandExamples[command.name()] ?? []).flatMap((line) => ['.PP', '.EX', roff(line), '.EE']),
  ]);
  return `${[
    `.TH PLUMBLINE 1 "" "Plumbline ${program.version() ?? ''}"`,
    '.SH NAME',
    `plumbline \\- ${roff(program.description())}`,
    '.SH SYNOPSIS',
    '.B plumbline',
    '[options] <command> [words]',
    '.PP',
    '.B plumbline',
    '[files]',
    '.SH DESCRIPTION',
    roff(
      'Without words, or with files alone, the window opens. With a command, no window opens: one document goes to standard output, and what went wrong to standard error.',
    ),
    '.SH OPTIONS',
    ...optionLines(shownOptions(program)),
    '.SH COMMANDS',
    ...commands,
    '.SH EXIT STATUS',
    roff(
      '0 where all is well, 1 where something is wrong with what was looked at, 2 where the words were wrong.',
    ),
  ].join('\n')}\n`;
}

/** What may follow: the commands, each with its options and what an option may be. */
interface CompletionWords {
  readonly commands: readonly (readonly [name: string, description: string])[];
  readonly options: ReadonlyMap<string, readonly Option[]>;
}

function wordsOf(program: Command): CompletionWords {
  return {
    commands: program.commands.map((command) => [command.name(), command.description()]),
    options: new Map(program.commands.map((command) => [command.name(), shownOptions(command)])),
  };
}

const flag = ({ long, short }: Option): string => long ?? short ?? '';
const choicesOf = (options: readonly Option[]): readonly (readonly [string, readonly string[]])[] =>
  options.flatMap((option) =>
    option.argChoices === undefined ? [] : [[flag(option), option.argChoices] as const],
  );

/** For bash: commands first, then options or files. */
export function bashCompletion(program: Command): string {
  const { commands, options } = wordsOf(program);
  const cases = [...options].map(([name, own]) => `    ${name}) words='${own.map(flag).join(' ')}' ;;`);
  const choices = [...options].flatMap(([name, own]) =>
    choicesOf(own).map(([long, may]) => `    '${name} ${long}') words='${may.join(' ')}' ;;`),
  );
  return `# bash completion for plumbline
_plumbline() {
  local now=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]} words=
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${commands.map(([name]) => name).join(' ')} --help --version' -- "$now"))
    return
  fi
  case "$command $before" in
${choices.join('\n')}
  esac
  if [ -z "$words" ] && [[ $now == -* ]]; then
    case "$command" in
${cases.join('\n')}
    esac
  fi
  [ -z "$words" ] || COMPREPLY=($(compgen -W "$words" -- "$now"))
}
complete -o default -F _plumbline plumbline
`;
}

/** A word for zsh's _arguments: brackets and colons would end it. */
const zshText = (text: string): string => text.replaceAll("'", '’').replaceAll(/[[\]:]/gu, ' ');

/** For zsh: with what each command and option is for. */
export function zshCompletion(program: Command): string {
  const { commands, options } = wordsOf(program);
  const listed = commands.map(([name, description]) => `    '${name}:${zshText(description)}'`);
  const cases = [...options].map(([name, own]) => {
    const parts = own.map((option) => {
      const takes = option.required || option.optional;
      const what = option.argChoices === undefined ? '_files' : `(${option.argChoices.join(' ')})`;
      return `'${flag(option)}[${zshText(option.description)}]${takes ? `:${zshText(option.attributeName())}:${what}` : ''}'`;
    });
    return `    ${name}) _arguments ${parts.join(' ')} '*:file:_files' ;;`;
  });
  return `#compdef plumbline
local -a commands
if (( CURRENT == 2 )); then
  commands=(
${listed.join('\n')}
  )
  _describe 'command' commands
else
  case $words[2] in
${cases.join('\n')}
  esac
fi
`;
}

/** For PowerShell, to be read from the profile. */
export function powershellCompletion(program: Command): string {
  const { commands, options } = wordsOf(program);
  const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  const table = [...options].map(
    ([name, own]) => `    ${quote(name)} = @(${own.map(flag).map(quote).join(', ')})`,
  );
  return `Register-ArgumentCompleter -Native -CommandName plumbline -ScriptBlock {
  param($now, $line, $at)
  $options = @{
${table.join('\n')}
  }
  $words = @($line.CommandElements | ForEach-Object { $_.ToString() })
  $may = if ($words.Count -le 1 -or ($words.Count -eq 2 -and $now -ne '')) {
    @(${commands.map(([name]) => quote(name)).join(', ')})
  } else { $options[$words[1]] }
  $may | Where-Object { $_ -like "$now*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}
