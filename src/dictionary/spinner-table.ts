import { backgroundRate, type DictionaryStatistics, type FormCounts, SETTINGS } from './statistics.js';

/**
 * The settings that weights are learnt for: those that parallel text tells apart, and after them the setting of a spinner
 * that is not known.
 */
export const UNKNOWN_SETTING = SETTINGS;

/** What differs by setting has so many tables in a compiled dictionary. */
export const SETTING_TABLES = UNKNOWN_SETTING + 1;

/** A form of the dictionary, folded. */
export interface TableForm {
  readonly form: string;
  /** Whether the dictionary has it as a spun form. */
  readonly spun: boolean;
  /** Whether the dictionary has it as the standard of a spun form. */
  readonly standard: boolean;
  /** Spun forms that it has in the dictionary as their standard. */
  readonly synonyms: number;
}

/** Sightings that what is expected of a form is worth against what was seen: spinners know no exceptions. */
const EXPECTED_STRENGTH = 0.05;
/** Forms that a wider kind is worth when a narrower one is estimated. */
const KIND_STRENGTH = 4;
/** Documents in which a form was seen at most to tell what to expect of one not seen. */
const RARELY = 2;
/** Share of the standard forms taken to be replaced where no parallel text tells. */
const SPINNING = 0.3;
/** For a spinner that is not known: what a standard form loses before any is seen, and the sightings this is worth. */
const UNKNOWN_LOSS = 0.1;
const UNKNOWN_STRENGTH = 3;
/** Share of a standard that becomes each other form of its row, before it is seen. */
const ROWMATE_SHARE = 0.25;
/** How far the dictionary's pairs are believed to stand in the table. */
const GUESS_TRUST = 0.5;
/** Spun forms that a standard form is taken to have at least, in a spinner's table. */
const LEAST_SYNONYMS = 4;
/** Documents that what other settings put in for a standard is worth, and that the dictionary's guess is worth there. */
const OTHER_STRENGTH = 1.5;
const GUESS_STRENGTH = 1.5;
/** What is left to a form as a substitute that a table seems not to have, at least. */
const LEAST_MEMBERSHIP = 0.1;

/**
 * What a spinner's table seems to hold, learnt from parallel text. In one setting a spinner replaces all occurrences of a
 * form or none, in every document: what was once seen replaced there is replaced wherever it stands, and what was seen kept is
 * no standard of any candidate. Of forms not seen in a setting, the other setting tells, and what became of forms of their
 * kind that were seen in few documents (Good–Turing).
 */
export class SpinnerTable {
  private readonly forms: ReadonlyMap<string, TableForm>;
  /** By form: the rows in which it was seen, each of an original and what was put in for it. */
  private readonly rows = new Map<string, Set<string>>();
  private readonly expectations = new Map<string, { replaced: number; seen: number }>();

  constructor(
    private readonly statistics: DictionaryStatistics,
    forms: readonly TableForm[],
  ) {
    this.forms = new Map(forms.map((form) => [form.form, form]));
    for (const pair of statistics.pairs.keys()) {
      const [spun = '', standard = ''] = pair.split('\t');
      this.addToRow(spun, standard);
      this.addToRow(standard, standard);
    }
    for (const form of forms) {
      const counts = statistics.forms.get(form.form);
      if (counts === undefined) continue;
      for (let setting = 0; setting < SETTINGS; setting++) {
        const replaced = counts.replaced[setting] as number;
        const seen = replaced + (counts.kept[setting] as number);
        if (seen === 0 || seen > RARELY) continue;
        for (const kind of this.kindsOf(form, setting)) {
          const expectation = this.expectations.get(kind) ?? { replaced: 0, seen: 0 };
          expectation.replaced += replaced / seen;
          expectation.seen++;
          this.expectations.set(kind, expectation);
        }
      }
    }
  }

  /** Whether parallel text has shown two forms in one row: the one put in for the other, or both for a third. */
  areRowmates(spun: string, standard: string): boolean {
    const rows = this.rows.get(spun);
    if (rows === undefined) return false;
    for (const row of this.rows.get(standard) ?? []) if (rows.has(row)) return true;
    return false;
  }

