import { composeEdits } from './compose-edits.js';
import type { Edit } from './edit.js';
import { applyEdits } from './edits.js';

/** A text on its way through steps that each edit what the last one left. */
export class EditedText {
  /**
   * @param text the text as it stands now
   * @param keep which of the edits of a text to make; all by default
   * @param edits those that made the text of what it was at first, sorted and disjoint, with offsets into that
   */
  constructor(
    public text: string,
    private readonly keep: (edits: Edit[], text: string) => Edit[] = (edits) => edits,
    public edits: Edit[] = [],
  ) {}

  /** Makes those edits of the text as it stands that are kept; false where none is. */
  make(found: Edit[]): boolean {
    const kept = found.length === 0 ? found : this.keep(found, this.text);
    if (kept.length === 0) return false;
    this.text = applyEdits(this.text, kept);
    this.edits = this.edits.length === 0 ? kept : composeEdits(this.edits, kept);
    return true;
  }
}
