import pc from 'picocolors';
import type { Edit } from '../text/edit.js';

/**
 * The text with its edits in place: `the [-High-]{+Prime+} Minister`, or, with colours, what went in red and struck
 * through, what came in green.
 *
 * @param text the text before the edits
 * @param edits sorted and disjoint, as a repair returns them
 * @param options.colours write ANSI colours instead of the brackets; off by default
 */
export function renderDiff(
  text: string,
  edits: readonly Edit[],
  options: { readonly colours?: boolean } = {},
): string {
  const { colours = false } = options;
  const { red, green, strikethrough, inverse } = pc.createColors(colours);
  // Blanks have no colour of their own, so their ground is coloured.
  const seen = (piece: string): string => (colours && piece.trim() === '' ? inverse(piece) : piece);
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, original, replacement } of edits) {
    parts.push(text.slice(at, start));
    if (original !== '') parts.push(colours ? red(strikethrough(seen(original))) : `[-${original}-]`);
    if (replacement !== '') parts.push(colours ? green(seen(replacement)) : `{+${replacement}+}`);
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
