/** Moments as the browser's own fields have them, on the city's clock: China has one time zone and no summer time. */

const beijingOffset = 8 * 3_600_000;

/** 2026-11-30T19:20:35: with its seconds, since a contact in the minute of the dispatch came after it. */
export function wallMoment(moment: number): string {
  return new Date(moment + beijingOffset).toISOString().slice(0, 19);
}

/** 2026-11-30 */
export function wallDay(moment: number): string {
  return wallMoment(moment).slice(0, 10);
}

/** 2026-11-30 19:20, as a table shows it. The end of a day is its 24:00, and not the next day's beginning. */
export function wallMinute(moment: string, isEnd = false): string {
  const wall = wallMoment(Date.parse(moment)).slice(0, 16).replace('T', ' ');
  return isEnd && wall.endsWith(' 00:00') ? `${wallDay(Date.parse(moment) - 1)} 24:00` : wall;
}

/** As the server reads it; seconds that were not given are none. */
export function momentOf(wall: string): string | null {
  return wall === '' ? null : `${wall.length === 'YYYY-MM-DDTHH:MM'.length ? `${wall}:00` : wall}+08:00`;
}
