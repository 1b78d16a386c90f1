import { foldCode, isLetter } from '../../text/characters.js';
import type { Span } from '../../text/protected-phrases.js';

/** Words that hold sentences together, of languages that stand in English news and books. Those that English has too tell nothing. */
const FUNCTION_WORDS: readonly string[] = [
  // English
  'the of and to in a that is was he for it with as his on be at by i this had not are but from or have an they which one you were her she there would their we him been has when who will no more if out so said its into them my me our what up',
  // French
  'le la les de des du un une et est sont dans pour par que qui sur avec pas vous nous ils elle elles au aux ce cette ces ses leur leurs mais ont été ne se sa son il je en à où qu plus comme tout être avait était fait depuis sans sous entre après très',
  // German
  'der die das und den dem des ein eine einen einem einer ist nicht mit von zu auf für sich im auch als bei nach wird werden wurde wurden hat haben sind war wie aus oder an um am es er sie wir ich noch nur über vor zum zur man dass daß soll sollen durch doch immer wieder',
  // Spanish
  'el la los las de del un una en que por con para se su sus lo al es no como más pero este esta son ha fue ser le entre sin sobre también hasta desde muy nos había',
  // Italian
  'il lo la gli le di del della dei delle che per non è con una un sono si al alla da dal nel nella ha come più ma anche questo questa suo sua in ed era essere',
  // Portuguese
  'os as do da dos das em um uma não com para se que por ao na no nas nos mais como mas foi ser são seu sua é de à também',
  // Dutch
  'de het een van en in is niet op te dat die zijn met voor aan er om ook als maar bij naar uit dan nog wordt werd heeft hij zij we ik door over',
  // Latin
  'et in est ad non cum ut ex quod qui quae quam sed si ab de per pro esse sunt hoc nec atque ac enim autem eius aut me te se',
  // Swedish, Danish, Norwegian
  'och att det som en på är för av med den till inte ett om har de var sig så og at er til ikke et af han vi jeg blev men ved fra der',
];

/** Fewest such words that show another language: in a paragraph, in one without any English, and in a sentence of an English one. */
const FEWEST = 3;
const FEWEST_PURE = 2;
const FEWEST_QUOTED = 3;
/** Longer runs of letters are none of them. */
const LONGEST_WORD = 8;

/** By word, its languages as indices of {@link FUNCTION_WORDS}; made with the first text. */
let byWord: ReadonlyMap<string, readonly number[]> | undefined;

/** The stretches of an English text that are of another language: sentences, and paragraphs where most of them are. */
export function foreignStretches(text: string): Span[] {
  byWord ??= languagesByWord();
  const spans: Span[] = [];
  for (const paragraph of stretchesOf(text, 0, text.length, isParagraphEnd)) {
    const [english, other] = countWords(text, paragraph, byWord);
    const isForeign = other > english && other >= (english === 0 ? FEWEST_PURE : FEWEST);
    for (const sentence of stretchesOf(text, paragraph.start, paragraph.end, isSentenceEnd)) {
      const [english, other] = countWords(text, sentence, byWord);
      if (isForeign ? other >= english : other >= FEWEST_QUOTED && other > 2 * english) spans.push(sentence);
    }
  }
  return spans;
}

function languagesByWord(): Map<string, number[]> {
  const byWord = new Map<string, number[]>();
  FUNCTION_WORDS.forEach((words, language) => {
    for (const word of words.split(' ')) {
      const languages = byWord.get(word);
      if (languages === undefined) byWord.set(word, [language]);
      else if (languages[0] !== 0) languages.push(language);
    }
  });
  return byWord;
}

/** How many words of a stretch are English, and how many of that other language that has most of them. */
function countWords(
  text: string,
  { start, end }: Span,
  byWord: ReadonlyMap<string, readonly number[]>,
): [english: number, other: number] {
  const counts = FUNCTION_WORDS.map(() => 0);
  for (let at = start; at < end; ) {
    let word = '';
    const from = at;
    while (at < end && isLetter(text.charCodeAt(at))) {
      if (at - from <= LONGEST_WORD) word += String.fromCharCode(foldCode(text.charCodeAt(at)));
      at++;
    }
    if (at === from) at++;
    for (const language of byWord.get(word) ?? []) counts[language] = (counts[language] as number) + 1;
  }
  const [english = 0, ...others] = counts;
  return [english, Math.max(...others)];
}

/** A text cut behind each place where `endsAt` says so. */
function stretchesOf(
  text: string,
  from: number,
  to: number,
  endsAt: (text: string, at: number) => boolean,
): Span[] {
  const spans: Span[] = [];
  let start = from;
  for (let at = from; at < to; at++) {
    if (!endsAt(text, at)) continue;
    spans.push({ start, end: at + 1 });
    start = at + 1;
  }
  if (start < to) spans.push({ start, end: to });
  return spans;
}

function isParagraphEnd(text: string, at: number): boolean {
  return text.charAt(at) === '\n' && text.charAt(at + 1) === '\n';
}

function isSentenceEnd(text: string, at: number): boolean {
  return /[.!?;:"“”„«»]/.test(text.charAt(at));
}
