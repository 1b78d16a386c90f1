import type { Matches } from '../../dictionary/match.js';
import { stemEnd, type Tokens } from '../../text/tokens.js';
import { NO_WORD, SENTENCE_BREAK } from '../../decoder/lattice.js';
import type { Arc, Judged } from './judge.js';
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
  const arc = judged.arcs[judged.path[position] as number] as Arc;
  const times = arc.form.occurrences.length;
  const known = `spinners write “${original}” for “${replacement}”${times > 1 ? `, here ${times} times` : ''}`;
  const from = matches.from[arc.match] as number;
  const to = matches.to[arc.match] as number;
  const before = neighbour(judged, text, tokens, matches, repairer, position, from - 1, -1);
  const after = neighbour(judged, text, tokens, matches, repairer, position, to, 1);
  const { model } = repairer;
  const kept = Array.from(judged.lattice.tokenWords.subarray(from, to)).filter((word) => word >= 0);
  const put = Array.from(arc.candidate.plan.term.words);
  const scoreOf = (words: readonly number[]) => {
    let [first, second] = [0, model.sentenceStart];
    let score = 0;
    for (const [i, word] of words.entries()) {
      if (i > 0) score += model.score(first, second, word);
      first = i === 0 ? 0 : second;
      second = word;
    }
    return score;
  };
  const gainBeside = (left: readonly number[], right: readonly number[]) =>
    scoreOf([...left, ...put, ...right]) - scoreOf([...left, ...kept, ...right]);
  const sides = [
    before && {
      gain: gainBeside([before.word], []),
      quote: (phrase: string) => `${before.text} ${phrase}`,
    },
    after && {
      gain: gainBeside([0], [after.word]),
      quote: (phrase: string) => `${phrase} ${after.text}`,
    },
  ].filter((side) => side !== undefined);
  const best = sides.sort((a, b) => b.gain - a.gain)[0];
  if (best === undefined || best.gain < LIKELIER || original.length + replacement.length > MOST_QUOTED) return known;
  const much = best.gain >= FAR_LIKELIER ? 'far likelier' : 'likelier';
  return `“${best.quote(replacement)}” is ${much} here than “${best.quote(original)}”; ${known}`;
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
  const arc = edge === undefined ? undefined : judged.arcs[edge];
  if (arc !== undefined && (matches.from[arc.match] as number) <= token && token < (matches.to[arc.match] as number)) {
    const { plan } = arc.candidate;
    const written = repairer.dictionary.standardText(plan.standard).split(' ');
    const number = plan.term.words.at(side === 1 ? 0 : -1);
    return number === undefined ? undefined : { text: written.at(side === 1 ? 0 : -1) as string, word: number };
  }
  return { text: text.slice(tokens.start[token], stemEnd(tokens, token)), word };
}
