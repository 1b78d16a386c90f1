import { encodingSignals, isDamage } from './diagnosis/broken.js';
import type { Diagnosis, Signal } from './diagnosis/diagnosis.js';
import { confusionSeries, misreadProbability, misreadSignals } from './diagnosis/misread.js';
import { NOT_SPUN, type SpunEstimate, SpunEstimator } from './diagnosis/spun.js';
import { findMatches, type Matches, NO_MATCHES, unprotectedMatches } from './dictionary/match.js';
import { TermIndex } from './dictionary/terms-index.js';
import { openDictionary, type UserDictionary } from './dictionary/user-dictionaries.js';
import { LanguageModel } from './language-model/language-model.js';
import type { PlainForm } from './repairs/encoding/plain-forms.js';
import { repairEncoding } from './repairs/encoding/repair-encoding.js';
import type { BlockRole } from './repairs/layout/block.js';
import type { LayoutTable } from './repairs/layout/layout-words.js';
import {
  blocksBefore,
  type LayoutRepair,
  parseLayoutTables,
  repairLayout,
} from './repairs/layout/repair-layout.js';
import { type EngineWord, wordsAfter } from './repairs/ocr/engine/engine-word.js';
import { MisreadTexts, type OcrData } from './repairs/ocr/misread-texts.js';
import type { OcrRepair } from './repairs/ocr/ocr.js';
import { createSpinRepairer } from './repairs/spin/repairer.js';
import { repairSpin } from './repairs/spin/spin.js';
import { checksumOf } from './text/container.js';
import type { Edit, RepairKind } from './text/edit.js';
import { EditedText } from './text/edited-text.js';
import { applyEdits, composeEdits, filterEdits, offsetsBefore } from './text/edits.js';
import { editsOutside, ProtectedPhrases } from './text/protected-phrases.js';
import { markSentences } from './text/sentences.js';
import { TokenFlag, type Tokens, tokenize } from './text/tokens.js';
import { hashWord } from './text/vocabulary.js';
import { VERSION } from './version.js';

/** What a repair returns: the text, the edits that made it, and the diagnosis of the input. */
export interface Repair {
  readonly text: string;
  /** Sorted, disjoint; `applyEdits(input, edits) === text`. */
  readonly edits: readonly Edit[];
  /** The diagnosis of the input, before repair. */
  readonly diagnosis: Diagnosis;
}

export interface RepairOptions {
  /** Edits less sure than this are not made; probability, 0 to 1. Default {@link DEFAULT_MIN_CONFIDENCE}. */
  readonly minConfidence?: number;
  /**
   * Nor are spin's edits made that more likely than this change what the author wrote himself; probability, 0 to 1. Default
   * {@link DEFAULT_MAX_HARM}. An edit can be unsure because two words fit; this bounds the other doubt.
   */
  readonly maxHarm?: number;
  /** Make only edits of these repairs or rules: `spin`, or a rule's name or its beginning, `spin/en/politics`. */
  readonly only?: readonly (RepairKind | (string & {}))[];
  /** Make no edits of these repairs or rules. */
  readonly skip?: readonly (RepairKind | (string & {}))[];
  /** Typographic signs to write in plain ASCII, as edits of `encoding`: quotes, dashes, ellipses, ligatures, the long s. None by default. */
  readonly plain?: readonly PlainForm[];
  /** Roles of blocks to leave out, as edits of `layout`: caption, credit, byline, dateline, boilerplate, running-head, page-number, junk. None by default. */
  readonly drop?: readonly BlockRole[];
  /** What an OCR engine said of the words of the text, in its order; none by default. */
  readonly words?: readonly EngineWord[];
}

/** The language data an emender works with. */
export interface EmenderData {
  /** Bytes of the compiled reversal dictionary, `dictionaries/en/spin.bin`. */
  readonly dictionary: Uint8Array;
  /** Bytes of the standard terms of several words, `dictionaries/en/terms.bin`; without them none is composed. */
  readonly terms?: Uint8Array;
  /** Bytes of the language model, `dictionaries/en/language-model.bin`. */
  readonly languageModel: Uint8Array;
  /** The tables of `dictionaries/en/layout/`. */
  readonly layout: readonly LayoutTable[];
  /** What OCR is repaired with; without it, it is not. */
  readonly ocr?: OcrData;
}

/** What an emender is to know beyond the language data. */
export interface EmenderOptions {
  /**
   * Dictionaries of your own. Their entries come before those that ship; where they are not marked `spun` and their contexts
   * hold, they are applied in any text.
   */
  readonly dictionaries?: readonly UserDictionary[];
  /**
   * Words and phrases that no edit may change, in any letter case, as whole words and in just these forms: “best friend” does not
   * protect “best friends”. They are no evidence of spinning either.
   */
  readonly protect?: readonly string[];
}

/** Repairs texts. Immutable; safe to share. */
export interface Emender {
  /** Version of the library and of its data, `0.1.0+en.1a2b3c4d`: two emenders of one version repair a text alike. */
  readonly version: string;
  /** Repairs a text. Synchronous; takes any string, never throws on one. */
  repair(text: string, options?: RepairOptions): Repair;
  /** Tells how damaged a text is, without repairing it. */
  diagnose(text: string): Diagnosis;
}

