import { Command, CommanderError } from 'commander';
import { VERSION } from '../version.js';
import { type CommandContext, UsageError } from './context.js';
import { messageOf } from './failure.js';

interface CommandModule {
  defineCommand(command: Command, context: CommandContext): void;
}

/** The commands; a module is loaded only where its command is named, so that `emend --version` is quick. */
const COMMANDS: readonly { name: string; summary: string; load: () => Promise<CommandModule> }[] = [
  { name: 'repair', summary: 'repair texts, or a stream of documents', load: () => import('./repair.js') },
  { name: 'clean', summary: 'repair folders of texts into another folder', load: () => import('./clean.js') },
  {
    name: 'diagnose',
    summary: 'tell how spun, misread and broken texts are',
    load: () => import('./diagnose.js'),
  },
  { name: 'evaluate', summary: 'measure repairs against gold edits', load: () => import('./evaluate.js') },
  {
    name: 'dictionary',
    summary: 'check, count, extend and look up the reversal dictionary',
    load: () => import('./dictionary.js'),
  },
  {
    name: 'ocr',
    summary: 'learn what OCR reads for what, and words of other languages',
    load: () => import('./ocr.js'),
  },
];

/**
 * Runs a command line.
 *
 * @param args the arguments after `emend`
 * @returns the exit code: 0 done, 1 something could not be repaired or read, 2 wrong usage
 */
export async function runProgram(
  args: readonly string[],
  world: Omit<CommandContext, 'complain'>,
): Promise<number> {
  let code = 0;
  const tell = (message: string): void => {
    world.stderr.write(`emend: ${message}\n`);
  };
  const context: CommandContext = {
    ...world,
    complain(message) {
      code = 1;
      tell(message);
    },
  };
  try {
    const program = await defineProgram(args, context);
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return code;
      tell(`${adviseUsage(error)}; see ${helpCommand(args)}`);
      return 2;
    }
    tell(messageOf(error));
    return error instanceof UsageError ? 2 : 1;
  }
}

async function defineProgram(args: readonly string[], context: CommandContext): Promise<Command> {
  const program = new Command('emend')
    .description('Restores damaged text: spun news, glued and mis-decoded pages, OCR errors.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      // Errors are told by runProgram, on one line.
      writeErr: () => {},
      outputError: () => {},
    })
    .exitOverride()
    .addHelpText(
      'after',
      '\nExamples:\n  emend repair article.txt      the repaired text\n  emend help repair             all flags of a command\n  emend --version               the version\n\nExit codes: 0 done, 1 something could not be repaired or read, 2 wrong usage.',
    );
  for (const { name, summary, load } of COMMANDS) {
    const command = program.command(name).description(summary);
    if (args.includes(name)) (await load()).defineCommand(command, context);
  }
  return program;
}

/** What commander says of a wrong command line, on one line. */
function adviseUsage({ code, message }: CommanderError): string {
  if (code === 'commander.help') return 'no command; name what to do';
  return messageOf(new Error(message.replace(/^error: /, '').replace(/\n\(/, ' ('))).replace(/\.$/, '');
}

function helpCommand(args: readonly string[]): string {
  const named = COMMANDS.find(({ name }) => name === args[0]);
  return named === undefined ? 'emend --help' : `emend ${named.name} --help`;
}
