import { candidateApplies } from '../../dictionary/context.js';
import { CandidateFlag } from '../../dictionary/format.js';
import type { Matches } from '../../dictionary/match.js';
import type { ReversalDictionary } from '../../dictionary/reversal-dictionary.js';
import { indefiniteArticle } from '../../lexicon/inflection.js';
import { LetterCase, type Tokens } from '../../text/tokens.js';
import { determinerBefore } from './surface.js';

/** Evidence for one candidate of a form, the same at all its occurrences in an article. */
export interface FormCandidate {
  /** Number in the dictionary. */
  readonly candidate: number;
  readonly onlySpun: boolean;
  /** log P(damage | standard) over P(kept). */
  readonly channel: number;
  /** Log-odds of what the form was seen to stand for. */
  readonly direct: number;
  readonly standardStands: number;
  readonly articleBetrays: number;
  readonly articleSpoilt: number;
  /** 1 where the entry asks for words near the form, which are there. */
  readonly near: number;
  /** 1 where the entry asks for words right before or after the form, which are there. */
  readonly beside: number;
  /** 1 where the entry says that the form is never right English. */
  readonly never: number;
  /** 1 where parallel text has shown the pair. */
  readonly learnt: number;
}

/** A spun form in one letter case, with all its occurrences in an article: spinners map each surface form as one. */
export interface ArticleForm {
  readonly form: number;
  /** 1 where its first letter is a capital, else 0. */
  readonly capital: number;
  /** Indices of its matches. */
  readonly occurrences: readonly number[];
  /** Candidates that apply to one occurrence at least. */
  readonly candidates: readonly FormCandidate[];
}

/** What one place with an article may count; a mistake of the author's is possible. */
const MOST_ARTICLES = 2;

/** Groups the spun matches of an article by surface form and gathers the evidence for their candidates. */
export function gatherForms(
  text: string,
  tokens: Tokens,
  dictionary: ReversalDictionary,
  matches: Matches,
): ArticleForm[] {
  const occurrences = new Map<number, number[]>();
  for (let i = 0; i < matches.count; i++) {
    const capital = tokens.letterCase[matches.from[i] as number] === LetterCase.Lower ? 0 : 1;
    const key = (matches.form[i] as number) * 2 + capital;
    const list = occurrences.get(key);
    if (list === undefined) occurrences.set(key, [i]);
    else list.push(i);
  }
  const forms: ArticleForm[] = [];
  for (const [key, list] of occurrences) {
    const form = key >> 1;
    if (form > dictionary.spunForms) continue;
    const candidates: FormCandidate[] = [];
    const kept = Math.log(1 - Math.min(0.95, dictionary.loss(form)));
    for (let c = dictionary.firstCandidate(form); c < dictionary.firstCandidate(form + 1); c++) {
      if (!list.some((i) => applies(text, tokens, dictionary, matches, c, i))) continue;
      const positional = (dictionary.flags(c) & CandidateFlag.Positional) !== 0;
      const [betrays, spoilt] = articleEvidence(text, tokens, dictionary, matches, c, list);
      candidates.push({
        candidate: c,
        onlySpun: (dictionary.flags(c) & CandidateFlag.OnlySpun) !== 0,
        channel: Math.log(dictionary.channel[c] as number) - kept,
        direct: Math.log(dictionary.odds[c] as number),
        standardStands: standardStands(dictionary, occurrences, c, key & 1) ? 1 : 0,
        articleBetrays: betrays,
        articleSpoilt: spoilt,
        near: dictionary.context(c) !== 0 && !positional ? 1 : 0,
        beside: positional ? 1 : 0,
        learnt: (dictionary.flags(c) & CandidateFlag.Learnt) === 0 ? 0 : 1,
        never: (dictionary.flags(c) & CandidateFlag.OnlySpun) === 0 ? 1 : 0,
      });
    }
    dropTwins(candidates, dictionary);
    if (candidates.length > 0) forms.push({ form, capital: key & 1, occurrences: list, candidates });
  }
  return forms;
}

/** Of candidates that write the same, keeps the one whose entry asks for the most. */
function dropTwins(candidates: FormCandidate[], dictionary: ReversalDictionary): void {
  const asks = ({ near, beside }: FormCandidate) => near + 2 * beside;
  for (let i = candidates.length - 1; i >= 0; i--) {
    const own = candidates[i] as FormCandidate;
    const standard = dictionary.standardNumber(own.candidate);
    const twin = candidates.findIndex(
      (other, k) =>
        k !== i && dictionary.standardNumber(other.candidate) === standard && asks(other) >= asks(own),
    );
    if (twin !== -1) candidates.splice(i, 1);
  }
}

function applies(
  text: string,
  tokens: Tokens,
  dictionary: ReversalDictionary,
  matches: Matches,
  candidate: number,
  match: number,
): boolean {
  return candidateApplies(
    dictionary,
    candidate,
    text,
    tokens,
    matches.from[match] as number,
    matches.to[match] as number,
  );
}

/** Whether the standard of a candidate still stands in the article in the same letter case, as the author's own word. */
function standardStands(
  dictionary: ReversalDictionary,
  occurrences: ReadonlyMap<number, readonly number[]>,
  candidate: number,
  capital: number,
): boolean {
  const standard = dictionary.standardForm(candidate);
  // A standard that is itself mostly a substitute for something else proves nothing.
  return occurrences.has(standard * 2 + capital) && dictionary.gain(standard) < 1;
}

/** Indefinite articles before the occurrences, which spinners leave as they were: how many fit one side only. */
function articleEvidence(
  text: string,
  tokens: Tokens,
  dictionary: ReversalDictionary,
  matches: Matches,
  candidate: number,
  list: readonly number[],
): [betrays: number, spoilt: number] {
  let betrays = 0;
  let spoilt = 0;
  for (const i of list) {
    const from = matches.from[i] as number;
    const article = determinerBefore(text, tokens, from);
    if (article !== 'a' && article !== 'an') continue;
    const spunFits = indefiniteArticle(text.slice(tokens.start[from], tokens.end[from])) === article;
    const standardFits = indefiniteArticle(dictionary.standard(candidate)) === article;
    if (standardFits && !spunFits) betrays++;
    else if (spunFits && !standardFits) spoilt++;
  }
  return [Math.min(MOST_ARTICLES, betrays), Math.min(MOST_ARTICLES, spoilt)];
}
