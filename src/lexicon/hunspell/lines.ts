/** The lines of a text, without the marks that end them, blanks at their end, and a byte-order mark. */
export function* linesOf(text: string): Generator<string> {
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (start < text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    let last = end;
    while (last > start && isBlank(text.charCodeAt(last - 1))) last--;
    yield text.slice(start, last);
    start = end + 1;
  }
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0d;
}
