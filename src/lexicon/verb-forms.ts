import { DOUBLING_AFTER_TWO_VOWELS, DOUBLING_VERBS, OPTIONALLY_DOUBLING_VERBS } from './doubling-verbs.js';
import { IRREGULAR_VERBS, REGULAR_DESPITE_PREFIX, VERB_PREFIXES } from './irregular-verbs.js';
import { countSyllables, endsInSibilant, endsInSingleConsonant, isVowelAt, withCaseOf } from './spelling.js';

/** The inflected forms of a verb. */
export interface VerbForms {
  /** `break` */
  readonly base: string;
  /** `breaks` */
  readonly thirdPerson: string;
  /** `broke` */
  readonly past: string;
  /** `broken` */
  readonly pastParticiple: string;
  /** `breaking` */
  readonly presentParticiple: string;
}

/**
 * The most usual forms of a verb: `verbForms('carry').past === 'carried'`. Of two spellings the American one
 * (`traveled`); `verbVariants` gives all of them. Takes one word, the lemma; after hyphens the last part is inflected.
 */
export function verbForms(verb: string): VerbForms {
  return verbVariants(verb)[0] as VerbForms;
}

/** All sets of forms a verb has, the most usual first: `travel` has `traveled` and `travelled`, `burn` `burned` and `burnt`. */
export function verbVariants(verb: string): VerbForms[] {
  const stemStart = verb.lastIndexOf('-') + 1;
  const before = verb.slice(0, stemStart);
  const stem = verb.slice(stemStart);
  if (stem === '')
    return [{ base: verb, thirdPerson: verb, past: verb, pastParticiple: verb, presentParticiple: verb }];
  return variantsOfStem(stem.toLowerCase()).map((forms) => ({
    base: verb,
    thirdPerson: before + withCaseOf(stem, forms.thirdPerson),
    past: before + withCaseOf(stem, forms.past),
    pastParticiple: before + withCaseOf(stem, forms.pastParticiple),
    presentParticiple: before + withCaseOf(stem, forms.presentParticiple),
  }));
}

function variantsOfStem(verb: string): VerbForms[] {
  if (verb === 'be') {
    const be = { base: 'be', pastParticiple: 'been', presentParticiple: 'being' };
    return [
      { ...be, thirdPerson: 'is', past: 'was' },
      { ...be, thirdPerson: 'are', past: 'were' },
      { ...be, thirdPerson: 'am', past: 'was' },
    ];
  }
  const thirdPerson = verb === 'have' ? 'has' : withVerbalS(verb);
  const irregular = irregularForms(verb);
  const presentParticiples = withEnding(verb, 'ing');
  const pasts = irregular ?? withEnding(verb, 'ed').map((past) => [past, past] as const);
  const variants: VerbForms[] = [];
  for (let i = 0; i < Math.max(pasts.length, presentParticiples.length); i++) {
    const [past, pastParticiple] = pasts[i] ?? (pasts[0] as readonly [string, string]);
    const presentParticiple = presentParticiples[i] ?? (presentParticiples[0] as string);
    variants.push({ base: verb, thirdPerson, past, pastParticiple, presentParticiple });
  }
  return variants;
}

/** Pairs of past and participle of an irregular verb, its prefix kept, or undefined for a regular one. */
function irregularForms(verb: string): (readonly [string, string])[] | undefined {
  const listed = Object.hasOwn(IRREGULAR_VERBS, verb) ? IRREGULAR_VERBS[verb] : undefined;
  if (listed) {
    const pasts = listed[0].split('|');
    const participles = (listed[1] ?? listed[0]).split('|');
    return Array.from({ length: Math.max(pasts.length, participles.length) }, (_, i) => {
      return [pasts[i] ?? (pasts[0] as string), participles[i] ?? (participles[0] as string)] as const;
    });
  }
  if (REGULAR_DESPITE_PREFIX.includes(verb)) return undefined;
  for (const prefix of VERB_PREFIXES) {
    const stem = verb.slice(prefix.length);
    const isStem = Object.hasOwn(IRREGULAR_VERBS, stem) || stem === 'understand' || stem === 'take';
    if (!verb.startsWith(prefix) || !isStem) continue;
    return irregularForms(stem)?.map(([past, participle]) => [prefix + past, prefix + participle] as const);
  }
  return undefined;
}

function withVerbalS(verb: string): string {
  if (endsInSibilant(verb))
    return doubles(verb) && /[sz]$/.test(verb) ? `${verb}${verb.at(-1)}es` : `${verb}es`;
  if (endsInConsonantY(verb)) return `${verb.slice(0, -1)}ies`;
  if (verb.endsWith('o') && verb.length > 1 && !isVowelAt(verb, verb.length - 2)) {
    return /(?:photo|solo|disco|demo|video|auto|typo|memo)$/.test(verb) ? `${verb}s` : `${verb}es`;
  }
  return `${verb}s`;
}

/** The verb with `-ed` or `-ing`, in all its spellings, the most usual first. */
function withEnding(verb: string, ending: 'ed' | 'ing'): string[] {
  if (verb.endsWith('e')) return withEndingAfterE(verb, ending);
  if (ending === 'ed' && endsInConsonantY(verb)) return [`${verb.slice(0, -1)}ied`];
  if (/[aio]c$/.test(verb) && countSyllables(verb) > 1) return [`${verb}k${ending}`];
  const doubled = verb + verb.at(-1) + ending;
  if (doublesOptionally(verb)) return [verb + ending, doubled];
  return [doubles(verb) ? doubled : verb + ending];
}

function withEndingAfterE(verb: string, ending: 'ed' | 'ing'): string[] {
  if (ending === 'ed') return [`${verb}d`];
  if (/[^aeiou]?(?:ee|oe|ye)$/.test(verb) || /(?:^|[^rf])(?:singe|swinge|tinge|whinge)$/.test(verb))
    return [`${verb}ing`];
  if (verb.endsWith('ie')) return [`${verb.slice(0, -2)}ying`];
  const dropped = `${verb.slice(0, -1)}ing`;
  return /^(?:age|binge|cue|queue)$/.test(verb) ? [dropped, `${verb}ing`] : [dropped];
}

function endsInConsonantY(verb: string): boolean {
  return verb.endsWith('y') && verb.length > 1 && !isVowelAt(verb, verb.length - 2);
}

/** Whether the last consonant doubles in every English: `stop`, `refer`, `quiz`. */
function doubles(verb: string): boolean {
  if (DOUBLING_VERBS.includes(verb)) return true;
  if (!endsInSingleConsonant(verb)) return false;
  if (countSyllables(verb) === 1) return true;
  return VERB_PREFIXES.some((prefix) => verb.startsWith(prefix) && isDoublingStem(verb.slice(prefix.length)));
}

/** `plan` in `replan`, `run` in `outrun`, but not `bid` in a made-up `rebid`: only irregular verbs are known as stems. */
function isDoublingStem(stem: string): boolean {
  return Object.hasOwn(IRREGULAR_VERBS, stem) && endsInSingleConsonant(stem) && countSyllables(stem) === 1;
}

/** Whether the last consonant doubles for some: unstressed `-l` (British `travelled`), and a few verbs besides. */
function doublesOptionally(verb: string): boolean {
  if (OPTIONALLY_DOUBLING_VERBS.includes(verb) || DOUBLING_AFTER_TWO_VOWELS.includes(verb)) return true;
  if (!verb.endsWith('l') || DOUBLING_VERBS.includes(verb)) return false;
  return endsInSingleConsonant(verb) && countSyllables(verb) > 1;
}
