/** Strings one after the other in typed arrays: how compiled data files hold text. */
export interface StringTable {
  readonly units: Uint16Array;
  /** Where each string begins; one more than there are strings. */
  readonly offsets: Uint32Array;
}

export function buildStringTable(strings: readonly string[]): StringTable {
  const offsets = new Uint32Array(strings.length + 1);
  strings.forEach((text, i) => {
    offsets[i + 1] = (offsets[i] as number) + text.length;
  });
  const units = new Uint16Array(offsets[strings.length] as number);
  strings.forEach((text, i) => {
    for (let k = 0; k < text.length; k++) units[(offsets[i] as number) + k] = text.charCodeAt(k);
  });
  return { units, offsets };
}

/** String `index` of a table, counted from 0. */
export function stringAt(table: StringTable, index: number): string {
  return String.fromCharCode(...table.units.subarray(table.offsets[index], table.offsets[index + 1]));
}

/** Code units that one call makes a string of: arguments lie on the stack. */
const BLOCK = 8192;

/** All strings of a table; much faster than one by one. */
export function allStrings({ units, offsets }: StringTable): string[] {
  const blocks: string[] = [];
  for (let at = 0; at < units.length; at += BLOCK) {
    blocks.push(String.fromCharCode(...units.subarray(at, at + BLOCK)));
  }
  const all = blocks.join('');
  const strings: string[] = [];
  for (let i = 0; i + 1 < offsets.length; i++) strings.push(all.slice(offsets[i], offsets[i + 1]));
  return strings;
}

/** The strings of one table, then those of another. */
export function joinStringTables(first: StringTable, second: StringTable): StringTable {
  const units = new Uint16Array(first.units.length + second.units.length);
  units.set(first.units);
  units.set(second.units, first.units.length);
  const offsets = new Uint32Array(first.offsets.length + second.offsets.length - 1);
  offsets.set(first.offsets);
  offsets.set(
    second.offsets.map((offset) => first.units.length + offset),
    first.offsets.length - 1,
  );
  return { units, offsets };
}
