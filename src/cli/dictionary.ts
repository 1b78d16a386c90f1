import type { Command } from 'commander';
import type { CommandContext } from './context.js';
import { defineCheck } from './dictionary/check.js';
import { defineLookup } from './dictionary/lookup.js';
import { defineStats } from './dictionary/stats.js';

/** `emend dictionary check|stats|lookup` */
export function defineCommand(command: Command, context: CommandContext): void {
  defineCheck(command.command('check'), context);
  defineStats(command.command('stats'), context);
  defineLookup(command.command('lookup'), context);
}
