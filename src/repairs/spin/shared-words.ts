/**
 * How much two phrases share at their borders in whole words: code units at the beginning, blank included, and at the end.
 * One word at least stays on either side, so that an edit always replaces something by something.
 */
export function sharedWords(a: string, b: string): { before: number; after: number } {
  let before = 0;
  let after = 0;
  for (;;) {
    const blank = a.indexOf(' ', before);
    if (blank === -1 || b.indexOf(' ', before) !== blank) break;
    if (a.slice(before, blank) !== b.slice(before, blank)) break;
    before = blank + 1;
  }
  for (;;) {
    const blankA = a.lastIndexOf(' ', a.length - after - 1);
    const blankB = b.lastIndexOf(' ', b.length - after - 1);
    // The word behind the blank must be the same, and a word must stand before it.
    if (blankA < before || blankB < before || a.slice(blankA) !== b.slice(blankB)) break;
    after = a.length - blankA;
  }
  return { before, after };
}
