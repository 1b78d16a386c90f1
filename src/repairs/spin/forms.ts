import { candidateApplies } from '../../dictionary/context.js';
import type { Matches } from '../../dictionary/match.js';
import type { ReversalDictionary } from '../../dictionary/reversal-dictionary.js';
import { isUntouchable } from '../../dictionary/untouchable.js';
import { indefiniteArticle } from '../../lexicon/inflection.js';
import { LetterCase, type Tokens } from '../../text/tokens.js';
import type { Keeping } from './keeping.js';
import { HOPELESS, type PlannedCandidate, type Plans } from './plans.js';
import { determinerBefore } from './surface.js';
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

/** Candidates of one form that the language model is asked about. */
const MOST_CANDIDATES = 6;

/** A candidate this much worse than the best one of its form is not asked about, in nats. */
const WIDEST_GAP = 6;

/** What a nat of a candidate's commonness counts beforehand against a nat of what the language model will say. */
const COMMONNESS = 0.5;

/** Letter cases that a spinner tells apart: small, with a capital, and words that it leaves alone. */
export const CASES = 3;

/** Of these only what is never right English is believed; see dictionary/untouchable.ts. */
const UNTOUCHABLE = 2;

/** What one place with an article may count; a mistake of the author's is possible. */
const MOST_ARTICLES = 2;

/** What the forms of an article are weighed by. */
export interface FormJudge {
  readonly dictionary: ReversalDictionary;
  readonly plans: Plans;
  readonly weights: SpinWeights;
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
  [first, end]: readonly [first: number, end: number],
  prior: SpunPrior,
  judge: FormJudge,
  keeping: Keeping,
  leastProbability: number,
): ArticleForm[] {
  const { dictionary, plans, weights } = judge;
  const isSpun = prior.probability >= leastProbability;
  const planOf = (form: number) => (isSpun ? plans.of(form, prior.setting) : plans.soundOf(form));
  const occurrences = new Map<number, number[]>();
  const standing = new Set<number>();
  for (let i = first; i < end; i++) {
    const form = matches.form[i] as number;
    const key = form * CASES + caseOf(tokens, matches.from[i] as number, matches.to[i] as number);
    // A standard that is itself mostly a substitute for something else proves nothing by standing there.
    if (dictionary.gain(form, prior.setting) < 1) standing.add(key);
    if (form > dictionary.spunForms || planOf(form).length === 0) continue;
    const list = occurrences.get(key);
    if (list === undefined) occurrences.set(key, [i]);
    else list.push(i);
  }
  const spunIntensity = Math.log(Math.max(1e-6, prior.intensity));
  const leastIntensity = Math.log(Math.max(LEAST_INTENSITY, prior.intensity));
  const forms: ArticleForm[] = [];
  let slots = 0;
  for (const [key, list] of occurrences) {
    const candidates: FormCandidate[] = [];
    const articles = articlesBefore(text, tokens, matches, list);
    const form = Math.floor(key / CASES);
    const letterCase = key % CASES;
    const keptCost = keeping.cost(list[0] as number);
    for (const plan of planOf(form)) {
      if (plan.onlySpun && letterCase === UNTOUCHABLE) continue;
      if (plan.conditional && !list.some((i) => applies(text, tokens, dictionary, matches, plan, i)))
        continue;
      const unary =
        plan.base +
        (plan.onlySpun ? spunIntensity : leastIntensity) +
        (standing.has(plan.standardForm * CASES + letterCase) ? weights.standardStands : 0) +
        articleEvidence(articles, dictionary.standardText(plan.standard), weights);
      if (unary + keptCost > HOPELESS) addCandidate(candidates, { plan, unary, slot: 0 });
    }
    if (candidates.length === 0) continue;
    // What is rare in all places is rarely likely in this one.
    const promise = ({ unary, plan }: FormCandidate) =>
      unary + COMMONNESS * weights.languageModel * plan.term.commonness;
    candidates.sort((a, b) => promise(b) - promise(a) || a.plan.candidate - b.plan.candidate);
    const least = promise(candidates[0] as FormCandidate) - WIDEST_GAP;
    let kept = Math.min(candidates.length, MOST_CANDIDATES);
    while (promise(candidates[kept - 1] as FormCandidate) < least) kept--;
    const ranked = candidates.slice(0, kept).map((candidate) => ({ ...candidate, slot: slots++ }));
    forms.push({ form, letterCase, occurrences: list, candidates: ranked });
  }
  return forms;
}

function caseOf(tokens: Tokens, from: number, to: number): number {
  if (isUntouchable(tokens, from, to)) return UNTOUCHABLE;
  return tokens.letterCase[from] === LetterCase.Lower ? 0 : 1;
}

/** Adds a candidate; of two that write the same, the one whose entry asks for more context stays. */
function addCandidate(candidates: FormCandidate[], added: FormCandidate): void {
  const twin = candidates.findIndex(({ plan }) => plan.standard === added.plan.standard);
  if (twin === -1) candidates.push(added);
  else if ((candidates[twin] as FormCandidate).plan.asks < added.plan.asks) candidates[twin] = added;
}

function applies(
  text: string,
  tokens: Tokens,
  dictionary: ReversalDictionary,
  matches: Matches,
  { candidate }: PlannedCandidate,
  match: number,
): boolean {
  const from = matches.from[match] as number;
  return candidateApplies(dictionary, candidate, text, tokens, from, matches.to[match] as number);
}

/** The indefinite articles before the occurrences of a form, and whether the form fits them. */
function articlesBefore(
  text: string,
  tokens: Tokens,
  matches: Matches,
  list: readonly number[],
): { article: string; fits: boolean }[] {
  const articles: { article: string; fits: boolean }[] = [];
  for (const i of list) {
    const from = matches.from[i] as number;
    const article = determinerBefore(text, tokens, from);
    if (article !== 'a' && article !== 'an') continue;
    articles.push({
      article,
      fits: indefiniteArticle(text.slice(tokens.start[from], tokens.end[from])) === article,
    });
  }
  return articles;
}

/** What the articles say for a standard, which spinners leave as they were. */
function articleEvidence(
  articles: readonly { article: string; fits: boolean }[],
  standard: string,
  weights: SpinWeights,
): number {
  if (articles.length === 0) return 0;
  let betrays = 0;
  let spoilt = 0;
  const own = indefiniteArticle(standard);
  for (const { article, fits } of articles) {
    if (own === article && !fits) betrays++;
    else if (own !== article && fits) spoilt++;
  }
  return (
    weights.articleBetrays * Math.min(MOST_ARTICLES, betrays) +
    weights.articleSpoilt * Math.min(MOST_ARTICLES, spoilt)
  );
}