  private addToRow(form: string, row: string): void {
    const rows = this.rows.get(form);
    if (rows === undefined) this.rows.set(form, new Set([row]));
    else rows.add(row);
  }

  /** Probability, 0 to 1, that a form is replaced in a setting. */
  loss(form: string, setting: number): number {
    const known = this.forms.get(form);
    if (known === undefined || !known.standard) {
      if (setting === UNKNOWN_SETTING || known === undefined) return 0;
    }
    const counts = this.statistics.forms.get(form);
    if (setting === UNKNOWN_SETTING) {
      const replaced = sum(counts?.replaced ?? []);
      const seen = replaced + sum(counts?.kept ?? []);
      return (replaced + UNKNOWN_STRENGTH * UNKNOWN_LOSS) / (seen + UNKNOWN_STRENGTH);
    }
    const replaced = counts?.replaced[setting] ?? 0;
    const seen = replaced + (counts?.kept[setting] ?? 0);
    const expected = this.expected(known as TableForm, setting);
    return (replaced + EXPECTED_STRENGTH * expected) / (seen + EXPECTED_STRENGTH);
  }

  /** Share, 0 to 1, of the replaced occurrences of a standard that become a spun form: P(spun | standard, replaced). */
  share(spun: string, standard: string, setting: number): number {
    const counts = this.statistics.pairs.get(`${spun}\t${standard}`) ?? [];
    const replaced = this.statistics.forms.get(standard)?.replaced ?? [];
    const guess = this.areRowmates(spun, standard)
      ? ROWMATE_SHARE
      : GUESS_TRUST / Math.max(LEAST_SYNONYMS, this.forms.get(standard)?.synonyms ?? 1);
    const own = setting === UNKNOWN_SETTING ? 0 : (counts[setting] ?? 0);
    const ownSeen = setting === UNKNOWN_SETTING ? 0 : Math.max(own, replaced[setting] ?? 0);
    const others = sum(counts) - own;
    const othersSeen = Math.max(
      others,
      sum(replaced) - (setting === UNKNOWN_SETTING ? 0 : (replaced[setting] ?? 0)),
    );
    const expected = (others + GUESS_STRENGTH * guess) / (othersSeen + GUESS_STRENGTH);
    return (own + OTHER_STRENGTH * expected) / (ownSeen + OTHER_STRENGTH);
  }

  /**
   * How surely the table puts a form in for others, 0 to 1: of 447 forms that were seen put in, setting 0 replaced every one
   * where it was the author's.
   */
  membership(form: string): number {
    if ((this.statistics.forms.get(form)?.substitute ?? 0) > 0) return 1;
    return Math.max(LEAST_MEMBERSHIP, this.loss(form, 0));
  }

  /** Probability that a form not seen in a setting is replaced there. */
  private expected(form: TableForm, setting: number): number {
    let expected = form.standard ? SPINNING : 0;
    for (const kind of this.kindsOf(form, setting)) {
      const { replaced, seen } = this.expectations.get(kind) ?? { replaced: 0, seen: 0 };
      expected = (replaced + KIND_STRENGTH * expected) / (seen + KIND_STRENGTH);
    }
    return expected;
  }

  /** Kinds that a form is of in a setting, wider ones first. */
  private kindsOf({ form, spun, standard }: TableForm, setting: number): string[] {
    const counts = this.statistics.forms.get(form);
    let elsewhere = '';
    for (let other = 0; other < SETTINGS; other++) {
      if (other !== setting) elsewhere += outcomeIn(counts, other);
    }
    const wide = `${setting} ${spun} ${standard} ${form.includes(' ')} ${elsewhere} ${(counts?.substitute ?? 0) > 0}`;
    const rate = backgroundRate(form, this.statistics);
    return [wide, `${wide} ${rate < 15 ? 'rare' : rate < 90 ? 'common' : 'frequent'}`];
  }
}

/** What became of a form in a setting: replaced, kept, or not seen there. */
function outcomeIn(counts: FormCounts | undefined, setting: number): string {
  if ((counts?.replaced[setting] ?? 0) > 0) return 'replaced ';
  return (counts?.kept[setting] ?? 0) > 0 ? 'kept ' : 'unseen ';
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
