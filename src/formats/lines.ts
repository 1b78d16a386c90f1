const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Parts a stream of bytes into lines, without their `\n` or `\r\n`. Only these end a line: the line separators U+2028 and
 * U+2029, at which Node's own readline breaks, are legal inside JSON. Holds one line at a time, and takes linear time
 * however the chunks fall.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let begun: Uint8Array[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf(LINE_FEED); to >= 0; to = chunk.indexOf(LINE_FEED, from)) {
      const rest = chunk.subarray(from, to);
      yield withoutReturn(begun.length === 0 ? rest : Buffer.concat([...begun, rest]));
      begun = [];
      from = to + 1;
    }
    if (from < chunk.length) begun.push(chunk.subarray(from));
  }
  if (begun.length > 0) yield withoutReturn(Buffer.concat(begun));
}

function withoutReturn(line: Uint8Array): Uint8Array {
  return line[line.length - 1] === CARRIAGE_RETURN ? line.subarray(0, -1) : line;
}
