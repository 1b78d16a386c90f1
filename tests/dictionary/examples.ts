import { parseMarked } from '../../src/evaluation/marked.js';
import { scoreArticle } from '../../src/evaluation/score.js';
import type { Emender } from '../../src/index.js';

/** One line of `dictionaries/en/examples/*.tsv`; see dictionaries/README.md. */
export interface Example {
  readonly file: string;
  readonly spun: string;
  readonly standard: string;
  /** A sentence with `{spun=>standard}`, in whatever inflected form: it must be restored. */
  readonly damaged: string;
  /** A sentence with `{form}`, where the entry must not do so. */
  readonly sound: string;
}

const EXAMPLES_HEADER = 'spun\tstandard\tdamaged\tsound';

/** Examples are of entries and their contexts, not of how sure one has to be. */
const BOUNDS = { minConfidence: 0.4, maxHarm: 0.5 };

/** What stands before every example, so that it is part of a spun article. */
const CARRIER = [
  'The High Minister mentioned on Tuesday that the federal government would no longer depend at the fortify of its best friend.',
  'Officers mentioned the settlement used to be reached after weeks of talks, in keeping with newshounds who have been there.',
  'It was once the primary time that the 2 international locations had signed this sort of deal, consistent with the file.',
  'Many of us have been instructed to stick at house whilst the storm handed, and masses of properties have been left with out energy.',
  'A spokesman instructed newshounds that the verdict could be introduced later this week.',
].join(' ');

/** Reads a file of examples; throws on a line that is none. */
export function parseExamples(file: string, text: string): Example[] {
  const [header, ...lines] = text.trimEnd().split('\n');
  if (header !== EXAMPLES_HEADER) throw new Error(`${file}: the first line must be ${EXAMPLES_HEADER}`);
  return lines.flatMap((content, i) => {
    if (content === '' || content.startsWith('#')) return [];
    const [spun, standard, damaged, sound, ...more] = content.split('\t');
    const isExample =
      damaged?.match(/\{[^{}]+=>[^{}]+\}/g)?.length === 1 && sound?.match(/\{[^{}=]+\}/g)?.length === 1;
    if (!isExample || !spun || !standard || more.length > 0) throw new Error(`${file}:${i + 2}: no example`);
    return [{ file, spun, standard, damaged: damaged as string, sound: sound as string }];
  });
}

/** What an emender gets wrong of an example; nothing when all is well. */
export function failuresOf({ file, spun, standard, damaged, sound }: Example, emender: Emender): string[] {
  const failures: string[] = [];
  const article = parseMarked('example', `${CARRIER}\n\n${damaged}`);
  const repaired = emender.repair(article.text, BOUNDS);
  if (!scoreArticle(article, repaired).gold.every(({ restored }) => restored)) {
    failures.push(
      `${file} ${spun} → ${standard} must be repaired: ${damaged}\tbecame ${tailOf(repaired.text)}`,
    );
  }
  const start = CARRIER.length + 2 + sound.indexOf('{');
  const end = start + sound.indexOf('}') - sound.indexOf('{') - 1;
  const kept = emender.repair(`${CARRIER}\n\n${sound.replace(/[{}]/g, '')}`, BOUNDS);
  const wrong = kept.edits.find(
    (edit) => edit.start < end && edit.end > start && edit.rule.endsWith(`:${spun}`),
  );
  if (wrong?.replacement.toLowerCase().includes(stemOf(standard))) {
    failures.push(`${file} ${spun} → ${standard} must stay: ${sound}\tbecame ${tailOf(kept.text)}`);
  }
  return failures;
}

function tailOf(text: string): string {
  return text.slice(text.indexOf('\n\n') + 2);
}

/** As much of a term as all its inflected forms share. */
function stemOf(term: string): string {
  return term.toLowerCase().slice(0, Math.max(2, term.length - 3));
}
