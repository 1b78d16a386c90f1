import type { ReversalDictionary } from './dictionary/reversal-dictionary.js';
import { openDictionary } from './dictionary/user-dictionaries.js';
import { createEmender, type Emender, type EmenderData, type EmenderOptions } from './emender.js';
import { LanguageModel } from './language-model/language-model.js';
import type { LayoutTable } from './repairs/layout/layout-words.js';
import type { OcrData } from './repairs/ocr/misread-texts.js';

/** Where the shipped English data lie, seen from the built module. */
const DATA_URL = new URL('../dictionaries/en/', import.meta.url);

const LAYOUT_TABLES = [
  'abbreviations',
  'blocks',
  'bylines',
  'credits',
  'names',
  'no-border',
  'once',
  'starters',
];

async function readLayoutTable(name: string): Promise<LayoutTable> {
  return { name, text: await readText(new URL(`layout/${name}.tsv`, DATA_URL)) };
}

async function readOcrData(own: Partial<OcrData> = {}): Promise<OcrData> {
  const [lexicon, confusions] = await Promise.all([
    own.lexicon ?? readData(new URL('lexicon.bin', DATA_URL)),
    own.confusions ?? readText(new URL('ocr/confusions.tsv', DATA_URL)),
  ]);
  return { lexicon, confusions };
}

async function readText(url: URL): Promise<string> {
  return new TextDecoder().decode(await readData(url));
}

/** Reads the shipped English data: from disk in Node, by `fetch` elsewhere. */
async function readData(url: URL): Promise<Uint8Array> {
  if (url.protocol === 'file:') {
    // Named by a variable, so that bundlers for browsers leave it alone.
    const name: string = 'node:fs/promises';
    const files: typeof import('node:fs/promises') = await import(
      /* @vite-ignore */ /* webpackIgnore: true */ name
    );
    return files.readFile(url);
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`cannot read ${url.href}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** What an emender is to know beyond the shipped data, and data to take the place of those. */
export interface LoadOptions extends EmenderOptions {
  readonly data?: Partial<Omit<EmenderData, 'ocr'>> & { readonly ocr?: Partial<OcrData> };
}

/**
 * Reads the shipped English data and makes an emender of it.
 *
 * @example
 * const emender = await loadEmender();
 * emender.repair('The High Minister spoke.').text; // 'The Prime Minister spoke.'
 * @throws Error when the data cannot be read or are damaged, or a line of a dictionary or table of yours is bad
 */
export async function loadEmender(options: LoadOptions = {}): Promise<Emender> {
  const [dictionary, terms, languageModel, layout, ocr] = await Promise.all([
    options.data?.dictionary ?? readData(new URL('spin.bin', DATA_URL)),
    options.data?.terms ?? readData(new URL('terms.bin', DATA_URL)),
    options.data?.languageModel ?? readData(new URL('language-model.bin', DATA_URL)),
    options.data?.layout ?? Promise.all(LAYOUT_TABLES.map(readLayoutTable)),
    readOcrData(options.data?.ocr),
  ]);
  return createEmender({ dictionary, terms, languageModel, layout, ocr }, options);
}

/**
 * Reads the shipped reversal dictionary alone, for looking at what it holds with dictionaries of your own.
 *
 * @throws Error when it cannot be read or is damaged, or a line of a dictionary of yours is bad
 */
export async function loadReversalDictionary({
  dictionaries = [],
}: Pick<EmenderOptions, 'dictionaries'> = {}): Promise<ReversalDictionary> {
  return openDictionary(await readData(new URL('spin.bin', DATA_URL)), dictionaries);
}

/**
 * Reads the shipped language model alone.
 *
 * @throws Error when it cannot be read or is damaged
 */
export async function loadLanguageModel(): Promise<LanguageModel> {
  return new LanguageModel(await readData(new URL('language-model.bin', DATA_URL)));
}
