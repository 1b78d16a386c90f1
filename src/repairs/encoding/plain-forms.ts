import type { Finding } from '../finding.js';

/** Typographic signs that can be written in plain ASCII. */
export type PlainForm = 'quotes' | 'dashes' | 'ellipses' | 'ligatures' | 'long-s';

/** What each sign is in ASCII. */
const FORMS: Readonly<Record<PlainForm, Readonly<Record<string, string>>>> = {
  quotes: {
    '‘': "'",
    '’': "'",
    '‚': "'",
    '‛': "'",
    '“': '"',
    '”': '"',
    '„': '"',
    '‟': '"',
    '«': '"',
    '»': '"',
    '‹': "'",
    '›': "'",
  },
  dashes: { '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '--', '―': '--', '−': '-' },
  ellipses: { '…': '...' },
  ligatures: { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st', ĳ: 'ij', Ĳ: 'IJ' },
  'long-s': { ſ: 's' },
};

/** The names of {@link PlainForm}. */
export const PLAIN_FORMS = Object.keys(FORMS) as readonly PlainForm[];

/** Finds the typographic signs that were asked to be written in plain ASCII. */
export function findPlainForms(text: string, forms: readonly PlainForm[]): Finding[] {
  const table = new Map<string, readonly [plain: string, form: PlainForm]>();
  for (const form of forms) {
    for (const [sign, plain] of Object.entries(FORMS[form])) table.set(sign, [plain, form]);
  }
  const found: Finding[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 0x80) continue;
    const entry = table.get(text.charAt(i));
    if (entry === undefined) continue;
    const [replacement, form] = entry;
    const because = `${form} in plain ASCII were asked for`;
    found.push({ start: i, end: i + 1, replacement, rule: `plain-${form}`, confidence: 1, because });
  }
  return found;
}
