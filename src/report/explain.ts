import pc from 'picocolors';
import type { Edit } from '../text/edit.js';
import { indexPlaces } from './place.js';
import { quote } from './quote.js';

/**
 * A readable list of edits, two lines each: place (line:column), before → after and confidence; then the rule, the
 * reason, and what else it could have been. Empty where there are no edits.
 *
 * @param text the text before the edits
 * @param options.colours write ANSI colours; off by default
 */
export function explainEdits(
  text: string,
  edits: readonly Edit[],
  options: { readonly colours?: boolean } = {},
): string {
  const { red, green, dim } = pc.createColors(options.colours ?? false);
  const placeOf = indexPlaces(text);
  const places = edits.map((edit) => {
    const { line, column } = placeOf(edit.start);
    return `${line}:${column}`;
  });
  const width = places.reduce((widest, place) => Math.max(widest, place.length), 0) + 2;
  return edits
    .map((edit, i) => {
      const place = (places[i] as string).padEnd(width);
      const change = `${red(quote(edit.original))} → ${green(quote(edit.replacement))}`;
      const others = edit.alternatives?.map(
        ({ replacement, confidence }) => `${quote(replacement)} ${confidence.toFixed(2)}`,
      );
      const why = [
        edit.rule,
        ...(edit.because === undefined ? [] : [edit.because]),
        ...(others === undefined || others.length === 0 ? [] : [`or ${others.join(', ')}`]),
      ].join('; ');
      return `${place}${change}  ${edit.confidence.toFixed(2)}\n${' '.repeat(width)}${dim(why)}\n`;
    })
    .join('');
}
