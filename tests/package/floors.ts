import ts from 'typescript';

interface Floor {
  /** Folder of src, or file without its ending. */
  readonly name: string;
  /** Core floors run in a browser as they are: no node: module. */
  readonly core: boolean;
  /** The packages it may import; every one is a cost, so none is allowed by default. */
  readonly packages: readonly string[];
}

/** The house, top floor first. A floor imports from the floors below it, never from one above. */
export const FLOORS: readonly Floor[] = [
  { name: 'cli', core: false, packages: ['commander', 'cli-progress', 'fast-levenshtein'] },
  { name: 'html', core: false, packages: [] },
  { name: 'ocr', core: false, packages: [] },
  { name: 'index', core: false, packages: [] },
  { name: 'review', core: false, packages: [] },
  { name: 'batch', core: false, packages: ['tinyglobby'] },
  { name: 'report', core: false, packages: ['picocolors'] },
  // Loaded only where a page is read: formats/html and formats/ocr are imported by html.ts and ocr.ts, and lazily by document.ts.
  { name: 'formats', core: false, packages: ['@mozilla/readability', 'htmlparser2', 'linkedom', 'saxes'] },
  {
    name: 'learning',
    core: false,
    packages: [
      'diff',
      'fast-levenshtein',
      'natural/lib/natural/inflectors/index.js',
      'natural/lib/natural/stemmers/index.js',
    ],
  },
  { name: 'evaluation', core: false, packages: ['fast-levenshtein'] },
  // Reads the shipped data, for index, batch workers and whatever else needs an Emender on Node.
  { name: 'load', core: false, packages: [] },
  { name: 'emender', core: true, packages: [] },
  { name: 'diagnosis', core: true, packages: [] },
  { name: 'repairs', core: true, packages: ['fast-levenshtein', 'chardet'] },
  { name: 'decoder', core: true, packages: [] },
  { name: 'dictionary', core: true, packages: [] },
  { name: 'language-model', core: true, packages: [] },
  { name: 'lexicon', core: true, packages: [] },
  { name: 'text', core: true, packages: [] },
  { name: 'version', core: true, packages: [] },
];

/** Builders of the shipped data: `FLOOR/build.ts` or `FLOOR/build/`. On Node only, so no core module may import one. */
const BUILDER = /^[^/]+\/build(\.ts$|\/)/;
/** natural drags database drivers in when imported whole; a part of it loads in milliseconds. */
const BUILDER_PACKAGE = /^(dictionary-en(-gb)?|fast-levenshtein|natural\/lib\/natural\/.+)$/;

/**
 * Why the module at `path` (relative to src, with slashes) must not import what it imports; empty when all is well.
 * Types count as well: a floor that knows the types of a floor above is not below it.
 */
export function forbiddenImports(path: string, source: string): string[] {
  const here = FLOORS.findIndex(({ name }) => name === floorOf(path));
  const floor = FLOORS[here];
  if (!floor) return [`src/${path} is on no floor: name its floor in tests/package/floors.ts`];
  const builder = BUILDER.test(path);
  const found: string[] = [];
  for (const { fileName: imported } of ts.preProcessFile(source, true, true).importedFiles) {
    const why = imported.startsWith('.') ? climbs(imported) : leaves(imported);
    if (why) found.push(`src/${path} imports ${imported}: ${why}`);
  }
  return found;

  function climbs(imported: string): string | undefined {
    const target = new URL(imported, `file:///src/${path}`).pathname
      .slice('/src/'.length)
      .replace(/\.js$/, '.ts');
    const there = FLOORS.findIndex(({ name }) => name === floorOf(target));
    if (there < 0) return 'no module of src';
    if (there < here) return `${floorOf(target)} is above ${floor?.name}`;
    if (BUILDER.test(target) && !builder && floor?.core) return 'builders run on Node only';
    return undefined;
  }

  function leaves(imported: string): string | undefined {
    if (imported.startsWith('node:'))
      return floor?.core && !builder ? 'the core imports no node: module' : undefined;
    if (imported === 'natural') return 'import a part, natural/lib/natural/…';
    if (floor?.packages.includes(imported) || (builder && BUILDER_PACKAGE.test(imported))) return undefined;
    return `${floor?.name} may not import this package`;
  }
}

function floorOf(path: string): string {
  return path.replace(/(\/.*|\.ts)$/, '');
}
