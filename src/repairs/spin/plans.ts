import { CandidateFlag } from '../../dictionary/format.js';
import type { ReversalDictionary } from '../../dictionary/reversal-dictionary.js';
import { UNKNOWN_SETTING } from '../../dictionary/spinner-table.js';
import type { Term, Terms } from './terms.js';
import type { SpinWeights } from './weights.js';

/** What is known of a candidate before any text is seen. */
export interface PlannedCandidate {
  /** Number in the dictionary. */
  readonly candidate: number;
  /** Number of the standard text; candidates that write the same share it. */
  readonly standard: number;
  /** Form number of the standard. */
  readonly standardForm: number;
  readonly term: Term;
  readonly onlySpun: boolean;
  /** Whether the entry is the user's own. */
  readonly own: boolean;
  /** Whether parallel text has shown the pair. */
  readonly learnt: boolean;
  /** Whether the entry asks for a context or for capitals. */
  readonly conditional: boolean;
  /** How much context the entry asks for: 0 none, 1 words near it, 2 words right beside it. */
  readonly asks: 0 | 1 | 2;
  /** The part of `base` that the context brings, where it holds. */
  readonly contextual: number;
  /** Score against keeping the words, in nats, without what the article and the language model say. */
  readonly base: number;
  /** The same with what is rare in all places, and so rarely likely in one. */
  readonly promise: number;
}

/** Candidates this much worse than keeping the words, before the language model is asked, are not asked about. */
export const HOPELESS = -5;

/** What a nat of a candidate's commonness counts beforehand against a nat of what the language model will say. */
const COMMONNESS = 0.5;

/** What the article can add to a candidate at most, in nats: articles that betray it, what it costs to keep the words. */
const MOST_ADDED = 6;

/**
 * What an entry of the user's own that holds in any text is believed, in nats: more than any language model can say against it. As
 * longer forms of his come before shorter ones in their place, of n words 2n - 1 times.
 */
const OWN_WORD = 100;

/** The candidates of each form, scored and sorted when the form is first seen. */
export class Plans {
  /** By setting and form; of full length from the start, see `ReversalDictionary`. */
  private readonly plans: (readonly PlannedCandidate[] | undefined)[][] = [];
  private readonly soundPlans: (readonly PlannedCandidate[] | undefined)[];

  constructor(
    private readonly dictionary: ReversalDictionary,
    private readonly terms: Terms,
    private readonly weights: SpinWeights,
  ) {
    this.soundPlans = new Array(dictionary.spunForms + 1);
  }

  /** The candidates of a spun form worth weighing in text spun with a setting, the most promising first. */
  of(form: number, setting: number): readonly PlannedCandidate[] {
    this.plans[setting] ??= new Array(this.dictionary.spunForms + 1);
    const plans = this.plans[setting] as (readonly PlannedCandidate[] | undefined)[];
    const known = plans[form];
    if (known !== undefined) return known;
    const plan: PlannedCandidate[] = [];
    const end = this.dictionary.firstCandidate(form + 1);
    for (let c = this.dictionary.firstCandidate(form); c < end; c++) {
      if ((this.dictionary.flags(c) & CandidateFlag.OnlyInTerms) !== 0) continue;
      const candidate = this.plan(form, c, setting);
      if (candidate.base > HOPELESS - MOST_ADDED) plan.push(candidate);
    }
    plan.sort((a, b) => b.promise - a.promise || a.candidate - b.candidate);
    plans[form] = plan;
    return plan;
  }

  /** The candidates worth weighing in a text that is not spun: those of entries that are never right English. */
  soundOf(form: number): readonly PlannedCandidate[] {
    const known = this.soundPlans[form];
    if (known !== undefined) return known;
    const plan = this.of(form, UNKNOWN_SETTING).filter(({ onlySpun }) => !onlySpun);
    this.soundPlans[form] = plan;
    return plan;
  }

  private plan(form: number, candidate: number, setting: number): PlannedCandidate {
    const { dictionary, terms, weights } = this;
    const flags = dictionary.flags(candidate);
    const term = terms.of(candidate);
    const formWords = dictionary.formWords(form);
    const positional = (flags & CandidateFlag.Positional) !== 0;
    const contextual = dictionary.context(candidate) !== 0;
    const learnt = (flags & CandidateFlag.Learnt) !== 0;
    const guessed =
      (flags & CandidateFlag.Grouped) !== 0
        ? weights.grouped
        : (flags & CandidateFlag.GroupedHead) !== 0
          ? weights.groupedHead
          : 0;
    const onlySpun = (flags & CandidateFlag.OnlySpun) !== 0;
    const context = positional ? weights.beside : contextual ? weights.near : 0;
    const conditional = contextual || (flags & CandidateFlag.Name) !== 0;
    const own = (flags & CandidateFlag.Own) !== 0;
    const belief = own && !onlySpun ? OWN_WORD * (2 * formWords - 1) : 0;
    const base =
      belief +
      weights.channel * Math.log(dictionary.share(candidate, setting)) +
      weights.lost * Math.log(dictionary.standardLoss(candidate, setting)) +
      weights.member * Math.log(dictionary.membership(form)) +
      context +
      (onlySpun ? 0 : weights.never) +
      (learnt ? weights.learnt : guessed) +
      weights.longer * (term.length - formWords) +
      (formWords > 1 ? weights.phrase : 0) +
      weights.bias;
    return {
      candidate,
      standard: dictionary.standardNumber(candidate),
      standardForm: dictionary.standardForm(candidate),
      term,
      onlySpun,
      own,
      learnt,
      conditional,
      asks: positional ? 2 : contextual ? 1 : 0,
      // Where the context of such an entry does not hold, it is out of the question.
      contextual: context + (conditional ? 2 * belief : 0),
      base,
      promise: base + COMMONNESS * weights.languageModel * term.commonness,
    };
  }
}
