import { CANDIDATE_COLUMNS, CandidateFlag } from './format.js';
import type { FormNumbers } from './joint-forms.js';
import type { DictionarySections } from './sections.js';
import { SETTING_TABLES } from './spinner-table.js';

/** What own entries say of a form: it is a side of one, or never right. */
const NAMED = 1;
const NEVER_RIGHT = 2;

/**
 * The candidates of all spun forms: those of the base that no own entry speaks against, then own ones.
 *
 * @param standardOf the joint number of an own standard text
 */
export function joinCandidates(
  base: DictionarySections,
  own: DictionarySections,
  numbers: FormNumbers,
  standardOf: (own: number) => number,
): Pick<DictionarySections, 'first' | 'candidates' | 'shares'> {
  const baseSpun = base.first.length - 1;
  const baseCount = base.first[baseSpun] as number;
  const ownCount = own.first.at(-1) as number;
  const rules = base.rules.offsets.length - 1;
  const { ownOf, isSettled } = readOwn(own, numbers);
  const first = new Uint32Array(numbers.spunForms + 1);
  const candidates = new Uint32Array((baseCount + ownCount) * CANDIDATE_COLUMNS);
  /** Where each is from: its number in the base, or -1 less its own number. */
  const sourceOf = new Int32Array(baseCount + ownCount);
  let count = 0;
  for (let form = 1; form <= numbers.spunForms; form++) {
    const end = form <= baseSpun ? (base.first[form] as number) : 0;
    for (let c = form <= baseSpun ? (base.first[form - 1] as number) : 0; c < end; c++) {
      const at = c * CANDIDATE_COLUMNS;
      const standard = numbers.ofBase[base.candidates[at + 1] as number] as number;
      if (isSettled(form, standard)) continue;
      const to = count * CANDIDATE_COLUMNS;
      for (let column = 0; column < CANDIDATE_COLUMNS; column++)
        candidates[to + column] = base.candidates[at + column] as number;
      candidates[to + 1] = standard;
      sourceOf[count++] = c;
    }
    const [ownFirst, ownEnd] = ownOf.get(form) ?? [0, 0];
    for (let c = ownFirst; c < ownEnd; c++) {
      const [standard = 0, standardForm = 0, rule = 0, context = 0, flags = 0] = rowOf(own, c);
      const row = [
        standardOf(standard),
        numbers.ofOwn[standardForm] as number,
        rules + rule,
        context === 0 ? 0 : base.contexts.length + context,
        flags | CandidateFlag.Own | (isGuess(flags) ? 0 : CandidateFlag.Learnt),
      ];
      candidates.set(row, count * CANDIDATE_COLUMNS);
      sourceOf[count++] = -1 - c;
    }
    first[form] = count;
  }
  const shares = new Float32Array(count * SETTING_TABLES);
  for (let setting = 0; setting < SETTING_TABLES; setting++) {
    for (let c = 0; c < count; c++) {
      const source = sourceOf[c] as number;
      shares[setting * count + c] =
        source >= 0 ? (base.shares[setting * baseCount + source] as number) : ownShare(setting, -1 - source);
    }
  }
  return { first, candidates: candidates.subarray(0, count * CANDIDATE_COLUMNS), shares };

  /** What the user says is so; a member of his groups is one of several. */
  function ownShare(setting: number, candidate: number): number {
    const flags = rowOf(own, candidate)[4] as number;
    return isGuess(flags) ? (own.shares[setting * ownCount + candidate] as number) : 1;
  }
}

/** What own entries settle. */
interface OwnCandidates {
  /** By joint number of a spun form: its own candidates. */
  readonly ownOf: ReadonlyMap<number, readonly [first: number, end: number]>;
  /**
   * Whether a candidate of the base is out: own entries say the same pair, or the reverse of it, or that its standard is never
   * right.
   */
  isSettled(form: number, standard: number): boolean;
}

function readOwn(own: DictionarySections, numbers: FormNumbers): OwnCandidates {
  const marks = new Uint8Array(numbers.forms + 1);
  const mark = (form: number, what: number) => {
    marks[form] = (marks[form] as number) | what;
  };
  const pairs = new Set<string>();
  const ownOf = new Map<number, readonly [first: number, end: number]>();
  for (let form = 1; form < own.first.length; form++) {
    const spun = numbers.ofOwn[form] as number;
    const range = [own.first[form - 1] as number, own.first[form] as number] as const;
    ownOf.set(spun, range);
    for (let c = range[0]; c < range[1]; c++) {
      const [, standardForm = 0, , context, flags = 0] = rowOf(own, c);
      const standard = numbers.ofOwn[standardForm] as number;
      pairs.add(`${spun} ${standard}`).add(`${standard} ${spun}`);
      const isBound = context !== 0 || (flags & (CandidateFlag.OnlySpun | CandidateFlag.Name)) !== 0;
      mark(spun, isBound ? NAMED : NAMED | NEVER_RIGHT);
      mark(standard, NAMED);
    }
  }
  return {
    ownOf,
    isSettled(form, standard) {
      const known = marks[standard] as number;
      if (known === 0) return false;
      return (known & NEVER_RIGHT) !== 0 || (marks[form] !== 0 && pairs.has(`${form} ${standard}`));
    },
  };
}

/** Numbers of a candidate, see format.ts. */
function rowOf({ candidates }: DictionarySections, candidate: number): Uint32Array {
  return candidates.subarray(candidate * CANDIDATE_COLUMNS, (candidate + 1) * CANDIDATE_COLUMNS);
}

/** Whether a candidate was made of a group. */
function isGuess(flags: number): boolean {
  return (flags & (CandidateFlag.Grouped | CandidateFlag.GroupedHead)) !== 0;
}
