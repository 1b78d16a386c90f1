/** How far into a document its declaration of a charset may stand, in bytes; HTML asks for the first 1,024. */
const HEAD = 2048;

/**
 * The charset that is declared for a document: by the caller, in `<meta charset>`, in an XML declaration, in `@charset`, in
 * a header of e-mail, or in an editor's line (`coding: latin-1`); by its name on the web. Undefined where none is, or none
 * that the platform knows.
 */
export function declaredCharset(bytes: Uint8Array, given?: string): string | undefined {
  if (given !== undefined) {
    const label = labelOf(given);
    if (label !== undefined) return label;
  }
  let head = '';
  for (const byte of bytes.subarray(0, HEAD)) head += String.fromCharCode(byte);
  const found =
    /<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w-]{2,40})/i.exec(head) ??
    /<\?xml[^>]{0,200}?encoding\s{0,5}=\s{0,5}["']([\w-]{2,40})/i.exec(head) ??
    /^@charset "([\w-]{2,40})"/.exec(head) ??
    /^content-type:[^\n]{0,200}?charset="?([\w-]{2,40})/im.exec(head) ??
    /^(?:#|\/\/|\/\*|;)[^\n]{0,100}?coding[:=]\s{0,5}([\w-]{2,40})/m.exec(head);
  const label = found === null ? undefined : labelOf(found[1] as string);
  // Whoever could read that declaration byte by byte did not read UTF-16.
  return label?.startsWith('utf-16') ? 'utf-8' : label;
}

function labelOf(name: string): string | undefined {
  // Code page 437 is none of the web's.
  if (/^(ibm|cp)-?437$/i.test(name)) return 'ibm437';
  try {
    return new TextDecoder(name.trim()).encoding;
  } catch {
    return undefined;
  }
}
