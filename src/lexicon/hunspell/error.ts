/** What is wrong in a Hunspell dictionary, and in which line of which of its two files. */
export class HunspellError extends Error {
  override readonly name = 'HunspellError';

  constructor(
    readonly file: 'affix' | 'words',
    /** Counted from 1. */
    readonly line: number,
    what: string,
  ) {
    super(`Hunspell ${file === 'affix' ? '.aff' : '.dic'}, line ${line}: ${what}`);
  }
}
