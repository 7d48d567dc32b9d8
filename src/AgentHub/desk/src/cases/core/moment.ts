/** Moments as the browser's own fields have them, on the city's clock: China has one time zone and no summer time. */

const beijingOffset = 8 * 3_600_000;

/** 2026-11-30T19:20 */
export function wallMinute(moment: number): string {
  return new Date(moment + beijingOffset).toISOString().slice(0, 16);
}

/** 2026-11-30 */
export function wallDay(moment: number): string {
  return wallMinute(moment).slice(0, 10);
}
