import { describe, expect, it } from 'vitest';
import { progress } from '../../../src/imports/core/file';

describe('an import', () => {
  it('says how far it is', () => {
    expect(progress(1, 3)).toBe(33);
    expect(progress(0, 0)).toBe(100);
  });
});
