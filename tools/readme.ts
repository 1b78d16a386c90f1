/*
 * Puts what the commands of README.md print into it: `npm run build && npm run readme`, where there is a POSIX shell.
 * A block of code after `<!-- run: COMMAND -->` holds the output of COMMAND, from the root of the repository, with `emend` for
 * the built tool. A first line that begins with `$ ` stays: it shows the command as a reader would type it.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const path = new URL('README.md', root);

const readme = readFileSync(path, 'utf8').replace(
  /(<!-- run: (.*) -->\n```.*\n(?:\$ .*\n)?)(?:(?!```).*\n)*(?=```)/g,
  (_, head: string, command: string) => head + outputOf(command),
);
writeFileSync(path, readme);

function outputOf(command: string): string {
  const script = `emend() { "${process.execPath}" dist/cli/main.js "$@" 2>&1; }\n${command}`;
  const output = execFileSync('sh', ['-c', script], { cwd: fileURLToPath(root), encoding: 'utf8' });
  return output.replace(/[ \t]+$/gm, '').replace(/\n*$/, '\n');
}
