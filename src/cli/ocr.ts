import type { Command } from 'commander';
import type { CommandContext } from './context.js';
import { defineLearn } from './ocr/learn.js';
import { defineLexicon } from './ocr/lexicon.js';

/** `emend ocr learn` and `emend ocr lexicon` */
export function defineCommand(command: Command, context: CommandContext): void {
  defineLearn(command.command('learn'), context);
  defineLexicon(command.command('lexicon'), context);
}
