const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder is not there',
  EACCES: 'nobody may write there',
  EPERM: 'nobody may write there',
  EROFS: 'nothing can be written on that disk',
  EISDIR: 'it is a folder',
  ENOTDIR: 'what should be its folder is a file',
  EEXIST: 'something of that name is there already',
  ENOSPC: 'the disk is full',
};

/** Why something on the disk failed, in words. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return reasons[code] ?? error.message;
}
