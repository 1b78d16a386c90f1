import type { Edit } from '../text/edit.js';
import type { GoldArticle, GoldEdit } from './gold.js';
import { countWords, normaliseReading } from './reading.js';
import { growWindow, indexSpans, type Span, type SpanIndex, touches } from './windows.js';
import { wordErrorRate } from './word-errors.js';

/** An edit as far as scoring needs it; other tools' edits have neither repair nor rule. */
export type ScoredEdit = Pick<Edit, 'start' | 'end' | 'replacement'> &
  Partial<Pick<Edit, 'repair' | 'rule' | 'confidence'>>;

/** What a tool made of an article. */
export interface Repaired {
  readonly text: string;
  /** Offsets into the damaged text. */
  readonly edits: readonly ScoredEdit[];
}

/** A gold edit and whether the repaired text reads there as the gold says. */
interface JudgedGold {
  readonly gold: GoldEdit;
  readonly restored: boolean;
  /** The edits of the tool in the stretch that was compared. */
  readonly edits: readonly ScoredEdit[];
}

/** An edit of the tool and what the gold says about it. */
export interface JudgedEdit {
  readonly edit: ScoredEdit;
  /** The text reads there as the gold says. */
  readonly right: boolean;
  /** The gold has no edit there: the text was sound. */
  readonly harmful: boolean;
  /** How many gold edits that must be restored this edit, or it together with its neighbours, restored. */
  readonly restores: number;
  /** The gold edits in the stretch that was compared. */
  readonly gold: readonly GoldEdit[];
}

/** The score of one article. */
export interface ArticleScore {
  readonly article: GoldArticle;
  readonly words: number;
  /** In the order of the article's edits. */
  readonly gold: readonly JudgedGold[];
  /** In the order of the tool's edits. */
  readonly edits: readonly JudgedEdit[];
  /** Word error rates against the clean text, where the gold has it. */
  readonly wordErrors?: { readonly before: number; readonly after: number };
}

/** Gold edits of one stretch are tried in this many combinations of their readings at most, as the reference scorer does. */
const MOST_COMBINATIONS = 4097;

/**
 * Scores a repaired article against its gold edits. Stretches of text are compared, not edits: the tool may cut its
 * edits otherwise than the gold, as long as the text reads as one of the gold's readings, ignoring case and kinds of quotes.
 *
 * @throws Error where the tool's edits do not make its text
 */
export function scoreArticle(article: GoldArticle, repaired: Repaired): ArticleScore {
  const { text, clean } = article;
  const rebuilt = replaceWithin(text, repaired.edits, { start: 0, end: text.length });
  if (rebuilt !== repaired.text) throw new Error(`the edits of ${article.id} do not rebuild its text`);
  const gold = indexSpans(article.edits);
  const tool = indexSpans(repaired.edits);
  const verdict = windowJudge(text, gold, tool);
  const judgedGold = article.edits.map((edit) => {
    const { right, edits } = verdict(edit);
    return { gold: edit, restored: right && tool.touched(edit.start, edit.end), edits };
  });
  const restored = new Set(
    judgedGold.filter((judged) => judged.restored && !judged.gold.optional).map((judged) => judged.gold),
  );
  const edits = repaired.edits.map((edit) => {
    const { right, expected } = verdict(edit);
    const touched = expected.filter((near) => restored.has(near) && touches(edit, near.start, near.end));
    const harmful = expected.length === 0;
    return { edit, right: right && !harmful, harmful, restores: touched.length, gold: expected };
  });
  return {
    article,
    words: countWords(text),
    gold: judgedGold,
    edits,
    ...(clean !== undefined && {
      wordErrors: { before: wordErrorRate(text, clean), after: wordErrorRate(repaired.text, clean) },
    }),
  };
}

interface Verdict {
  /** The window reads as one of the gold's readings, or as before where the gold has no edit in it. */
  readonly right: boolean;
  /** The gold edits and the tool's edits that touch the window. */
  readonly expected: readonly GoldEdit[];
  readonly edits: readonly ScoredEdit[];
}

/** Judges the window around a span; spans that share a window are judged once. */
function windowJudge(
  text: string,
  gold: SpanIndex<GoldEdit>,
  tool: SpanIndex<ScoredEdit>,
): (span: Span) => Verdict {
  const known = new Map<string, Verdict>();
  return (span) => {
    const window = growWindow(span, [gold, tool]);
    const key = `${window.start} ${window.end}`;
    const judged = known.get(key);
    if (judged !== undefined) return judged;
    const expected = gold.inside(window.start, window.end);
    const edits = tool.inside(window.start, window.end);
    const got = replaceWithin(text, edits, window);
    const verdict = { right: readsAsGold(text, window, expected, got), expected, edits };
    known.set(key, verdict);
    return verdict;
  };
}

function readsAsGold(text: string, window: Span, expected: readonly GoldEdit[], got: string): boolean {
  const wanted = normaliseReading(got);
  const readings = expected.map((edit) =>
    edit.optional ? [...edit.readings, text.slice(edit.start, edit.end)] : edit.readings,
  );
  // An odometer over the readings, the last edit's turning fastest.
  const chosen = expected.map(() => 0);
  for (let tried = 0; tried < MOST_COMBINATIONS; tried++) {
    const replaced = expected.map(({ start, end }, i) => ({
      start,
      end,
      replacement: readings[i]?.[chosen[i] as number] as string,
    }));
    if (normaliseReading(replaceWithin(text, replaced, window)) === wanted) return true;
    let turning = expected.length - 1;
    while (turning >= 0 && chosen[turning] === (readings[turning] as readonly string[]).length - 1) {
      chosen[turning] = 0;
      turning--;
    }
    if (turning < 0) return false;
    chosen[turning] = (chosen[turning] as number) + 1;
  }
  return false;
}

/** The text of a window with its edits made. They may overlap here, which no edits of emend do: then they follow each other. */
function replaceWithin(text: string, edits: readonly ScoredEdit[], window: Span): string {
  const parts: string[] = [];
  let at = window.start;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(text.slice(at, edit.start), edit.replacement);
    at = edit.end;
  }
  parts.push(text.slice(at, window.end));
  return parts.join('');
}
