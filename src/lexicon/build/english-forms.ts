import american from 'dictionary-en';
import british from 'dictionary-en-gb';
import { expandHunspell } from '../hunspell/expand.js';
import { Use } from '../hunspell/marks.js';

/**
 * All word forms of the American and the British Hunspell dictionary (SCOWL, size 60), sorted by UTF-16 units, in the
 * dictionaries' case. Possessives and contractions in 's, and what holds digits or blanks, are left out. With `offensive`
 * false, so are words that the dictionaries know but never suggest. Node only: the dictionaries are development packages.
 */
export async function englishForms({ offensive = true }: { offensive?: boolean } = {}): Promise<string[]> {
  const forms = new Set<string>();
  for (const { aff, dic } of [american, british]) {
    expandHunspell(textOf(aff), textOf(dic), take, { apostrophes: false });
  }
  return [...forms].sort();

  function take(form: string, uses: number): void {
    if ((uses & Use.alone) === 0 || (!offensive && (uses & Use.offered) === 0)) return;
    if (!/[\d\s]|'s$/.test(form)) forms.add(form);
  }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
