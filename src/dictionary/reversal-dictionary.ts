import { type StringTable, stringAt } from '../text/strings.js';
import type { Vocabulary } from '../text/vocabulary.js';
import { CANDIDATE_COLUMNS, CandidateFlag } from './format.js';
import { type DictionarySections, readSections } from './sections.js';
import { childOf } from './trie.js';

/**
 * A compiled reversal dictionary, opened. Forms are numbered from 1: first the spun ones, then those that are only
 * standard. Candidates are numbered from 0; those of spun form f are `firstCandidate(f)` to `firstCandidate(f + 1)`.
 */
export class ReversalDictionary {
  readonly vocabulary: Vocabulary;
  /** Number of spun forms. */
  readonly spunForms: number;
  /** Number of all forms, spun and standard. */
  readonly forms: number;
  /** Number of standard texts. */
  readonly standardTexts: number;
  /** By setting and spun form: times more often, as a substitute, in spun than in sound text. */
  private readonly gains: Float32Array;
  /** By setting and form: share of its occurrences that spun text has lost. */
  private readonly losses: Float32Array;
  private readonly lengths: Uint8Array;
  private readonly candidateCount: number;
  /** By setting and candidate. */
  private readonly shares: Float32Array;
  private readonly memberships: Float32Array;
  /** Weights of the evidence, as the repair that uses the dictionary names them. */
  readonly weights: Float32Array;
  /** Contexts as written by the compiler; see format.ts. */
  readonly contexts: Uint32Array;
  private readonly edges: Uint32Array;
  private readonly edgeMask: number;
  private readonly formAtNode: Uint32Array;
  private readonly first: Uint32Array;
  private readonly candidates: Uint32Array;
  private readonly standards: StringTable;
  private readonly rules: StringTable;
  /** Made when first asked for. Of full length from the start: engines make a hash table of a sparse array that grows. */
  private readonly texts: (string | undefined)[];
  private readonly ruleNames: (string | undefined)[];

  /**
   * @param source the bytes of a compiled dictionary, or its sections
   * @throws Error when the bytes are no dictionary, of another version, or damaged
   */
  constructor(source: Uint8Array | DictionarySections) {
    const sections = source instanceof Uint8Array ? readSections(source) : source;
    this.vocabulary = sections.vocabulary;
    this.edges = sections.edges;
    this.edgeMask = this.edges.length / 3 - 1;
    this.formAtNode = sections.formAtNode;
    this.first = sections.first;
    this.candidates = sections.candidates;
    this.contexts = sections.contexts;
    this.standards = sections.standards;
    this.rules = sections.rules;
    this.gains = sections.gains;
    this.losses = sections.losses;
    this.shares = sections.shares;
    this.memberships = sections.memberships;
    this.lengths = sections.lengths;
    this.weights = sections.weights;
    this.standardTexts = this.standards.offsets.length - 1;
    this.texts = new Array(this.standardTexts);
    this.ruleNames = new Array(this.rules.offsets.length - 1);
    this.spunForms = this.first.length - 1;
    this.candidateCount = this.first[this.spunForms] as number;
    this.forms = this.lengths.length - 1;
  }

  /** The node below `node` for a word, 0 where there is none. */
  child(node: number, word: number): number {
    return childOf(this.edges, this.edgeMask, node, word);
  }

  /** The form that ends at a node, 0 for none. */
  formAt(node: number): number {
    return this.formAtNode[node] as number;
  }

  /** Number of words of a spun form. */
  formWords(form: number): number {
    return this.lengths[form] as number;
  }

  /** How many times more often than in sound text a form stands, as a substitute, in text spun with a setting. */
  gain(form: number, setting: number): number {
    return form > this.spunForms ? 0 : (this.gains[setting * (this.spunForms + 1) + form] as number);
  }

  /** Share, 0 to 1, of a form's own occurrences that text spun with a setting has lost. */
  loss(form: number, setting: number): number {
    return this.losses[setting * (this.forms + 1) + form] as number;
  }

  /** Share, 0 to 1, of the replaced occurrences of a candidate's standard that become its spun form in a setting. */
  share(candidate: number, setting: number): number {
    return this.shares[setting * this.candidateCount + candidate] as number;
  }

  /**
   * Share, 0 to 1, of the occurrences of a candidate's standard that text spun with a setting has lost; of the user's own entries,
   * which need no proof, 1.
   */
  standardLoss(candidate: number, setting: number): number {
    const isOwn = (this.flags(candidate) & CandidateFlag.Own) !== 0;
    return isOwn ? 1 : this.loss(this.standardForm(candidate), setting);
  }

  /** How surely a spinner's table puts a spun form in for others, 0 to 1. */
  membership(form: number): number {
    return this.memberships[form] as number;
  }

  /** First candidate of a spun form; of a form beyond them, the number of candidates. */
  firstCandidate(form: number): number {
    return this.first[Math.min(form - 1, this.spunForms)] as number;
  }

  /** Form number of a candidate's standard. */
  standardForm(candidate: number): number {
    return this.candidates[candidate * CANDIDATE_COLUMNS + 1] as number;
  }

  /** Where a candidate's context begins in `contexts`, 0 for none. */
  context(candidate: number): number {
    return this.candidates[candidate * CANDIDATE_COLUMNS + 3] as number;
  }

  /** Bits of `CandidateFlag`. */
  flags(candidate: number): number {
    return this.candidates[candidate * CANDIDATE_COLUMNS + 4] as number;
  }

  /** Number of a candidate's standard text; candidates that write the same share it. */
  standardNumber(candidate: number): number {
    return this.candidates[candidate * CANDIDATE_COLUMNS] as number;
  }

  /** A standard text, in the case of the dictionary. Made once. */
  standardText(number: number): string {
    const known = this.texts[number];
    if (known !== undefined) return known;
    const text = stringAt(this.standards, number);
    this.texts[number] = text;
    return text;
  }

  /** What a candidate puts in place of its spun form, in the case of the dictionary. */
  standard(candidate: number): string {
    return this.standardText(this.standardNumber(candidate));
  }

  /** Name of the rule a candidate comes from. */
  rule(candidate: number): string {
    const number = this.candidates[candidate * CANDIDATE_COLUMNS + 2] as number;
    const known = this.ruleNames[number];
    if (known !== undefined) return known;
    const name = stringAt(this.rules, number);
    this.ruleNames[number] = name;
    return name;
  }
}
