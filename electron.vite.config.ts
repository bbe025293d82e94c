import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const entry = (path: string) => resolve(import.meta.dirname, path);

// Built for Electron 25 (Chromium 114, Node 18), the oldest runtime supported.
export default defineConfig({
  main: {
    build: {
      target: 'node18',
      outDir: 'out/main',
      externalizeDeps: { exclude: [], include: ['better-sqlite3'] },
      rolldownOptions: {
        input: {
          main: entry('electron/main.ts'),
          cli: entry('electron/cli/main.ts'),
          'pass-worker': entry('electron/media/pass-worker.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node18',
      outDir: 'out/preload',
      rolldownOptions: {
        input: { preload: entry('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  renderer: {
    root: entry('renderer'),
    base: './',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      target: 'chrome114',
      cssTarget: 'chrome114',
      minify: true,
      outDir: entry('out/renderer'),
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: entry('renderer/index.html') } },
    },
  },
});
