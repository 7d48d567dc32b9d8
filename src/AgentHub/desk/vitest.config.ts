import { defineConfig } from 'vitest/config';

/** Only the pure part is tested here: no browser, no DOM. */
export default defineConfig({ test: { environment: 'node', include: ['test/core/**/*.test.ts'] } });
