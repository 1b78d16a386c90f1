#!/usr/bin/env node
import { VERSION } from '../version.js';
import type { CommandContext } from './context.js';

const args = process.argv.slice(2);

// A reader that has seen enough (`emend … | head`) closes the pipe: no failure, and nothing left to do.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
// Without anyone to read complaints, work goes on.
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  // Asked by scripts before every run, so answered before anything else is loaded.
  process.stdout.write(`${VERSION}\n`);
} else {
  const { runProgram } = await import('./program.js');
  process.exitCode = await runProgram(args, nodeWorld());
}

function nodeWorld(): Omit<CommandContext, 'complain'> {
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    async loadEmender(options) {
      const { loadEmender } = await import('../index.js');
      return loadEmender(options);
    },
    async loadDictionary(options) {
      const { loadReversalDictionary } = await import('../load.js');
      return loadReversalDictionary(options);
    },
    async loadLanguageModel() {
      const { loadLanguageModel } = await import('../load.js');
      return loadLanguageModel();
    },
    onInterrupt(interrupted) {
      // Only once: who interrupts again wants out at once, which is what Node does without a listener.
      process.once('SIGINT', interrupted);
      process.once('SIGTERM', interrupted);
      return () => {
        process.off('SIGINT', interrupted);
        process.off('SIGTERM', interrupted);
      };
    },
  };
}
