/** What was measured, in either form. */
export interface Outcome {
  readonly text: () => string;
  readonly data: () => Record<string, unknown>;
}
