import { describe, expect, it } from 'vitest';
import { accentConfusions } from '../../../../src/repairs/ocr/lexical/accents.js';

const rowsOf = (...words: string[]) => accentConfusions(words).map(({ truth, seen }) => `${truth}>${seen}`);

describe('letters with marks', () => {
  it('are read without them, or with others that the language has', () => {
    const rows = rowsOf('été', 'père');
    expect(rows).toEqual(expect.arrayContaining(['é>e', 'è>e', 'é>è', 'è>é', 'É>E', 'e>é']));
    expect(rows).not.toContain('é>ê');
  });

  it('that are letters of their own have their likes', () => {
    expect(rowsOf('straße')).toEqual(expect.arrayContaining(['ß>B', 'ß>ss']));
    expect(rowsOf('straße')).not.toContain('œ>oe');
  });

  it('that English lacks are none of its', () => {
    expect(rowsOf('the', 'house')).toEqual([]);
  });
});
