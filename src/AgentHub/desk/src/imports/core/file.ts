/** Bytes of a file at most; the server says the same. */
export const fileMax = 8 * 1024 * 1024;

/** How far an import is, in percent. */
export function progress(looked: number, rows: number): number {
  return rows === 0 ? 100 : Math.floor((looked / rows) * 100);
}
