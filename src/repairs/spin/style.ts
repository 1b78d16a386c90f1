import { inVariety, type Variety, varietyOfWord } from '../../lexicon/variety.js';
import { TokenKind, type Tokens } from '../../text/tokens.js';

/** How a text is written, whatever it says: what is put into it is written likewise. */
export interface TextStyle {
  /** Whether its apostrophes are curly. */
  readonly curly: boolean;
  /** Whose spelling it has; undefined where no word tells. Found out when it is first asked for. */
  variety(): Variety | undefined;
}

/** No shorter word is spelled differently in the two varieties. */
const SHORTEST = 3;

/** The style of a text. */
export function styleOf(text: string, tokens: Tokens): TextStyle {
  let found: { variety: Variety | undefined } | undefined;
  return {
    curly: text.includes('\u2019'),
    variety() {
      found ??= { variety: countVarieties(text, tokens) };
      return found.variety;
    },
  };
}

function countVarieties(text: string, tokens: Tokens): Variety | undefined {
  let american = 0;
  let british = 0;
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.start[i] as number;
    const end = tokens.end[i] as number;
    if (tokens.kind[i] !== TokenKind.Word || end - start < SHORTEST) continue;
    const variety = varietyOfWord(text.slice(start, end).toLowerCase());
    if (variety === 'american') american++;
    else if (variety === 'british') british++;
  }
  // Spinners put in American spellings: in a British text some stand beside the author's.
  if (british > 0 && british * 2 >= american) return 'british';
  return american > 0 ? 'american' : undefined;
}

/** A standard term as a text of this style has it. */
export function inStyle(term: string, style: TextStyle): string {
  const spelled = inSpellingOf(term, style);
  return style.curly ? spelled.replaceAll("'", '\u2019') : spelled;
}

function inSpellingOf(term: string, style: TextStyle): string {
  const american = inVariety(term, 'american');
  const british = inVariety(term, 'british');
  if (american === british) return term;
  const variety = style.variety();
  return variety === undefined ? term : variety === 'british' ? british : american;
}
