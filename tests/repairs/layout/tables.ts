import { readdirSync, readFileSync } from 'node:fs';
import type { LayoutTable } from '../../../src/repairs/layout/layout-words.js';

const FOLDER = new URL('../../../dictionaries/en/layout/', import.meta.url);

/** The tables that ship. */
export const TABLES: readonly LayoutTable[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.tsv'))
  .map((name) => ({ name, text: readFileSync(new URL(name, FOLDER), 'utf8') }));
