import { writeAtomically } from '../batch/atomic-write.js';
import { describeFailure } from './failure.js';

/**
 * Writes a text into a file, which is there as a whole or not at all.
 *
 * @throws Error that names the file that cannot be written
 */
export async function writeFile(path: string, text: string): Promise<void> {
  try {
    await writeAtomically(path, [text]);
  } catch (cause) {
    throw new Error(describeFailure(path, cause));
  }
}
