import { type Command, InvalidArgumentError } from 'commander';
import type { RepairOptions } from '../emender.js';
import { PLAIN_FORMS, type PlainForm } from '../repairs/encoding/plain-forms.js';
import { BLOCK_ROLES, type BlockRole } from '../repairs/layout/block.js';
import type { RepairKind } from '../text/edit.js';
import { didYouMean } from './did-you-mean.js';

/** The flags that say which edits are made, as commander gives them. */
export interface RepairFlags {
  readonly minConfidence?: number;
  readonly maxHarm?: number;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly plain?: readonly PlainForm[];
  readonly drop?: readonly BlockRole[];
}

const REPAIRS: readonly RepairKind[] = ['encoding', 'layout', 'spin', 'ocr'];
/** Members of a result that no text can be read from. */
const RESULTS: readonly string[] = ['edits', 'diagnosis', 'error'];

/** Adds --min-confidence, --max-harm, --only and --skip to a command. */
export function addRepairFlags(command: Command): Command {
  return command
    .option('--min-confidence <number>', 'make only edits at least this sure, 0 to 1', parseProbability)
    .option(
      '--max-harm <probability>',
      'make no spin edit that is likelier than this to change the author’s own words, 0 to 1',
      parseProbability,
    )
    .option('--only <names>', 'make only edits of these repairs or rules, separated by commas', parseRules)
    .option('--skip <names>', 'make no edits of these repairs or rules', parseRules);
}

/** Adds --plain to a command. */
export function addPlainFlag(command: Command): Command {
  const forms = PLAIN_FORMS.join(', ');
  return command.option('--plain <forms>', `write these in plain ASCII: ${forms}`, parsePlainForms);
}

/** Adds --drop to a command. */
export function addDropFlag(command: Command): Command {
  return command.option('--drop <roles>', `leave blocks out: ${BLOCK_ROLES.join(', ')}`, parseRoles);
}

/** The options of a repair that flags ask for. */
export function repairOptions({
  minConfidence,
  maxHarm,
  only,
  skip,
  plain,
  drop,
}: RepairFlags): RepairOptions {
  return {
    ...(minConfidence !== undefined && { minConfidence }),
    ...(maxHarm !== undefined && { maxHarm }),
    ...(only !== undefined && { only }),
    ...(skip !== undefined && { skip }),
    ...(plain !== undefined && { plain }),
    ...(drop !== undefined && { drop }),
  };
}

/** Reads the name of the member that holds the text of a record. */
export function parseField(value: string): string {
  if (RESULTS.includes(value))
    throw new InvalidArgumentError('This member takes results. Name the one with the text.');
  return value;
}

/** Reads a whole number from 1 on. */
export function parseCount(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('Give a whole number from 1 on.');
  return count;
}

/** Adds examples to the end of a command's help. */
export function addExamples(command: Command, examples: readonly (readonly [string, string])[]): Command {
  const width = Math.max(...examples.map(([line]) => line.length));
  const lines = examples.map(([line, what]) => `  ${line.padEnd(width)}  ${what}`);
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
}

function parseProbability(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !(number >= 0 && number <= 1)) {
    throw new InvalidArgumentError('Give a number from 0 to 1, such as 0.9.');
  }
  return number;
}

/** Names of typographic forms, separated by commas. */
function parsePlainForms(value: string): PlainForm[] {
  return value.split(',').map((name) => {
    const form = PLAIN_FORMS.find((known) => known === name.trim());
    if (form === undefined) throw new InvalidArgumentError(`Forms are ${PLAIN_FORMS.join(', ')}.`);
    return form;
  });
}

/** Roles of blocks, separated by commas. */
function parseRoles(value: string): BlockRole[] {
  return value.split(',').map((name) => {
    const role = BLOCK_ROLES.find((known) => known === name.trim());
    if (role !== undefined) return role;
    throw new InvalidArgumentError(
      didYouMean(name.trim(), BLOCK_ROLES) ?? `Roles are ${BLOCK_ROLES.join(', ')}.`,
    );
  });
}

/** Names separated by commas, added to those of the flag's earlier uses. */
function parseRules(value: string, earlier: readonly string[] = []): string[] {
  const names = value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  for (const name of names) {
    const repair = name.split('/', 1)[0] as string;
    if (REPAIRS.some((known) => known === repair)) continue;
    const hint =
      didYouMean(repair, REPAIRS) ?? `Repairs are ${REPAIRS.join(', ')}; their rules begin with them.`;
    throw new InvalidArgumentError(hint);
  }
  return [...earlier, ...names];
}
