import type { Command } from 'commander';
import type { CommandContext } from './context.js';
import { defineLearn } from './ocr/learn.js';

/** `emend ocr learn` */
export function defineCommand(command: Command, context: CommandContext): void {
  defineLearn(command.command('learn'), context);
}
