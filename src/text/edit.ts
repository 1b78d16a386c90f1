/** The stage of repair that an edit comes from. */
export type RepairKind = 'encoding' | 'layout' | 'spin' | 'ocr';

/** Another reading of the same place, with the probability that it is the right one. */
export interface Alternative {
  /** The text that would stand in place of `Edit.original`. */
  readonly replacement: string;
  /** Probability, 0 to 1, that this reading is right. */
  readonly confidence: number;
}

/** One change of the input: where, from what, to what, why and how surely. */
export interface Edit {
  /** First UTF-16 offset into the input that is replaced. */
  readonly start: number;
  /** Offset after the last one that is replaced; equal to `start` for an insertion. */
  readonly end: number;
  /** What stands in the input: `input.slice(start, end)`. */
  readonly original: string;
  /** What stands there afterwards. */
  readonly replacement: string;
  /** The stage that made the edit. */
  readonly repair: RepairKind;
  /** Stable name of the rule or dictionary entry, such as `spin/en/politics:high minister`. */
  readonly rule: string;
  /** Probability, 0 to 1, that the edit is right. */
  readonly confidence: number;
  /** Other readings of the place, likeliest first. */
  readonly alternatives?: readonly Alternative[];
  /** One short sentence for a person: why the edit was made. */
  readonly because?: string;
}
