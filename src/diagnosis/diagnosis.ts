import type { Block } from '../repairs/layout/block.js';
import type { ConfusionSeries } from './misread.js';

/** The kinds of damage that a diagnosis measures. */
export type DamageKind = 'spun' | 'misread' | 'broken';

/** One piece of evidence for damage. */
export interface Signal {
  readonly damage: DamageKind;
  /** The words or characters that were seen, as they stand at their first place. */
  readonly text: string;
  /** How often they were seen. */
  readonly count: number;
  /** Weight of the evidence in nats (natural logarithm of the likelihood ratio damaged : sound), summed over all occurrences. */
  readonly weight: number;
  /** UTF-16 offset of the first occurrence. */
  readonly start: number;
}

/** How damaged a document is, and what shows it. */
export interface Diagnosis {
  /** Probability, 0 to 1, that the text was spun. */
  readonly spun: number;
  /** Probability, 0 to 1, that the text was misread by OCR. */
  readonly misread: number;
  /** Share, 0 to 1: places where a separator was lost or characters were decoded wrongly, for each sentence; 1 where there are more. */
  readonly broken: number;
  /** BCP 47 tag of the language whose data was used. */
  readonly language: string;
  /** The strongest evidence, strongest first. */
  readonly signals: readonly Signal[];
  /** What is no running text: captions, credits, bylines and the like, in order and disjoint; left out where there is none. */
  readonly blocks?: readonly Block[];
  /** What OCR misread more than once, commonest first; left out where there is none. */
  readonly series?: readonly ConfusionSeries[];
}
