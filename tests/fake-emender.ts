import type { Diagnosis } from '../src/diagnosis/diagnosis.js';
import type { Emender } from '../src/emender.js';
import type { Edit } from '../src/text/edit.js';

/** How likely the fake's edit of spin is to change the author's own words. */
const HARM = 0.02;

/**
 * An emender that knows two things: "High" before "Minister" is "Prime", and a full stop between letters lacks its blank.
 * Texts with "unrepairable" in them make it throw.
 */
export const fakeEmender: Emender = {
  version: '0.0.0+fake',
  repair(text, options = {}) {
    if (text.includes('unrepairable')) throw new Error('too hard');
    const { minConfidence = 0, maxHarm = 1, only, skip = [] } = options;
    const named = (edit: Edit, names: readonly string[]): boolean =>
      names.some((name) => edit.repair === name || edit.rule.startsWith(name));
    const edits = findEdits(text).filter(
      (edit) =>
        edit.confidence >= minConfidence &&
        (edit.repair !== 'spin' || HARM <= maxHarm) &&
        (only === undefined || named(edit, only)) &&
        !named(edit, skip),
    );
    let repaired = '';
    let at = 0;
    for (const edit of edits) {
      repaired += text.slice(at, edit.start) + edit.replacement;
      at = edit.end;
    }
    return { text: repaired + text.slice(at), edits, diagnosis: diagnose(text) };
  },
  diagnose,
};

function findEdits(text: string): Edit[] {
  const spun = [...text.matchAll(/High(?= Minister)/g)].map(
    ({ index }): Edit => ({
      start: index,
      end: index + 4,
      original: 'High',
      replacement: 'Prime',
      repair: 'spin',
      rule: 'spin/en/politics:high minister',
      confidence: 0.95,
      because: 'no government has a high minister',
    }),
  );
  const glued = [...text.matchAll(/(?<=[a-z])\.(?=[A-Z])/g)].map(
    ({ index }): Edit => ({
      start: index + 1,
      end: index + 1,
      original: '',
      replacement: ' ',
      repair: 'layout',
      rule: 'layout/glued-sentence',
      confidence: 0.8,
    }),
  );
  return [...spun, ...glued].sort((a, b) => a.start - b.start);
}

function diagnose(text: string): Diagnosis {
  const edits = findEdits(text);
  const spun = edits.filter((edit) => edit.repair === 'spin');
  return {
    spun: spun.length > 0 ? 0.9 : 0,
    misread: 0,
    broken: edits.length > spun.length ? 0.5 : 0,
    language: 'en',
    signals: spun.slice(0, 1).map(({ start }) => {
      return { damage: 'spun', text: 'High Minister', count: spun.length, weight: 3, start };
    }),
  };
}