/** The confidence from which on edits are made where no other is asked for. */
export const DEFAULT_MIN_CONFIDENCE = 0.66;

/**
 * The same for edits of `ocr`, which are made less sure: a wrong one mostly puts a wrong word in place of a misread one. No lower
 * bound is taken for them, as it would do more harm than good.
 */
const MIN_OCR_CONFIDENCE = 0.3;

/** The risk for sound words that is taken where no other is asked for. */
export const DEFAULT_MAX_HARM = 0.03;

/** So many of the words of the language model are common ones. */
const COMMON_WORDS = 10_000;

/** Rounds until a text stays as it is. Few need more than three; the bound is for hostile dictionaries. */
const MOST_ROUNDS = 12;

/**
 * Makes an emender from data in memory; runs in Node, browsers and workers alike.
 *
 * @throws Error when the data are of another version or damaged, or a line of a dictionary of yours is bad
 */
export function createEmender(data: EmenderData, options: EmenderOptions = {}): Emender {
  const dictionary = openDictionary(data.dictionary, options.dictionaries);
  const model = new LanguageModel(data.languageModel);
  const estimator = new SpunEstimator(dictionary);
  const terms = data.terms && new TermIndex(data.terms);
  const repairer = createSpinRepairer(dictionary, model, terms);
  const layoutData = parseLayoutTables(data.layout);
  const isStandard = (word: string) =>
    dictionary.vocabulary.id(word) !== 0 || (terms?.vocabulary.id(word) ?? 0) !== 0;
  const ocr = data.ocr && new MisreadTexts(data.ocr, model, isStandard);
  const isEnglish = ocr?.isEnglish ?? true;
  const language = ocr?.lexicon.traits.language ?? 'en';
  const isWord = (word: string) =>
    isEnglish ? model.vocabulary.id(word) !== 0 : ocr?.lexicon.accepts(word) === true;
  // The numbers of words ascend as their counts fall. What other languages use most, nothing tells.
  const isCommon = (word: string) => isEnglish && isWord(word) && model.vocabulary.id(word) <= COMMON_WORDS;

  const phrases = options.protect?.length ? new ProtectedPhrases(options.protect) : undefined;

  /** The edits of a text that leave protected phrases alone. */
  function unprotected(edits: Edit[], text: string): Edit[] {
    if (phrases === undefined || edits.length === 0) return edits;
    return editsOutside(edits, phrases.spans(text));
  }

  function findEncoding(
    text: string,
    keep = (edits: Edit[]) => edits,
    plain: readonly PlainForm[] = [],
  ): Edit[] {
    return repairEncoding(text, { isWord, keep: (edits, text) => keep(unprotected(edits, text)), plain });
  }

  function findLayout(
    text: string,
    keep = (edits: Edit[]) => edits,
    drop: readonly BlockRole[] = [],
  ): LayoutRepair {
    return repairLayout(text, layoutData, {
      isWord,
      isCommon,
      keep: (edits, text) => keep(unprotected(edits, text)),
      drop,
    });
  }

  const tokensOf = (text: string): Tokens => tokenize(text, dictionary.vocabulary);

  /** What is misread in a text; undefined where nothing seems to be. */
  function findMisread(
    text: string,
    tokens: Tokens,
    minConfidence: number,
    words?: readonly EngineWord[],
  ): OcrRepair | undefined {
    const found = ocr?.repair(text, tokens, minConfidence, words);
    return found && { ...found, edits: unprotected(found.edits, text) };
  }

  function read(text: string, tokens: Tokens): Reading {
    markSentences(text, tokens);
    phrases?.mark(text, tokens);
    if (!isEnglish) return { tokens, matches: NO_MATCHES, spun: NOT_SPUN };
    const found = findMatches(dictionary, tokens);
    const matches = phrases === undefined ? found : unprotectedMatches(found, tokens);
    return { tokens, matches, spun: estimator.estimate(text, tokens, matches) };
  }

  return {
    version: `${VERSION}+en.${dataVersion(data, options)}`,
    diagnose(text) {
      const encoding = findEncoding(text);
      const decoded = applyEdits(text, encoding);
      const layout = findLayout(decoded);
      const tokens = tokensOf(layout.text);
      const misread = findMisread(layout.text, tokens, MIN_OCR_CONFIDENCE);
      const edited = new EditedText(text);
      for (const edits of [encoding, layout.edits, misread?.edits ?? []]) edited.make(edits);
      const reading = read(edited.text, edited.text === layout.text ? tokens : tokensOf(edited.text));
      return diagnosisOf(text, language, reading, edited.edits, encoding, layout, misread);
    },
    repair(input, options = {}) {
      const minConfidence = options.minConfidence ?? DEFAULT_MIN_CONFIDENCE;
      const bounds = { minConfidence, maxHarm: options.maxHarm ?? DEFAULT_MAX_HARM };
      const filter = { ...options, minConfidence };
      const ocrFilter = {
        ...options,
        minConfidence: Math.max(options.minConfidence ?? 0, MIN_OCR_CONFIDENCE),
      };
      // Each round repairs what the last one made, until nothing changes. Entries that lead to and fro may go in a circle;
      // then the text of the circle that sorts first stands, whatever text of it the repair began with.
      const rounds: { text: string; edits: Edit[] }[] = [{ text: input, edits: [] }];
      let diagnosis: Diagnosis | undefined;
      let lastRead: { readonly text: string; readonly reading: Reading } | undefined;
      while (rounds.length <= MOST_ROUNDS) {
        const last = rounds.at(-1) as { text: string; edits: Edit[] };
        const edited = new EditedText(last.text, undefined, last.edits);
        const keep = (found: Edit[]) => filterEdits(found, filter);
        const encoding = findEncoding(edited.text, keep, options.plain);
        edited.make(encoding);
        const layout = findLayout(edited.text, keep, options.drop);
        edited.make(layout.edits);
        const known = lastRead?.text === edited.text ? lastRead.reading : undefined;
        const laidOut = known?.tokens ?? tokensOf(edited.text);
        const words = options.words && wordsAfter(options.words, edited.edits);
        const misread = findMisread(edited.text, laidOut, ocrFilter.minConfidence, words);
        const isMisread = misread !== undefined && edited.make(filterEdits(misread.edits, ocrFilter));
        const reading = isMisread
          ? read(edited.text, tokensOf(edited.text))
          : (known ?? read(edited.text, laidOut));
        lastRead = { text: edited.text, reading };
        diagnosis ??= diagnosisOf(input, language, reading, edited.edits, encoding, layout, misread);
        // What was misread is spun only where nothing is misread any more.
        if (isEnglish && !isMisread) {
          const { tokens, matches, spun } = reading;
          edited.make(filterEdits(repairSpin(edited.text, tokens, matches, spun, repairer, bounds), filter));
        }
        const { text, edits } = edited;
        const earlier = rounds.findIndex((round) => round.text === text);
        if (earlier !== -1) {
          const circle = rounds.slice(earlier).sort((a, b) => (a.text < b.text ? -1 : 1));
          return { ...(circle[0] as { text: string; edits: Edit[] }), diagnosis };
        }
        rounds.push({ text, edits });
      }
      return { ...(rounds.at(-1) as { text: string; edits: Edit[] }), diagnosis: diagnosis as Diagnosis };
    },
  };
}

