import { foldText } from '../../../text/characters.js';
import type { Part } from './parts.js';

/** What an odd word may be. */
export interface Candidate {
  /** Numbers of its words in the lexicon. */
  readonly numbers: readonly number[];
  readonly text: string;
  /** -log P(seen | candidate) and what is held against its words, nats. */
  readonly cost: number;
}

/** A word that the lexicon lacks, with all places where it stands. */
export interface OddWord {
  readonly text: string;
  readonly setting: Part['setting'];
  readonly parts: readonly Part[];
  /** log P(its letters), in nats, by how the language spells. */
  readonly spelled: number;
}

/** The odd words of a text, each once. */
export function collectOdd(
  parts: readonly Part[],
  spelled: (folded: string) => number,
  isLeft: (part: Part) => boolean,
): OddWord[] {
  const found = new Map<string, { text: string; setting: Part['setting']; parts: Part[]; spelled: number }>();
  for (const part of parts) {
    if (part.known || isLeft(part)) continue;
    const { text, setting } = part;
    const odd = found.get(text);
    if (odd === undefined)
      found.set(text, { text, setting, parts: [part], spelled: spelled(foldText(text)) });
    else odd.parts.push(part);
  }
  return [...found.values()];
}
