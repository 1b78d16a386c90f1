import type { LanguageModel } from '../../src/language-model/language-model.js';
import { Inflection, inflect, WordClass } from '../../src/lexicon/lemmas.js';
import type { WordNet } from './wordnet.js';

/** The words that the thesaurus links, most frequent first. */
export interface ThesaurusWords {
  readonly words: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Those of the language model, which come first; the others are known by their vectors only and are never neighbours. */
  readonly known: number;
  /** Natural logarithm of each word's probability, all its forms together. */
  readonly logFrequency: Float64Array;
  /** Bits of the parts of speech that a word is used as. */
  readonly partsOfSpeech: Uint8Array;
  /** 1 where the plural is hardly ever written: "legislation". */
  readonly mass: Uint8Array;
}

/** Words of the closed classes, which the thesauri lack. */
const FUNCTION_WORDS: readonly string[] = (
  'about above across after against albeit along alongside although amid amidst among amongst and anybody anyone anything ' +
  'around as at because before behind below beneath beside besides between beyond but by could despite during each either ' +
  'every everybody everyone everything except for from furthermore he hence her here him his how however if in inside into ' +
  'it its like many may might moreover most much must my near neither nobody nor nothing of off on once onto or our ' +
  'out outside over per she should since so some somebody someone something than that the their them themselves then there ' +
  'therefore these they this those though through throughout thus till to toward towards under underneath unless until unto up upon via was we ' +
  'what whatever when whenever where whereas wherever whether which while whilst who whoever whom whose why will with within ' +
  'without would you your'
).split(' ');
/** Logarithm of the probability of a word that the language model does not know. */
const UNKNOWN = -18;
/** A part of speech counts from this share of a word's tagged uses on. */
const LEAST_SHARE = 0.03;
/** Plurals rarer than this share of the singular are not written. */
const MASS_RATIO = 0.01;

/**
 * Chooses the words: those of the thesauri and of the closed classes that the language model knows, then more of the thesauri, as
 * spinners write rare words, too.
 *
 * @param ranked words, most frequent first, that have vectors
 * @param count how many; at most 65,535
 */
export function chooseWords(
  model: LanguageModel,
  wordNet: WordNet,
  heads: ReadonlySet<string>,
  ranked: readonly string[],
  count: number,
): ThesaurusWords {
  const { vocabulary } = model;
  const frequency = new Map<string, number>();
  for (let id = 1; id <= vocabulary.size; id++) {
    frequency.set(vocabulary.word(id), Math.exp(model.bigram(0, id)));
  }
  const frequencyOf = (word: string | undefined) => frequency.get(word ?? '') ?? 0;
  const functionWords = new Set(FUNCTION_WORDS);
  const isWord = (word: string) =>
    word.length > 1 &&
    /^[a-z]+(?:-[a-z]+)*$/.test(word) &&
    (wordNet.senses.has(word) || heads.has(word) || functionWords.has(word));
  const common = [...frequency.keys()]
    .filter(isWord)
    .map((word) => {
      const bits = partsOfSpeechOf(word, wordNet);
      const plural = frequencyOf(inflect(word, Inflection.Plural));
      const forms = new Set([word]);
      if (bits & WordClass.Noun) forms.add(inflect(word, Inflection.Plural) ?? word);
      if (bits & WordClass.Verb) {
        for (let form = Inflection.ThirdPerson as number; form <= Inflection.PresentParticiple; form++)
          forms.add(inflect(word, form) ?? word);
      }
      const sum = [...forms].reduce((total, form) => total + frequencyOf(form), 0);
      const mass = (bits & WordClass.Noun) !== 0 && plural < MASS_RATIO * frequencyOf(word);
      return { word, bits, sum, mass };
    })
    .sort((a, b) => b.sum - a.sum || (a.word < b.word ? -1 : 1));
  const rare = ranked
    .filter((word) => !frequency.has(word) && isWord(word))
    .map((word) => ({ word, bits: partsOfSpeechOf(word, wordNet), sum: Math.exp(UNKNOWN), mass: false }));
  const entries = [...common, ...rare].slice(0, count);
  return {
    known: common.length,
    words: entries.map(({ word }) => word),
    indexOf: new Map(entries.map(({ word }, i) => [word, i])),
    logFrequency: Float64Array.from(entries, ({ sum }) => Math.log(sum)),
    partsOfSpeech: Uint8Array.from(entries, ({ bits }) => bits),
    mass: Uint8Array.from(entries, ({ mass }) => (mass ? 1 : 0)),
  };
}

function partsOfSpeechOf(word: string, { senses, partOfSpeech }: WordNet): number {
  const shares = new Map<number, number>();
  for (const { synset, share } of senses.get(word) ?? []) {
    const bit = partOfSpeech[synset] as number;
    shares.set(bit, (shares.get(bit) ?? 0) + share);
  }
  let bits = 0;
  for (const [bit, share] of shares) if (share >= LEAST_SHARE) bits |= bit;
  return bits;
}
