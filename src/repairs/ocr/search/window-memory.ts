import { Memory } from '../memory.js';
import type { Proposal } from './proposal.js';

/** What was read at one place: its candidates, and where they stand. */
interface Remembered {
  readonly chunk: number;
  readonly offset: number;
  readonly proposals: readonly Proposal[];
}

/** Remembers what windows were read as: a text is read again once it is repaired, and phrases come back. */
export class WindowMemory {
  private readonly windows = new Memory<Remembered>();

  /**
   * The candidates of a window, as they stand where it stands.
   *
   * @param key all that they depend on
   * @param chunk number of the window's first chunk, and the offset where that begins
   */
  of(key: string, chunk: number, offset: number, read: () => readonly Proposal[]): Proposal[] {
    const known = this.windows.of(key, () => ({ chunk, offset, proposals: read() }));
    const chunks = chunk - known.chunk;
    const characters = offset - known.offset;
    if (chunks === 0 && characters === 0) return [...known.proposals];
    return known.proposals.map((proposal) => ({
      ...proposal,
      from: proposal.from + chunks,
      to: proposal.to + chunks,
      start: proposal.start + characters,
      end: proposal.end + characters,
    }));
  }
}
