import { describe, expect, it } from 'vitest';
import { findSubstitutions } from '../../src/learning/documents.js';
import { proposeEntries } from '../../src/learning/propose.js';
import type { CorrectedDocument } from '../../src/learning/read.js';
import type { Edit } from '../../src/text/edit.js';

/** A repair, written as `a {best friend>ally} came`, and what a person made of the repaired text. */
function corrected(marked: string, text: string, repair: Edit['repair'] = 'spin'): CorrectedDocument {
  const edits: Edit[] = [];
  let spun = '';
  let repaired = '';
  for (const part of marked.split(/(\{[^}]*\})/)) {
    const [, original, replacement] = /^\{(.*)>(.*)\}$/.exec(part) ?? [undefined, part, part];
    if (original !== replacement || part.startsWith('{')) {
      const start = spun.length;
      const end = start + (original as string).length;
      edits.push({
        start,
        end,
        original: original as string,
        replacement: replacement as string,
        repair,
        rule: `${repair}/x`,
        confidence: 1,
      });
    }
    spun += original;
    repaired += replacement;
  }
  return { id: marked, repaired, edits, corrected: text };
}

/** What is proposed, as `spun → standard`. */
function proposed(document: CorrectedDocument): string[] {
  const { documents } = findSubstitutions({ parallel: [], pairs: [], corrected: [document] });
  return proposeEntries(documents).map(({ spun, standard }) => `${spun} → ${standard}`);
}

describe('findSubstitutions', () => {
  it('learns what a person changed where a repair left the text alone', () => {
    const document = corrected(
      'The {high>prime} minister met a best friend of Qatar.',
      'The prime minister met an ally of Qatar.',
    );
    // The repair knew the other pair, so there is nothing to propose.
    expect(proposed(document)).toEqual(['best friend → ally']);
  });

  it('learns the spun form’s own standard where a repair was put right', () => {
    const document = corrected(
      'The senate passed the {invoice>law} on Monday.',
      'The senate passed the bill on Monday.',
    );
    expect(proposed(document)).toEqual(['invoice → bill']);
  });

  it('learns nothing where a repair was taken back, and has the text as it was before', () => {
    const text = 'She met her best friend from school on Monday.';
    const document = corrected('She met her {best friend>ally} from school on Monday.', text);
    const { documents } = findSubstitutions({ parallel: [], pairs: [], corrected: [document] });
    expect(documents).toMatchObject([{ spun: text, edits: [] }]);
  });

  it('learns no synonyms from repairs of the layout', () => {
    const document = corrected(
      'It ended{>. }They went {home>house}.',
      'It ended. They went house.',
      'layout',
    );
    expect(proposed(document)).toEqual([]);
  });

  it('tells which documents were left out, and keeps the others', () => {
    const found = findSubstitutions({
      parallel: [{ id: 'gold', spun: 'a', edits: [] }],
      pairs: [{ id: 'unlike', spun: 'A fox ran over some fields.', original: 'Nobody saw what was there!' }],
      corrected: [corrected('The pal came to the town.', 'The ally came to the town.')],
    });
    expect(found.unlike).toEqual(['unlike']);
    expect(found.aligned).toBe(1);
    expect(found.documents.map(({ id }) => id)).toEqual(['gold', 'The pal came to the town.']);
  });
});
