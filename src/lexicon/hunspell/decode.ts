import { HunspellError } from './error.js';

/** The two files of a dictionary as text. */
export interface HunspellTexts {
  readonly affix: string;
  readonly words: string;
}

/**
 * Decodes the two files of a dictionary in the encoding that the affix file names (SET; ISO8859-1 where it names none).
 * @throws {HunspellError} when the encoding is unknown here.
 */
export function decodeHunspell(affix: Uint8Array, words: Uint8Array): HunspellTexts {
  // Names of encodings are ASCII, in whatever encoding the rest is.
  const latin = new TextDecoder('latin1').decode(affix);
  const found = /(?:^|\n|ï»¿)SET[ \t]+(\S{1,40})/.exec(latin);
  const name = found?.[1] ?? 'ISO8859-1';
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(name.replace(/^microsoft-cp/i, 'windows-').replace(/^TIS620.*/i, 'tis-620'));
  } catch {
    const line = latin.slice(0, found?.index).split('\n').length + (found?.[0].startsWith('\n') ? 1 : 0);
    throw new HunspellError('affix', line, `the encoding "${name}" is unknown`);
  }
  return { affix: decoder.decode(affix), words: decoder.decode(words) };
}
