import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchChunk, MissingChunk } from '../../../../src/shared/ui/load/chunk';

describe('a part of the desk', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('comes at once where it is there', async () => {
    await expect(fetchChunk(async () => 'page')).resolves.toBe('page');
  });

  it('is asked for again while a server is started anew', async () => {
    let asked = 0;
    const load = async () => {
      asked += 1;
      if (asked < 3) throw new TypeError('Failed to fetch dynamically imported module');
      return 'page';
    };
    const page = fetchChunk(load);
    await vi.runAllTimersAsync();
    await expect(page).resolves.toBe('page');
  });

  it('is missing after a few times, and says so by a name of its own', async () => {
    const cause = new TypeError('Failed to fetch dynamically imported module');
    const load = vi.fn(async () => Promise.reject(cause));
    const failed = fetchChunk(load).catch((error: unknown) => error);
    await vi.runAllTimersAsync();
    const error = await failed;
    expect(error).toBeInstanceOf(MissingChunk);
    expect((error as MissingChunk).cause).toBe(cause);
    expect(load).toHaveBeenCalledTimes(4);
  });
});
