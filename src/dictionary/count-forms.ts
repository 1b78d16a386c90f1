import { foldText } from '../text/characters.js';
import { tokenize } from '../text/tokens.js';
import type { DictionaryEntry } from './entry.js';
import { expandEntry } from './expand.js';

/** Counts how often the spun forms of entries stand in texts. */
export interface FormCounts {
  add(text: string): void;
  /** Times that a folded form was seen. */
  seen(form: string): number;
}

/** Counts that have seen no text yet. */
export function countForms(entries: readonly DictionaryEntry[]): FormCounts {
  const counts = new Map<string, number>();
  let longest = 0;
  for (const entry of entries) {
    for (const { spun } of expandEntry(entry)) {
      counts.set(spun, 0);
      longest = Math.max(longest, spun.split(' ').length);
    }
  }
  return {
    add(text) {
      const { count, start, end } = tokenize(text);
      const words = Array.from({ length: count }, (_, i) => foldText(text.slice(start[i], end[i])));
      for (let from = 0; from < count; from++) {
        for (let to = from + 1; to <= Math.min(count, from + longest); to++) {
          const form = words.slice(from, to).join(' ');
          const seen = counts.get(form);
          if (seen !== undefined) counts.set(form, seen + 1);
        }
      }
    },
    seen: (form) => counts.get(form) ?? 0,
  };
}
