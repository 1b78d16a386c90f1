import { candidateApplies } from '../../dictionary/context.js';
import type { Matches } from '../../dictionary/match.js';
import type { ReversalDictionary } from '../../dictionary/reversal-dictionary.js';
import { isUntouchable } from '../../dictionary/untouchable.js';
import { LetterCase, type Tokens } from '../../text/tokens.js';
import { articleEvidence, articlesBefore, MOST_ARTICLES } from './indefinite-articles.js';
import type { Keeping } from './keeping.js';
import { HOPELESS, type PlannedCandidate, type Plans } from './plans.js';
import { Shortlist } from './shortlist.js';
import type { Terms } from './terms.js';
import type { SpinWeights } from './weights.js';

/** How spun the article is; see diagnosis/spun.ts. */
export interface SpunPrior {
  /** Probability that it was spun at all. */
  readonly probability: number;
  /** The spinner's setting, as the dictionary numbers them. */
  readonly setting: number;
  readonly intensity: number;
}

/** A candidate of a form in one article. */
export interface FormCandidate {
  readonly plan: PlannedCandidate;
  /** Score against keeping the words, in nats, without what the language model says. */
  readonly unary: number;
  /** Number of the candidate in the article, ascending over forms and candidates. */
  readonly slot: number;
}

/** A spun form in one letter case, with all its occurrences in an article: spinners map each surface form as one. */
export interface ArticleForm {
  readonly form: number;
  /** 0 in small letters, 1 with a capital, 2 where spinners leave it alone. */
  readonly letterCase: number;
  /** Indices of its matches. */
  readonly occurrences: readonly number[];
  /** Candidates worth asking the language model about, best first. */
  readonly candidates: readonly FormCandidate[];
}

/** An entry that is never right English is believed as if the article were spun with at least this intensity. */
const LEAST_INTENSITY = 0.2;

/** Letter cases that a spinner tells apart: small, with a capital, and words that it leaves alone. */
export const CASES = 3;

/** Of these only what is never right English is believed; see dictionary/untouchable.ts. */
const UNTOUCHABLE = 2;

/** What the forms of an article are weighed by. */
export interface FormJudge {
  readonly dictionary: ReversalDictionary;
  readonly terms: Terms;
  readonly plans: Plans;
  readonly weights: SpinWeights;
}

/** A surface form that has candidates, before they are weighed. */
interface FormGroup {
  readonly form: number;
  readonly letterCase: number;
  readonly planned: readonly PlannedCandidate[];
  readonly occurrences: number[];
}

/**
 * Groups the spun matches of an article by surface form and weighs their candidates by all that is known but the language
 * model's view. Forms without a candidate worth asking about are left out.
 *
 * @param first first of the matches that are the article's
 * @param end match after its last
 * @param keeping what it costs to keep the words of each match
 * @param leastProbability an article less surely spun than this keeps the forms that are ordinary English
 */
export function gatherForms(
  text: string,
  tokens: Tokens,
  matches: Matches,
  part: readonly [first: number, end: number],
  prior: SpunPrior,
  judge: FormJudge,
  keeping: Keeping,
  leastProbability: number,
): ArticleForm[] {
  const { dictionary, weights } = judge;
  const groups = groupMatches(tokens, matches, part, prior, judge, prior.probability >= leastProbability);
  if (groups.length === 0) return [];
  const standing = standingForms(tokens, matches, part, prior, dictionary);
  const spunIntensity = Math.log(Math.max(1e-6, prior.intensity));
  const leastIntensity = Math.log(Math.max(LEAST_INTENSITY, prior.intensity));
  const forms: ArticleForm[] = [];
  const best = new Shortlist();
  let slots = 0;
  for (const { form, letterCase, planned, occurrences } of groups) {
    best.clear();
    const articles = articlesBefore(text, tokens, matches, occurrences);
    const keptCost = keeping.cost(occurrences[0] as number);
    const mostAdded =
      Math.max(0, weights.standardStands) +
      (articles.length > 0 ? MOST_ARTICLES * weights.articleBetrays : 0);
    for (const plan of planned) {
      // They come in the order of their promise: what follows cannot be among the best any more.
      if (plan.promise + leastIntensity + mostAdded < best.least) break;
      if (plan.onlySpun && letterCase === UNTOUCHABLE) continue;
      if (plan.conditional && !appliesSomewhere(text, tokens, dictionary, matches, plan, occurrences))
        continue;
      const added =
        (plan.onlySpun ? spunIntensity : leastIntensity) +
        (standing.has(plan.standardForm * CASES + letterCase) ? weights.standardStands : 0) +
        (articles.length === 0
          ? 0
          : articleEvidence(articles, judge.terms.articleOf(plan.standard), weights));
      if (plan.base + added + keptCost > HOPELESS) best.add(plan, added);
    }
    if (best.weighed.length === 0) continue;
    const candidates = best.weighed.map(({ plan, added }) => ({
      plan,
      unary: plan.base + added,
      slot: slots++,
    }));
    forms.push({ form, letterCase, occurrences, candidates });
  }
  return forms;
}

/** Groups the matches that have candidates by form and letter case, in the order of their first occurrences. */
function groupMatches(
  tokens: Tokens,
  matches: Matches,
  [first, end]: readonly [first: number, end: number],
  prior: SpunPrior,
  { dictionary, plans }: FormJudge,
  isSpun: boolean,
): FormGroup[] {
  const groups = new Map<number, FormGroup>();
  for (let i = first; i < end; i++) {
    const form = matches.form[i] as number;
    if (form > dictionary.spunForms) continue;
    const planned = isSpun ? plans.of(form, prior.setting) : plans.soundOf(form);
    if (planned.length === 0) continue;
    const letterCase = caseOf(tokens, matches.from[i] as number, matches.to[i] as number);
    const key = form * CASES + letterCase;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { form, letterCase, planned, occurrences: [i] });
    else group.occurrences.push(i);
  }
  return [...groups.values()];
}

/** The forms, with their letter cases, that stand in an article as the author's own words. */
function standingForms(
  tokens: Tokens,
  matches: Matches,
  [first, end]: readonly [first: number, end: number],
  prior: SpunPrior,
  dictionary: ReversalDictionary,
): ReadonlySet<number> {
  const standing = new Set<number>();
  for (let i = first; i < end; i++) {
    const form = matches.form[i] as number;
    // A standard that is itself mostly a substitute for something else proves nothing by standing there.
    if (dictionary.gain(form, prior.setting) >= 1) continue;
    standing.add(form * CASES + caseOf(tokens, matches.from[i] as number, matches.to[i] as number));
  }
  return standing;
}

function caseOf(tokens: Tokens, from: number, to: number): number {
  if (isUntouchable(tokens, from, to)) return UNTOUCHABLE;
  return tokens.letterCase[from] === LetterCase.Lower ? 0 : 1;
}

/** Whether the condition of a candidate holds at one of these matches. */
function appliesSomewhere(
  text: string,
  tokens: Tokens,
  dictionary: ReversalDictionary,
  matches: Matches,
  { candidate }: PlannedCandidate,
  occurrences: readonly number[],
): boolean {
  for (const i of occurrences) {
    const from = matches.from[i] as number;
    if (candidateApplies(dictionary, candidate, text, tokens, from, matches.to[i] as number)) return true;
  }
  return false;
}
