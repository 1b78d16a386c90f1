/** Answers remembered; then all are forgotten at once. */
const MOST = 20_000;

/** Remembers what was worked out for a key; no more than so many, whatever is read. */
export class Memory<T extends object> {
  private readonly known = new Map<string, T>();

  /** What was made for a key before, or is now. */
  of(key: string, make: () => T): T {
    let value = this.known.get(key);
    if (value === undefined) {
      value = make();
      if (this.known.size >= MOST) this.known.clear();
      this.known.set(key, value);
    }
    return value;
  }
}
