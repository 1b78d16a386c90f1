import { NO_WORD, SENTENCE_BREAK, type TrigramModel } from '../../decoder/lattice.js';
import type { Matches } from '../../dictionary/match.js';
import { stemEnd, type Tokens } from '../../text/tokens.js';
import { candidateOf, type Judged, type Place } from './judge.js';
import type { SpinRepairer } from './repairer.js';

/** Nats from which on one wording is likelier than another, and far likelier. */
const LIKELIER = 1.5;
const FAR_LIKELIER = 4.5;

/** Longest wording that a reason quotes, in code units. */
const MOST_QUOTED = 60;

/**
 * Tells a person, in one short sentence, why a candidate of the likeliest reading was taken: what spinners write, how often it
 * stands in the article, and what the language model makes of the words beside it.
 */
export function reasonOf(
  position: number,
  judged: Judged,
  text: string,
  tokens: Tokens,
  matches: Matches,
  repairer: SpinRepairer,
  { original, replacement }: { readonly original: string; readonly replacement: string },
): string {
  const edge = judged.path[position] as number;
  const { match, form } = judged.placeOf[edge] as Place;
  const times = form.occurrences.length;
  const { plan } = candidateOf(judged, edge);
  const says = plan.own ? `${sourceOf(repairer.dictionary.rule(plan.candidate))} has` : 'spinners write';
  const known = `${says} “${original}” for “${replacement}”${times > 1 ? `, here ${times} times` : ''}`;
  if (original.length + replacement.length > MOST_QUOTED) return known;
  const from = matches.from[match] as number;
  const to = matches.to[match] as number;
  const before = neighbour(judged, text, tokens, matches, repairer, position, from - 1, -1);
  const after = neighbour(judged, text, tokens, matches, repairer, position, to, 1);
  const { model } = repairer;
  const kept = judged.lattice.tokenWords.subarray(from, to);
  const put = plan.term.words;
  const gain = (first: number, last: number | undefined) =>
    scoreBetween(model, first, put, last) - scoreBetween(model, first, kept, last);
  const gainBefore = before === undefined ? 0 : gain(before.word, undefined);
  const gainAfter = after === undefined ? 0 : gain(0, after.word);
  const best = Math.max(gainBefore, gainAfter);
  if (best < LIKELIER) return known;
  const quote = (phrase: string) =>
    gainBefore === best ? `${before?.text} ${phrase}` : `${phrase} ${after?.text}`;
  const much = best >= FAR_LIKELIER ? 'far likelier' : 'likelier';
  return `“${quote(replacement)}” is ${much} here than “${quote(original)}”; ${known}`;
}

/** The dictionary that a rule is of. */
function sourceOf(rule: string): string {
  return rule.slice(rule.indexOf('/') + 1, rule.indexOf(':'));
}

/** Natural logarithm of the probability of words behind a word of which nothing else is known, and of a word behind them. */
function scoreBetween(model: TrigramModel, before: number, words: Int32Array, after?: number): number {
  let [first, second] = [0, before];
  let score = 0;
  for (const word of words) {
    if (word < 0) continue;
    score += model.score(first, second, word);
    first = second;
    second = word;
  }
  return after === undefined ? score : score + model.score(first, second, after);
}

/** The word beside an edge as the likeliest reading has it; undefined at the border of a sentence. */
function neighbour(
  judged: Judged,
  text: string,
  tokens: Tokens,
  matches: Matches,
  repairer: SpinRepairer,
  position: number,
  token: number,
  side: 1 | -1,
): { text: string; word: number } | undefined {
  const word = judged.lattice.tokenWords[token];
  if (word === undefined || word === NO_WORD || word === SENTENCE_BREAK) return undefined;
  const edge = judged.path[position + side];
  const match = edge === undefined ? -1 : (judged.placeOf[edge] as Place).match;
  if (match >= 0 && (matches.from[match] as number) <= token && token < (matches.to[match] as number)) {
    const { plan } = candidateOf(judged, edge as number);
    const written = repairer.dictionary.standardText(plan.standard).split(' ');
    const number = plan.term.words.at(side === 1 ? 0 : -1);
    return number === undefined
      ? undefined
      : { text: written.at(side === 1 ? 0 : -1) as string, word: number };
  }
  return { text: text.slice(tokens.start[token], stemEnd(tokens, token)), word };
}
