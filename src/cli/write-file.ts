import { writeAtomically } from '../batch/atomic-write.js';
import { describeFailure } from './failure.js';

/**
 * Writes a text or bytes into a file, which is there as a whole or not at all.
 *
 * @throws Error that names the file that cannot be written
 */
export async function writeFile(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeAtomically(path, [content]);
  } catch (cause) {
    throw new Error(describeFailure(path, cause));
  }
}
