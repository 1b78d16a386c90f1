import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Debian's packages tesseract-ocr, imagemagick and fonts-dejavu-core; `.ci/run` installs them. */
const FONT = '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf';

/** What is missing to render and read pages; undefined where all is there. */
export function missingTool(): string | undefined {
  const convert = spawnSync('/usr/bin/convert', ['-version'], { encoding: 'utf8' });
  if (!convert.stdout?.includes('ImageMagick')) return 'imagemagick';
  if (spawnSync('tesseract', ['--version']).status !== 0) return 'tesseract-ocr';
  const fonts = spawnSync('test', ['-r', FONT]);
  return fonts.status === 0 ? undefined : 'fonts-dejavu-core';
}

/** What Tesseract writes of a page. */
export interface TesseractOutput {
  readonly hocr: string;
  readonly alto: string;
  readonly text: string;
}

/**
 * Renders lines of text to an image and has Tesseract read it.
 *
 * @param text lines, with empty lines between paragraphs; no `%`, `\` or leading `@`, which instruct ImageMagick
 * @param options.settings of Tesseract, such as `hocr_char_boxes=1`
 */
export function readByTesseract(
  text: string,
  options: { readonly settings?: readonly string[] } = {},
): TesseractOutput {
  const folder = mkdtempSync(join(tmpdir(), 'emend-tesseract-'));
  try {
    const image = join(folder, 'page.png');
    const type = ['-font', FONT, '-pointsize', '12', '-density', '200', '-interline-spacing', '6'];
    execFileSync('/usr/bin/convert', [
      ...type,
      `label:${text}`,
      '-bordercolor',
      'white',
      '-border',
      '60',
      image,
    ]);
    const settings = (options.settings ?? []).flatMap((setting) => ['-c', setting]);
    const out = join(folder, 'page');
    execFileSync('tesseract', [image, out, '--dpi', '200', '-l', 'eng', ...settings, 'hocr', 'alto', 'txt'], {
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
      stdio: 'ignore',
    });
    const read = (ending: string): string => readFileSync(`${out}.${ending}`, 'utf8');
    return { hocr: read('hocr'), alto: read('xml'), text: read('txt') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
