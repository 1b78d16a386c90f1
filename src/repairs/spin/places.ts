import type { ArticleForm, FormCandidate } from './forms.js';
import type { TermCandidate } from './term-candidates.js';

/** A stretch of tokens, `from` to `to - 1`, for which there are candidates: edges of the lattice from `firstEdge` on. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly firstEdge: number;
}

/** An occurrence of a form. */
export interface FormPlace extends Stretch {
  readonly form: ArticleForm;
  /** What it costs to keep the words there, in nats. */
  readonly kept: number;
}

/** A stretch that one term of several words may stand in place of. */
export interface TermPlace extends Stretch {
  readonly term: TermCandidate;
}

export type Place = FormPlace | TermPlace;

/** The candidate that an edge of the lattice puts in. */
export function candidateOf({ form, firstEdge }: FormPlace, edge: number): FormCandidate {
  return form.candidates[edge - firstEdge] as FormCandidate;
}
