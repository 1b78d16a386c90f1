/** Thrown, before anything is written, where a batch cannot be done as asked; the message says what to do instead. */
export class BatchRefusal extends Error {
  override readonly name = 'BatchRefusal';
}
