/** A reading that may stand in place of chunks; offsets are into `Chunks.flat`. */
export interface Proposal {
  /** First and last chunk that it stands for. */
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** Its words, for the language model. */
  readonly ids: readonly number[];
  /** What it reads; undefined for a speck, which goes with the blank behind it. */
  readonly text: string | undefined;
  /** -log P(seen | this reading) and what is held against its words, nats. */
  readonly cost: number;
  /** Whether it is a misreading that was put right, and not a break of the line or the page. */
  readonly misread: boolean;
  /** Rule that made it. */
  readonly rule: 'letters' | 'blanks' | 'hyphen' | 'speck' | 'alternative';
}
