/** Thrown for a page of OCR that cannot be read; says where. */
export class OcrSyntaxError extends Error {
  override readonly name = 'OcrSyntaxError';

  /**
   * @param line number of the line, from 1
   * @param column number of the code unit in it, from 1
   */
  constructor(
    message: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(message);
  }
}

/** What is wrong at an offset of a source. */
export function brokenMarkup(source: string, offset: number, problem: string): OcrSyntaxError {
  const before = source.slice(0, offset);
  const lines = before.split(/\r\n|\r|\n/);
  const column = (lines.at(-1) as string).length + 1;
  const what = problem.trimEnd().replace(/\.$/, '');
  return new OcrSyntaxError(
    `line ${lines.length}, column ${column}: ${what}; mend the file or save it again`,
    lines.length,
    column,
  );
}
