import type { Grouping } from '../../evaluation/totals.js';
import type { RepairFlags } from '../flags.js';
import type { OwnDataFlags } from '../own-data.js';

/** The flags of `emend evaluate`, as commander gives them. */
export interface EvaluateFlags extends RepairFlags, OwnDataFlags {
  readonly by?: Grouping;
  readonly calibration?: true;
  readonly misses?: true;
  readonly each?: true;
  readonly json?: true;
  readonly html?: string;
  readonly onClean?: true;
  readonly repaired?: string;
}
