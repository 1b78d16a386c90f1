import { CandidateFlag } from '../../dictionary/format.js';
import type { ReversalDictionary } from '../../dictionary/reversal-dictionary.js';
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
  /** Whether the entry asks for a context or for capitals. */
  readonly conditional: boolean;
  /** How much context the entry asks for: 0 none, 1 words near it, 2 words right beside it. */
  readonly asks: 0 | 1 | 2;
  /** The part of `base` that the context brings, where it holds. */
  readonly contextual: number;
  /** Score against keeping the words, in nats, without what the article and the language model say. */
  readonly base: number;
}

/** Candidates this much worse than keeping the words, before the language model is asked, are not asked about. */
export const HOPELESS = -5;

/** What the article can add to a candidate at most, in nats: articles that betray it, a heavily spun text. */
const MOST_ADDED = 3;

/** The candidates of each form, scored and sorted when the form is first seen. */
export class Plans {
  private readonly plans: (readonly PlannedCandidate[])[] = [];
  private readonly soundPlans: (readonly PlannedCandidate[])[] = [];

  constructor(
    private readonly dictionary: ReversalDictionary,
    private readonly terms: Terms,
    private readonly weights: SpinWeights,
  ) {}

  /** The candidates of a spun form worth weighing, best first. */
  of(form: number): readonly PlannedCandidate[] {
    const known = this.plans[form];
    if (known !== undefined) return known;
    const plan: PlannedCandidate[] = [];
    const end = this.dictionary.firstCandidate(form + 1);
    for (let c = this.dictionary.firstCandidate(form); c < end; c++) {
      const candidate = this.plan(form, c);
      if (candidate.base > HOPELESS - MOST_ADDED) plan.push(candidate);
    }
    plan.sort((a, b) => b.base - a.base || a.candidate - b.candidate);
    this.plans[form] = plan;
    return plan;
  }

  /** The candidates worth weighing in a text that is not spun: those of entries that are never right English. */
  soundOf(form: number): readonly PlannedCandidate[] {
    const known = this.soundPlans[form];
    if (known !== undefined) return known;
    const plan = this.of(form).filter(({ onlySpun }) => !onlySpun);
    this.soundPlans[form] = plan;
    return plan;
  }

  private plan(form: number, candidate: number): PlannedCandidate {
    const { dictionary, terms, weights } = this;
    const flags = dictionary.flags(candidate);
    const term = terms.of(candidate);
    const formWords = dictionary.formWords(form);
    const positional = (flags & CandidateFlag.Positional) !== 0;
    const contextual = dictionary.context(candidate) !== 0;
    const onlySpun = (flags & CandidateFlag.OnlySpun) !== 0;
    const context = positional ? weights.beside : contextual ? weights.near : 0;
    const kept = 1 - Math.min(0.95, dictionary.loss(form));
    return {
      candidate,
      standard: dictionary.standardNumber(candidate),
      standardForm: dictionary.standardForm(candidate),
      term,
      onlySpun,
      conditional: contextual || (flags & CandidateFlag.Name) !== 0,
      asks: positional ? 2 : contextual ? 1 : 0,
      contextual: context,
      base:
        weights.channel * Math.log((dictionary.channel[candidate] as number) / kept) +
        weights.direct * Math.log(dictionary.odds[candidate] as number) +
        context +
        (onlySpun ? 0 : weights.never) +
        ((flags & CandidateFlag.Learnt) !== 0 ? weights.learnt : 0) +
        weights.longer * (term.length - formWords) +
        (formWords > 1 ? weights.phrase : 0) +
        weights.bias,
    };
  }
}
