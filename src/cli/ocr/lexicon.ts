import { type Command, InvalidArgumentError } from 'commander';
import { readBytes } from '../../formats/open.js';
import { compileHunspell } from '../../lexicon/hunspell/compile.js';
import { HunspellError } from '../../lexicon/hunspell/error.js';
import { openLexicon } from '../../lexicon/lexicon.js';
import { countOf } from '../../report/count.js';
import { type CommandContext, write } from '../context.js';
import { describeFailure } from '../failure.js';
import { addExamples } from '../flags.js';
import { writeFile } from '../write-file.js';

interface Flags {
  readonly language: string;
  readonly out: string;
}

/** `emend ocr lexicon AFFIXES WORDS` */
export function defineLexicon(command: Command, context: CommandContext): void {
  command
    .description('make a lexicon of a Hunspell dictionary, for OCR in its language')
    .argument('<affixes>', 'its .aff file')
    .argument('<words>', 'its .dic file')
    .requiredOption('--language <tag>', 'its language as a BCP 47 tag, such as fr', parseLanguage)
    .requiredOption('--out <file>', 'write the lexicon into this file');
  addExamples(command, [
    ['npm install dictionary-fr', 'French; there are some ninety of them'],
    ['cd node_modules/dictionary-fr', ''],
    ['emend ocr lexicon index.aff index.dic --language fr --out ~/fr.bin', 'a lexicon for --lexicon'],
    ['emend repair --lexicon ~/fr.bin page.txt', 'French that OCR misread'],
  ]);
  command.action((affixes: string, words: string, flags: Flags) => compile(affixes, words, flags, context));
}

async function compile(affixes: string, words: string, flags: Flags, context: CommandContext): Promise<void> {
  const [aff, dic] = await Promise.all([readFile(affixes), readFile(words)]);
  let bytes: Uint8Array;
  try {
    bytes = compileHunspell({ aff, dic }, flags.language);
  } catch (cause) {
    const isAffixes = cause instanceof HunspellError && cause.file === 'affix';
    throw new Error(describeFailure(isAffixes ? affixes : words, cause));
  }
  await writeFile(flags.out, bytes);
  const { size } = openLexicon(bytes).vocabulary;
  await write(context.stderr, `${countOf(size, 'word')} of ${flags.language} in ${flags.out}\n`);
}

async function readFile(path: string): Promise<Uint8Array> {
  try {
    return await readBytes(path);
  } catch (cause) {
    throw new Error(describeFailure(path, cause));
  }
}

function parseLanguage(value: string): string {
  try {
    return Intl.getCanonicalLocales(value)[0] as string;
  } catch {
    throw new InvalidArgumentError('Give a BCP 47 tag, such as fr or pt-BR.');
  }
}
