import type { Matches } from '../../dictionary/match.js';
import type { Edit } from '../../text/edit.js';
import type { Tokens } from '../../text/tokens.js';
import type { Composition } from './composition.js';
import type { SpunPrior } from './forms.js';
import type { SpinRepairer } from './repairer.js';
import { styleOf } from './style.js';
import { writeSurface } from './surface.js';
import { articleEvidence, scoreAlone, termEvidence } from './term-evidence.js';

/** Tokens of a text at most of which too little stands there to tell whether it was spun. */
const LONGEST_UNTOLD = 300;
/** Probability from which on a text is taken to be spun: then the lattice has better evidence of its words. */
const SPUN = 0.5;

/**
 * Finds the edits that put standard terms of several words back in place of stretches that were spun word by word, in texts too
 * short to tell whether they were spun: a lone phrase, a sentence of a paper. Such a stretch is no phrase that anyone writes, so
 * it tells by itself. In articles that are known to be spun, or sound, this finds nothing.
 *
 * @param minConfidence edits less sure than this are not made
 */
export function composeTerms(
  text: string,
  tokens: Tokens,
  matches: Matches,
  prior: SpunPrior,
  composition: Composition,
  { dictionary, model, words }: SpinRepairer,
  minConfidence: number,
): Edit[] {
  if (tokens.count > LONGEST_UNTOLD || prior.probability >= SPUN) return [];
  // Of a stretch that the dictionary has as a whole, its entry says more.
  const whole = new Set<number>();
  for (let i = 0; i < matches.count; i++) {
    if ((matches.form[i] as number) <= dictionary.spunForms)
      whole.add((matches.from[i] as number) * tokens.count + (matches.to[i] as number));
  }
  const proposals = composition
    .propose(text, tokens, matches)
    .filter(({ from, to }) => !whole.has(from * tokens.count + to));
  if (proposals.length === 0) return [];
  const numbers = words.ofTokens(text, tokens);
  const article = articleEvidence(prior.probability);
  const sure = proposals
    .map((proposal) => {
      const stretch = numbers.subarray(proposal.from, proposal.to).filter((word) => word >= 0);
      const logit = termEvidence(proposal, scoreAlone(model, stretch)) + article;
      return { proposal, confidence: 1 / (1 + Math.exp(-logit)) };
    })
    .filter(({ confidence }) => confidence >= minConfidence)
    .sort((a, b) => b.confidence - a.confidence || a.proposal.from - b.proposal.from);
  // The surest first; what overlaps one that is taken is not.
  const covered = new Uint8Array(tokens.count);
  const taken = sure.filter(({ proposal: { from, to } }) => {
    if (covered.subarray(from, to).includes(1)) return false;
    covered.fill(1, from, to);
    return true;
  });
  taken.sort((a, b) => a.proposal.from - b.proposal.from);
  const style = styleOf(text, tokens);
  const edits: Edit[] = [];
  for (const { proposal, confidence } of taken) {
    const { from, to, standard } = proposal;
    const free = edits.at(-1)?.end ?? 0;
    const { start, end, replacement } = writeSurface(text, tokens, from, to, standard, { free, style });
    const original = text.slice(start, end);
    if (original === replacement || start < free) continue;
    edits.push({
      start,
      end,
      original,
      replacement,
      repair: 'spin',
      rule: `spin/en/terms:${standard}`,
      confidence,
      because: `“${standard}” is a known term, and spinners write its words so`,
    });
  }
  return edits;
}
