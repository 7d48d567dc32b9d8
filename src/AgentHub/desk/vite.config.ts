import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The server hands out ../wwwroot as it is; in development the API and the hub are asked from a server on 5080. */
export default defineConfig({
  plugins: [react()],
  build: {
    outDir: '../wwwroot',
    emptyOutDir: true,
    target: 'chrome109',
    chunkSizeWarningLimit: 1500,
    sourcemap: false,
  },
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:5080',
      '/hub': { target: 'http://127.0.0.1:5080', ws: true },
      '/healthz': 'http://127.0.0.1:5080',
    },
  },
});
