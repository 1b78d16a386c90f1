import {
  comparative,
  pluralize,
  pluralVariants,
  superlative,
  verbForms,
  verbVariants,
} from '../lexicon/inflection.js';
import type { DictionaryEntry } from './entry.js';

/** A surface form and what it stands for: what an entry becomes when its inflected forms are made. */
export interface SurfacePair {
  /** Folded, words parted by one blank. */
  readonly spun: string;
  readonly standard: string;
}

/** Words before which the head of a noun phrase stands: "member of parliament". */
const PREPOSITIONS: ReadonlySet<string> = new Set(
  'of in on at for to from with by about against between among under over into within without'.split(' '),
);

const VERB_FORMS = ['thirdPerson', 'past', 'pastParticiple', 'presentParticiple'] as const;

/** All surface forms of an entry, the lemma first, each once. */
export function expandEntry(entry: DictionaryEntry): SurfacePair[] {
  const pairs: SurfacePair[] = [];
  const seen = new Set<string>();
  const add = (spun: string, standard: string) => {
    const key = `${spun}\t${standard}`;
    if (spun === standard.toLowerCase() || seen.has(key)) return;
    seen.add(key);
    pairs.push({ spun, standard });
  };
  const spun = splitHead(entry.spun, entry.partOfSpeech, entry.spunHead);
  const standard = splitHead(entry.standard, entry.partOfSpeech, entry.standardHead);
  add(entry.spun, entry.standard);
  if (entry.partOfSpeech === 'noun') {
    // Every spelling of the spun side counts; of the standard side the first is written.
    for (const plural of pluralVariants(spun.head))
      add(spun.join(plural), standard.join(pluralize(standard.head)));
  } else if (entry.partOfSpeech === 'verb') {
    const to = verbForms(standard.head);
    for (const from of verbVariants(spun.head)) {
      for (const form of VERB_FORMS) add(spun.join(from[form]), standard.join(to[form]));
    }
  } else if (entry.partOfSpeech === 'adjective') {
    for (const compare of [comparative, superlative]) {
      const from = compare(spun.head);
      const to = compare(standard.head);
      if (from !== undefined && to !== undefined) add(spun.join(from), standard.join(to));
    }
  }
  return pairs;
}

/** A term as its head word and a function that puts another form of the head into its place. */
function splitHead(
  term: string,
  partOfSpeech: DictionaryEntry['partOfSpeech'],
  marked: number | undefined,
): { head: string; join: (head: string) => string } {
  const words = term.split(' ');
  let index = marked ?? (partOfSpeech === 'verb' ? 0 : words.length - 1);
  if (marked === undefined && partOfSpeech === 'noun') {
    const preposition = words.findIndex((word, i) => i > 0 && PREPOSITIONS.has(word));
    if (preposition !== -1) index = preposition - 1;
  }
  return {
    head: words[index] as string,
    join: (head) => words.map((word, i) => (i === index ? head : word)).join(' '),
  };
}
