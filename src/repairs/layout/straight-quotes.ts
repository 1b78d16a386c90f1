import { isBlank, isDigit, isLetter } from '../../text/characters.js';

/** What a straight quotation mark does. */
export type QuoteRole = 'opens' | 'closes';

/**
 * What the straight quotation mark at `at` does, from the blanks beside it. Between two sentences that were glued it has
 * none: `said."We`. There the next mark of the paragraph tells, for marks take turns, and then the one before; not the
 * other way round, since a quotation of several paragraphs opens in each and closes in the last only.
 */
export function quoteRole(text: string, at: number, before: QuoteRole | undefined): QuoteRole {
  const clear = clearRole(text, at);
  if (clear !== undefined) return clear;
  for (let i = at + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a) break;
    if (code !== 0x22) continue;
    const next = clearRole(text, i);
    if (next !== undefined) return next === 'opens' ? 'closes' : 'opens';
    break;
  }
  return before === 'opens' ? 'closes' : 'opens';
}

function clearRole(text: string, at: number): QuoteRole | undefined {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  if (after === 0x22) return 'closes';
  if (before === 0x22) return 'opens';
  // An opening mark stands before a word, a closing one behind a word or a stop.
  const isBehind = at > 0 && !isBlank(before) && !"([“‘-–—'".includes(text.charAt(at - 1));
  const isAhead = isLetter(after) || isDigit(after) || /[$£€([]/.test(text.charAt(at + 1));
  return isBehind === isAhead ? undefined : isBehind ? 'closes' : 'opens';
}
