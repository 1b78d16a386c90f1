import type { Writable } from 'node:stream';
import { Presets, SingleBar } from 'cli-progress';
import type { CleanProgress } from '../batch/clean-folder.js';
import { isTerminal } from './context.js';

/** Milliseconds between two lines of progress where there is no terminal. */
const LINE_INTERVAL = 5000;

/** Progress as it is shown. */
export interface ProgressDisplay {
  update(progress: CleanProgress): void;
  /** Lets something else be written on lines of its own. */
  interject(writeLines: () => void): void;
  end(): void;
}

/** Shows progress as a bar on a terminal, elsewhere as a plain line every few seconds. */
export function showProgress(stream: Writable): ProgressDisplay {
  return isTerminal(stream) ? showBar(stream) : showLines(stream);
}

function showBar(stream: Writable): ProgressDisplay {
  const format = '{bar} {percentage} %  {files} of {totalFiles} files  {eta_formatted} left';
  const bar = new SingleBar(
    { format, stream, hideCursor: true, stopOnComplete: false },
    Presets.shades_classic,
  );
  let begun = false;
  return {
    update({ bytes, totalBytes, files, totalFiles }) {
      if (!begun) bar.start(Math.max(1, totalBytes), bytes, { files, totalFiles });
      else bar.update(bytes, { files });
      begun = true;
    },
    interject(writeLines) {
      // The bar is on the cursor's line: cleared, it is drawn anew below with the next update.
      if (begun) stream.write('\r\u001b[K');
      writeLines();
    },
    end() {
      if (begun) bar.stop();
    },
  };
}

function showLines(stream: Writable): ProgressDisplay {
  let last = performance.now();
  return {
    update({ bytes, totalBytes, files, totalFiles }) {
      if (performance.now() - last < LINE_INTERVAL) return;
      last = performance.now();
      const percent = Math.floor((100 * bytes) / Math.max(1, totalBytes));
      stream.write(`${percent} %, ${files} of ${totalFiles} files\n`);
    },
    interject: (writeLines) => writeLines(),
    end() {},
  };
}
