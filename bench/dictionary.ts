import { readdirSync, readFileSync } from 'node:fs';
import natural from 'natural/lib/natural/tokenizers/index.js';
import { compileDictionary } from '../dist/dictionary/compile.js';
import { expandEntry } from '../dist/dictionary/expand.js';
import { findMatches } from '../dist/dictionary/match.js';
import { parseDictionary } from '../dist/dictionary/parse.js';
import { ReversalDictionary } from '../dist/dictionary/reversal-dictionary.js';
import { parseRows, parseStatistics } from '../dist/dictionary/statistics.js';
import { markSentences } from '../dist/text/sentences.js';
import { tokenize } from '../dist/text/tokens.js';
import { measure, round, type Timing } from './measure.js';
import type { BenchText } from './texts.js';

const root = new URL('../dictionaries/en/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), 'utf8');

/** Sizes at which the dictionary is compared with itself, in entries. */
const SIZES = [3000, 20_000];

/** Reads and compiles the shipped dictionary, and finds its forms in a text, beside what others do with the same text. */
export async function measureDictionary({ text, bytes }: BenchText): Promise<{
  entries: number;
  forms: number;
  timings: Timing[];
  ratios: Record<string, number>;
}> {
  const texts = ['spin', 'groups'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root))
      .filter((name) => name.endsWith('.tsv'))
      .sort()
      .map((name) => ({ domain: `en/${folder}/${name.slice(0, -4)}`, text: read(`${folder}/${name}`) })),
  );
  const parse = () => texts.flatMap(({ domain, text }) => parseDictionary(text, domain).entries);
  const entries = parse();
  const statistics = parseStatistics({
    pairs: read('statistics/pairs.tsv'),
    forms: read('statistics/forms.tsv'),
    background: read('statistics/background.tsv'),
  });
  const weights = parseRows(read('statistics/weights.tsv')).map(([, value]) => Number(value));
  const dictionary = new ReversalDictionary(compileDictionary(entries, statistics, weights));

  const parsing = await measure({
    name: 'dictionary: read its files',
    run: parse,
    bytes: texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0),
  });
  const compiling = await measure({
    name: 'dictionary: compile',
    run: () => compileDictionary(entries, statistics, weights),
    runs: 5,
  });

  const tokenizing = await measure({
    name: 'tokens and sentences',
    run: () => cut(text, dictionary),
    bytes,
  });
  const tokenizer = new natural.WordTokenizer();
  const naturalTokenizing = await measure({
    name: 'tokens, by natural’s WordTokenizer (no offsets)',
    run: () => tokenizer.tokenize(text),
    bytes,
  });
  const tokens = cut(text, dictionary);
  const matching = await measure({
    name: 'dictionary: find all forms in tokens',
    run: () => findMatches(dictionary, tokens),
    bytes,
  });
  const sizes = [];
  for (const size of SIZES) {
    const some = entries.filter((_, i) => (i * size) % entries.length < size);
    const bytesOf = () => compileDictionary(some, statistics, weights);
    const compiled = bytesOf();
    const opened = new ReversalDictionary(compiled);
    const name = `dictionary of ${some.length.toLocaleString('en')} entries`;
    sizes.push({
      compile: await measure({ name: `${name}: compile`, run: bytesOf, runs: 3 }),
      open: await measure({ name: `${name}: open`, run: () => new ReversalDictionary(compiled) }),
      match: await measure({
        name: `${name}: tokens and forms`,
        run: () => findMatches(opened, cut(text, opened)),
        bytes,
      }),
    });
  }
  const [few, many] = sizes;
  const alternation = regularExpressionOf(
    entries.flatMap((entry) => expandEntry(entry).map(({ spun }) => spun)),
  );
  const expression = await measure({
    name: 'the same forms, by one regular expression (longest match, none that overlap)',
    run: () => text.match(alternation)?.length,
    bytes,
    runs: 3,
    warmup: 0,
  });
  return {
    entries: entries.length,
    forms: dictionary.spunForms,
    timings: [
      parsing,
      compiling,
      tokenizing,
      naturalTokenizing,
      matching,
      expression,
      ...sizes.flatMap(({ compile, open, match }) => [compile, open, match]),
    ],
    ratios: {
      'find forms: 20,000 entries / 3,000': round((many?.match.median ?? 0) / (few?.match.median ?? 1)),
      'tokenize: emend / natural': round(tokenizing.median / naturalTokenizing.median),
      'find forms: emend, tokens included / regular expression': round(
        (tokenizing.median + matching.median) / expression.median,
      ),
    },
  };
}

function cut(text: string, dictionary: ReversalDictionary) {
  const tokens = tokenize(text, dictionary.vocabulary);
  markSentences(text, tokens);
  return tokens;
}

/** All forms as alternatives, the longest first. */
function regularExpressionOf(forms: readonly string[]): RegExp {
  const escaped = [...new Set(forms)].map((form) => form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(`\\b(?:${escaped.sort((a, b) => b.length - a.length).join('|')})\\b`, 'gi');
}
