import type { ParallelDocument, Substitution } from '../../src/learning/parallel.js';

/** A document written with its substitutions in it: `a {best friend<ally} came`. */
export function documentOf(marked: string, id = marked): ParallelDocument {
  let spun = '';
  const edits: Substitution[] = [];
  for (const part of marked.split(/(\{[^}]*\})/)) {
    const [, found, clean = ''] = /^\{(.*)<(.*)\}$/.exec(part) ?? [];
    if (found === undefined) spun += part;
    else {
      edits.push({ start: spun.length, end: spun.length + found.length, clean });
      spun += found;
    }
  }
  return { id, spun, edits };
}
