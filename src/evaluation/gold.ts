/** One place of an article where the gold says what should stand there. */
export interface GoldEdit {
  /** First UTF-16 offset into the damaged text. */
  readonly start: number;
  /** Offset after the last one; equal to `start` where something is missing. */
  readonly end: number;
  /** The readings that count as restored; at least one. */
  readonly readings: readonly string[];
  /** The damaged reading is acceptable English: restoring it is right, leaving it is no miss. */
  readonly optional: boolean;
}

/** A damaged text with its gold edits. */
export interface GoldArticle {
  readonly id: string;
  /** The damaged text. */
  readonly text: string;
  /** What stood there before the damage, where it is known. */
  readonly clean?: string;
  readonly edits: readonly GoldEdit[];
}

/**
 * Reads gold articles from JSON Lines: `{id, spun, clean?, edits: [{start, end, clean, optional?}]}` a line, `clean` of an
 * edit being one reading or several. `text` may stand for `spun`; a line without edits is sound text.
 *
 * Offsets count UTF-16 units. Files made by Python count whole characters, which differs after an emoji: where the
 * edits' `spun` fit only that way, they are converted.
 *
 * @throws Error that names the line and what is wrong with it
 */
export function readGold(jsonl: string): GoldArticle[] {
  const articles: GoldArticle[] = [];
  const lines = jsonl.split('\n');
  for (const [index, line] of lines.entries()) {
    const content = index === 0 && line.startsWith('\ufeff') ? line.slice(1) : line;
    if (content.trim() !== '') articles.push(goldArticle(parseRecord(content, index + 1), index + 1));
  }
  return articles;
}

/** Reads the object of one line of JSON Lines; throws as {@link readGold} does. */
export function parseRecord(content: string, line: number): Record<string, unknown> {
  let record: unknown;
  try {
    record = JSON.parse(content);
  } catch {
    throw new Error(`line ${line}: not JSON; a gold file has one object {id, spun, edits} a line`);
  }
  if (typeof record !== 'object' || record === null)
    throw new Error(`line ${line}: no object; write {id, spun, edits}`);
  return record as Record<string, unknown>;
}

/** The gold article of one record; throws as {@link readGold} does. */
export function goldArticle(record: Record<string, unknown>, line: number): GoldArticle {
  const fail = (problem: string): never => {
    throw new Error(`line ${line}: ${problem}`);
  };
  const { id, clean } = record;
  const text = record.spun ?? record.text;
  if (typeof text !== 'string') return fail('no "spun" text; write {id, spun, edits}');
  if (clean !== undefined && clean !== null && typeof clean !== 'string') return fail('"clean" is no text');
  const listed = record.edits ?? [];
  if (!Array.isArray(listed)) return fail('"edits" is no list');
  const toUnits = unitOffsets(text, listed);
  const edits = listed.map(
    (edit, index) => parseEdit(edit, toUnits, text.length) ?? fail(describe(edit, index)),
  );
  return {
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : String(line),
    text,
    ...(typeof clean === 'string' && { clean }),
    edits,
  };
}

function describe(edit: unknown, index: number): string {
  const json = JSON.stringify(edit) ?? 'nothing';
  return `edit ${index + 1} is no {start, end, clean} within the text: ${json.length > 80 ? `${json.slice(0, 80)}…` : json}`;
}

function parseEdit(edit: unknown, toUnits: (offset: number) => number, length: number): GoldEdit | undefined {
  if (typeof edit !== 'object' || edit === null) return undefined;
  const { start, end, clean, optional } = edit as Record<string, unknown>;
  if (!Number.isInteger(start) || !Number.isInteger(end)) return undefined;
  const from = toUnits(start as number);
  const to = toUnits(end as number);
  const readings = Array.isArray(clean) ? clean : [clean];
  if (readings.length === 0 || !readings.every((reading) => typeof reading === 'string')) return undefined;
  if (!(0 <= from && from <= to && to <= length)) return undefined;
  return { start: from, end: to, readings, optional: optional === true };
}

/** How to get from the offsets of a line to UTF-16 offsets: as they are, or from counted characters. */
function unitOffsets(text: string, edits: readonly unknown[]): (offset: number) => number {
  const asTheyAre = (offset: number): number => offset;
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return asTheyAre;
  const fits = (toUnits: (offset: number) => number): boolean =>
    edits.every((edit) => {
      const { start, end, spun } = (edit ?? {}) as { start: number; end: number; spun?: unknown };
      return typeof spun !== 'string' || text.slice(toUnits(start), toUnits(end)) === spun;
    });
  if (fits(asTheyAre)) return asTheyAre;
  const units: number[] = [];
  let at = 0;
  for (const character of text) {
    units.push(at);
    at += character.length;
  }
  units.push(at);
  const fromCharacters = (offset: number): number => units[offset] ?? -1;
  return fits(fromCharacters) ? fromCharacters : asTheyAre;
}
