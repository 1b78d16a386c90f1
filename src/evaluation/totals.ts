import { nameTenth, tenthOf } from './calibration.js';
import type { ArticleScore, JudgedEdit } from './score.js';

/** The figures of a set of articles. Shares are 0 to 1; rates are not rounded. */
export interface Totals {
  readonly articles: number;
  readonly words: number;
  /** Gold edits that must be restored, and the share that was. */
  readonly gold: number;
  readonly restored: number;
  /** Gold edits that may be restored, and the share where the text reads as the gold allows after an edit. */
  readonly optional: number;
  readonly optionalRestored: number;
  /** Edits of the tool, and the share that is right. */
  readonly edits: number;
  readonly precision: number;
  /** Edits of sound text, for each 1,000 words of input. */
  readonly harm: number;
  /** Word error rates, mean over the articles that come with clean text; `cut` = 1 − after ÷ before. */
  readonly wordErrors?: { readonly before: number; readonly after: number; readonly cut: number };
}

/** Adds the scores of articles up. */
export function totalScores(scores: readonly ArticleScore[]): Totals {
  const words = scores.reduce((sum, score) => sum + score.words, 0);
  const gold = scores.flatMap((score) => score.gold);
  const must = gold.filter((judged) => !judged.gold.optional);
  const may = gold.filter((judged) => judged.gold.optional);
  const edits = scores.flatMap((score) => score.edits);
  const measured = scores.flatMap((score) => score.wordErrors ?? []);
  const before = measured.reduce((sum, errors) => sum + errors.before, 0);
  const after = measured.reduce((sum, errors) => sum + errors.after, 0);
  return {
    articles: scores.length,
    words,
    gold: must.length,
    restored: share(must.filter((judged) => judged.restored).length, must.length),
    optional: may.length,
    optionalRestored: share(may.filter((judged) => judged.restored).length, may.length),
    edits: edits.length,
    precision: share(edits.filter((judged) => judged.right).length, edits.length),
    harm: share(1000 * edits.filter((judged) => judged.harmful).length, words),
    ...(measured.length > 0 && {
      wordErrors: {
        before: before / measured.length,
        after: after / measured.length,
        cut: 1 - after / Math.max(1e-9, before),
      },
    }),
  };
}

/** The edits of one repair, rule or band of confidence. */
export interface Group {
  readonly name: string;
  readonly edits: number;
  readonly right: number;
  /** Edits of sound text. */
  readonly harmful: number;
  /** Share of the edits that is right. */
  readonly precision: number;
  /** Gold edits that must be restored and that edits of this group restored. */
  readonly restored: number;
}

/** By what edits can be grouped. */
export type Grouping = 'repair' | 'rule' | 'confidence';

/** The edits by repair, by rule (most edits first) or by tenths of confidence (surest first). */
export function groupEdits(scores: readonly ArticleScore[], by: Grouping): Group[] {
  const groups = new Map<string, JudgedEdit[]>();
  for (const judged of scores.flatMap((score) => score.edits)) {
    const name = groupName(judged, by);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [judged]);
    else group.push(judged);
  }
  const rows = [...groups].map(([name, edits]) => {
    const right = edits.filter((judged) => judged.right).length;
    return {
      name,
      edits: edits.length,
      right,
      harmful: edits.filter((judged) => judged.harmful).length,
      precision: share(right, edits.length),
      restored: edits.reduce((total, judged) => total + judged.restores, 0),
    };
  });
  const byName = (a: Group, b: Group): number => (a.name < b.name ? -1 : 1);
  return by === 'confidence'
    ? rows.sort((a, b) => byName(b, a))
    : rows.sort((a, b) => b.edits - a.edits || byName(a, b));
}

function groupName({ edit }: JudgedEdit, by: Grouping): string {
  if (by !== 'confidence') return edit[by] ?? 'unnamed';
  if (edit.confidence === undefined) return 'unnamed';
  return nameTenth(tenthOf(edit.confidence));
}

function share(part: number, whole: number): number {
  return part / Math.max(1, whole);
}
