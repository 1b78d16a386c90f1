import { NO_WORD, SENTENCE_BREAK, type TrigramModel } from '../../decoder/lattice.js';
import { stemEnd, type Tokens } from '../../text/tokens.js';
import type { SpinDecision } from './decide.js';
import type { Judged } from './judge.js';
import { candidateOf } from './places.js';
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
  decision: SpinDecision,
  text: string,
  tokens: Tokens,
  repairer: SpinRepairer,
  { original, replacement }: { readonly original: string; readonly replacement: string },
): string {
  const { judged, position, place } = decision;
  const known = knownOf(decision, repairer, original, replacement);
  if (original.length + replacement.length > MOST_QUOTED) return known;
  const { from, to } = place;
  const before = neighbour(judged, text, tokens, repairer, position, from - 1, -1);
  const after = neighbour(judged, text, tokens, repairer, position, to, 1);
  const { model } = repairer;
  const kept = judged.lattice.tokenWords.subarray(from, to);
  const put = wordsOf(judged, position);
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

/** What is known whatever stands beside it. */
function knownOf(
  decision: SpinDecision,
  { dictionary }: SpinRepairer,
  original: string,
  replacement: string,
): string {
  if (!('candidate' in decision)) return `“${replacement}” is a known term, and spinners write its words so`;
  const { candidate, place } = decision;
  const times = place.form.occurrences.length;
  const { plan } = candidate;
  const says = plan.own ? `${sourceOf(dictionary.rule(plan.candidate))} has` : 'spinners write';
  return `${says} “${original}” for “${replacement}”${times > 1 ? `, here ${times} times` : ''}`;
}

/** The words that an edge of the likeliest reading puts in. */
function wordsOf({ lattice, path }: Judged, position: number): Int32Array {
  const edge = path[position] as number;
  return lattice.words.subarray(lattice.firstWord[edge], lattice.firstWord[edge + 1]);
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
  repairer: SpinRepairer,
  position: number,
  token: number,
  side: 1 | -1,
): { text: string; word: number } | undefined {
  const word = judged.lattice.tokenWords[token];
  if (word === undefined || word === NO_WORD || word === SENTENCE_BREAK) return undefined;
  const edge = judged.path[position + side];
  const place = edge === undefined ? undefined : judged.placeOf[edge];
  if (place !== undefined && place.from <= token && token < place.to) {
    const written =
      'term' in place
        ? place.term.proposal.standard
        : repairer.dictionary.standardText(candidateOf(place, edge as number).plan.standard);
    const number = wordsOf(judged, position + side).at(side === 1 ? 0 : -1);
    return number === undefined
      ? undefined
      : { text: written.split(' ').at(side === 1 ? 0 : -1) as string, word: number };
  }
  return { text: text.slice(tokens.start[token], stemEnd(tokens, token)), word };
}