/** What tells one version of the data from another, those of the user's own included: eight hexadecimal digits. */
function dataVersion(
  { dictionary, terms, languageModel, layout, ocr }: EmenderData,
  { dictionaries = [], protect = [] }: EmenderOptions,
): string {
  const files = terms === undefined ? [dictionary, languageModel] : [dictionary, languageModel, terms];
  if (ocr !== undefined) files.push(ocr.lexicon);
  const texts = [...layout, ...dictionaries].map(({ text }) => text);
  if (ocr !== undefined) texts.push(ocr.confusions);
  const sums = [...files.map(checksumOf), ...[...texts, ...protect].map(hashWord)];
  return (hashWord(sums.join(' ')) >>> 0).toString(16).padStart(8, '0');
}

/** A text as the dictionary sees it. */
interface Reading {
  readonly tokens: Tokens;
  readonly matches: Matches;
  readonly spun: SpunEstimate;
}

/** The diagnosis of an input that was read after `edits` had been applied. */
function diagnosisOf(
  input: string,
  language: string,
  { tokens, spun }: Reading,
  edits: readonly Edit[],
  encoding: readonly Edit[],
  layout: LayoutRepair,
  misread: OcrRepair | undefined,
): Diagnosis {
  let sentences = 0;
  for (let i = 0; i < tokens.count; i++) {
    if (((tokens.flags[i] as number) & TokenFlag.SentenceStart) !== 0) sentences++;
  }
  const damaged = layout.damaged + encoding.filter(isDamage).length;
  /** A signal of the text that the edits made, as it stands in the input. */
  const inInput = (signal: Signal, edits: readonly Edit[]): Signal => {
    const before = offsetsBefore(edits);
    const start = before(signal.start);
    const end = before(signal.start + signal.text.length);
    return { ...signal, start, text: input.slice(start, end) };
  };
  const corrections = misread?.edits ?? [];
  const laidOut = corrections.length === 0 ? [] : composeEdits(encoding, layout.edits);
  const series = confusionSeries(corrections);
  const blocks = blocksBefore(layout.blocks, encoding);
  return {
    spun: spun.probability,
    misread: misreadProbability(misread?.rate ?? 0),
    broken: damaged / Math.max(1, sentences, damaged),
    language,
    signals: [
      ...spun.signals.map((signal) => inInput(signal, edits)),
      ...misreadSignals(corrections).map((signal) => inInput(signal, laidOut)),
      ...encodingSignals(encoding),
    ],
    ...(blocks.length > 0 && { blocks }),
    ...(series.length > 0 && { series }),
  };
}
