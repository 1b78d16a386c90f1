import type { Command } from 'commander';
import type { CommandContext } from './context.js';
import { defineCheck } from './dictionary/check.js';
import { defineLearn } from './dictionary/learn.js';
import { defineLookup } from './dictionary/lookup.js';
import { defineStats } from './dictionary/stats.js';

/** `emend dictionary check|stats|learn|lookup` */
export function defineCommand(command: Command, context: CommandContext): void {
  defineCheck(command.command('check'), context);
  defineStats(command.command('stats'), context);
  defineLearn(command.command('learn'), context);
  defineLookup(command.command('lookup'), context);
}
