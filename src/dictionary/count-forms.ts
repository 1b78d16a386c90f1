import { foldText } from '../text/characters.js';
import { tokenize } from '../text/tokens.js';
import type { DictionaryEntry } from './entry.js';
import { expandEntry } from './expand.js';

/** How many places are kept of what was counted. */
const PLACES = 3;

/** Counts how often the spun forms of entries stand in texts. */
export interface FormCounts {
  /** @param placeOf names the place of a UTF-16 offset of the text */
  add(text: string, placeOf?: (offset: number) => string): void;
  /** Times that a folded form was seen. */
  seen(form: string): number;
  /** The first places, up to three, at which any of these forms was seen, in their order; of texts whose places have names. */
  places(forms: Iterable<string>): string[];
}

interface FormCount {
  times: number;
  readonly first: { readonly order: number; readonly place: string }[];
}

/** Counts that have seen no text yet. */
export function countForms(entries: readonly DictionaryEntry[]): FormCounts {
  const counts = new Map<string, FormCount>();
  let longest = 0;
  let order = 0;
  for (const entry of entries) {
    for (const { spun } of expandEntry(entry)) {
      if (!counts.has(spun)) counts.set(spun, { times: 0, first: [] });
      longest = Math.max(longest, spun.split(' ').length);
    }
  }
  return {
    add(text, placeOf) {
      const { count, start, end } = tokenize(text);
      const words = Array.from({ length: count }, (_, i) => foldText(text.slice(start[i], end[i])));
      for (let from = 0; from < count; from++) {
        for (let to = from + 1; to <= Math.min(count, from + longest); to++) {
          const known = counts.get(words.slice(from, to).join(' '));
          if (known === undefined) continue;
          known.times++;
          if (placeOf !== undefined && known.first.length < PLACES)
            known.first.push({ order: order++, place: placeOf(start[from] as number) });
        }
      }
    },
    seen: (form) => counts.get(form)?.times ?? 0,
    places: (forms) =>
      [...forms]
        .flatMap((form) => counts.get(form)?.first ?? [])
        .sort((a, b) => a.order - b.order)
        .slice(0, PLACES)
        .map(({ place }) => place),
  };
}
