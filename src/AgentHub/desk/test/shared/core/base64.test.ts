import { describe, expect, it } from 'vitest';
import { base64Of } from '../../../src/shared/core/base64';

describe('a file', () => {
  it('is written as Base64 whatever its length', () => {
    expect(base64Of(new Uint8Array([0, 255, 65]))).toBe('AP9B');
    const long = new Uint8Array(100_000).fill(7);
    expect(atob(base64Of(long)).length).toBe(100_000);
    expect(base64Of(new Uint8Array())).toBe('');
  });
});
