import { type Confusion, confusionKey } from './confusions.js';

/**
 * What looks alike in any print, whatever a table was learnt of: `true` and, behind it, what it is read as, with readings in ten
 * thousand. Estimates, each for shapes that differ by a stroke; a table that has more of a kind is believed.
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  m: 'rn 15 nn 3 in 3',
  d: 'cl 10',
  n: 'ri 5 ii 3',
  u: 'ii 3',
  w: 'vv 15',
  h: 'li 10 b 5',
  k: 'lc 3',
  rn: 'm 20',
  cl: 'd 20',
  vv: 'w 50',
  ri: 'n 3',
  li: 'h 3',
  l: '1 20 | 10 ! 3 I 5',
  i: '1 5 ! 5 j 2 | 3',
  I: '1 60 | 60 l 30 ! 20',
  t: '† 3 + 2',
  o: '0 20',
  O: '0 60 Q 20',
  s: '5 20 $ 2',
  S: '5 30 8 20 $ 20',
  B: '8 40',
  b: '6 15',
  g: '9 15 q 5',
  q: '9 5',
  G: '6 20',
  z: '2 5',
  Z: '2 30 7 10',
  e: 'c 10 é 2',
  c: 'e 10 ¢ 2 ( 2',
  T: '7 5',
  fi: 'ﬁ 5000',
  fl: 'ﬂ 5000',
  ff: 'ﬀ 5000',
  ffi: 'ﬃ 5000',
  ffl: 'ﬄ 5000',
  st: 'ﬆ 2000',
};

/** What hyphens that broke a word over lines are read as, and how often in ten thousand places; a blank follows. */
const BROKEN_AS = [..."-tlirsce.,'~_:;"];
const BROKEN_RATE = 0.3;

/** A table of confusions with those that are common to all print. */
export function withGeneral(confusions: readonly Confusion[]): Confusion[] {
  const rates = new Map(confusions.map((confusion) => [confusionKey(confusion), confusion]));
  for (const [truth, row] of Object.entries(LOOK_ALIKES)) {
    const cells = row.split(' ');
    for (let i = 0; i < cells.length; i += 2) {
      const general = { truth, seen: cells[i] as string, rate: Number(cells[i + 1]) };
      const listed = rates.get(confusionKey(general));
      if (listed === undefined || listed.rate < general.rate) rates.set(confusionKey(general), general);
    }
  }
  for (const mark of BROKEN_AS) {
    const broken = { truth: '', seen: `${mark} `, rate: BROKEN_RATE };
    if (!rates.has(confusionKey(broken))) rates.set(confusionKey(broken), broken);
  }
  return [...rates.values()];
}
