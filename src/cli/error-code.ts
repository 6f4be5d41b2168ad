/** `ENOENT` and the like; null for what is no error of the system or of Node. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
