/** A number with its noun: `1 edit`, `2 edits`; a plural that is not made with -s is given. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
