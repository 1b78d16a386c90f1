const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file; check the path',
  EACCES: 'not permitted; check who may read it',
  EISDIR: 'a folder; clean its files with emend clean',
  ENOSPC: 'no space left on the disk; free some',
};

/** What went wrong with a file, on one line. */
export function describeFailure(path: string, cause: unknown): string {
  const code = (cause as NodeJS.ErrnoException | undefined)?.code;
  const reason = (code !== undefined && REASONS[code]) || messageOf(cause);
  return `${path}: ${reason}`;
}

/** The message of whatever was thrown, on one line. */
export function messageOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  const lines = message.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join('; ');
}
