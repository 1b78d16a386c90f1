/** Rows of cells as lines with aligned columns, two spaces apart; no blanks at line ends. */
export function alignColumns(
  rows: readonly (readonly string[])[],
  alignment: readonly ('left' | 'right')[],
): string {
  const widths = alignment.map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), 0),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return alignment[column] === 'right' ? cell.padStart(width) : cell.padEnd(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}
