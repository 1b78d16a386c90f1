import { Decoder } from '../../../decoder/decoder.js';
import { Lattice, SENTENCE_BREAK } from '../../../decoder/lattice.js';
import type { LanguageModel } from '../../../language-model/language-model.js';
import type { Lexicon } from '../../../lexicon/lexicon.js';
import { isDigit, isLetter } from '../../../text/characters.js';
import type { Finding } from '../../finding.js';
import { findLongSWords, type LongSWord } from './words.js';

/** Fewest different words that are words only with s for f, and their least share next to those that have s where a long one would stand. */
const LEAST_TURNED = 5;
const LEAST_SHARE = 0.05;
/** Most unknown words with an f that s does not help, next to those that it does. */
const MOST_STUBBORN = 1;
/** Where a long s itself is printed as often as this, one word that has f for it is enough. */
const LEAST_MARKED = 3;

/** How sure an f is an s in a word that is none with f; and the most that is said where both are words. */
const SURE = 0.96;
const MOST_SURE = 0.9;
/** Of words that both are, the s must be so likely. */
const LEAST_POSTERIOR = 0.7;
/** A long s that the OCR has read as such. */
const PRINTED = 0.99;
const BECAUSE = 'the text is set with the long s';

/** What was found of a text that is set with the long s. */
export interface LongSRepair {
  readonly findings: readonly Finding[];
  /** Words in which it was read as f. */
  readonly misread: number;
}

/**
 * Finds the long s of a text that is set with it: the letter itself, and an f that was read for it, throughout in words that are none
 * with f, and in those that are ("fame", "fight") where the words about them say so. Undefined for any other text: many different words
 * must be words only with s for f, and few be unknown otherwise.
 */
export function findLongS(text: string, lexicon: Lexicon, model: LanguageModel): LongSRepair | undefined {
  const { words, short } = findLongSWords(text, lexicon);
  const isTurned = ({ known, variants }: LongSWord) => !known && variants.length > 0;
  const turned = words.filter(isTurned);
  const stubborn = words.filter(({ known, variants, marked }) => !known && !marked && variants.length === 0);
  const marked = words.filter((word) => word.marked).length;
  const kinds = new Set(turned.map(({ base }) => base.toLowerCase())).size;
  const share = turned.length / Math.max(1, turned.length + short + marked);
  const isMarked = marked >= LEAST_MARKED;
  const isRead =
    kinds >= (isMarked ? 1 : LEAST_TURNED) &&
    share >= (isMarked ? 0 : LEAST_SHARE) &&
    stubborn.length <= MOST_STUBBORN * turned.length;
  if (!isRead && !isMarked) return undefined;
  const chosen = isRead
    ? chooseByContext(text, words, model, share)
    : words.map(({ base }) => ({ text: base, confidence: PRINTED }));
  const findings: Finding[] = [];
  let misread = 0;
  words.forEach(({ start, end, base }, i) => {
    const { text: replacement, confidence } = chosen[i] as Choice;
    if (replacement === text.slice(start, end)) return;
    if (replacement !== base) misread++;
    findings.push({ start, end, replacement, rule: 'long-s', confidence, because: BECAUSE });
  });
  return { findings, misread };
}

/** What a word is taken for. */
interface Choice {
  readonly text: string;
  readonly confidence: number;
}

/** What each word is, by what stands about it. */
function chooseByContext(
  text: string,
  words: readonly LongSWord[],
  model: LanguageModel,
  share: number,
): Choice[] {
  const tokens: number[] = [];
  const places: number[] = [];
  let next = 0;
  for (let at = 0; at < text.length; ) {
    const word = words[next];
    if (word !== undefined && at === word.start) {
      places.push(tokens.length);
      // A word that is none with f is what it is with s, so that its neighbours have something to go by.
      tokens.push(model.vocabulary.id((word.known ? undefined : word.variants[0]?.text) ?? word.base));
      at = word.end;
      next++;
      continue;
    }
    const start = at;
    while (at < text.length && (isLetter(text.charCodeAt(at)) || isInside(text, at, start))) at++;
    if (at > start) tokens.push(model.vocabulary.id(text.slice(start, at)));
    else if (isDigit(text.charCodeAt(at))) {
      while (isDigit(text.charCodeAt(at))) at++;
      tokens.push(model.numberWord);
    } else if (/[.!?;:]/.test(text.charAt(at++))) tokens.push(SENTENCE_BREAK);
  }
  const lattice = new Lattice(Int32Array.from(tokens), words.length * 2);
  const edges: { word: number; text: string }[] = [];
  words.forEach(({ known, variants }, i) => {
    const [first, ...others] = variants;
    if (first === undefined) return;
    const place = places[i] as number;
    for (const variant of known ? variants : others) {
      // A long s is read as f as often as not; an f is hardly ever read as anything else.
      const unary = (variant.turned - (known ? 0 : first.turned)) * Math.log(share);
      lattice.add(place, place + 1, Int32Array.of(model.vocabulary.id(variant.text)), unary);
      edges.push({ word: i, text: variant.text });
    }
  });
  const choices: Choice[] = words.map(({ known, variants, base }) => {
    const [only] = variants;
    return known || only === undefined
      ? { text: base, confidence: PRINTED }
      : { text: only.text, confidence: SURE };
  });
  const decoded = new Decoder(model, 1).decode(lattice);
  edges.forEach(({ word, text }, e) => {
    const posterior = decoded.posterior[e] as number;
    if (posterior < LEAST_POSTERIOR) return;
    const isKnown = words[word]?.known === true;
    choices[word] = { text, confidence: isKnown ? MOST_SURE * posterior : SURE * posterior };
  });
  return choices;
}

/** Whether an apostrophe stands inside a word. */
function isInside(text: string, at: number, start: number): boolean {
  return at > start && /['’]/.test(text.charAt(at)) && isLetter(text.charCodeAt(at + 1));
}
