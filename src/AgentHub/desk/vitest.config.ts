import { defineConfig } from 'vitest/config';

/** Without a browser and without a DOM: the pure part, and of what joins it to the page what can be seen from outside. */
export default defineConfig({ test: { environment: 'node', include: ['test/**/*.test.ts'] } });
