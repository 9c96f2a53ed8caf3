import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';

/** The node that `npm run dev` talks to. */
const node = process.env.WAYMARK_URL ?? `http://127.0.0.1:${process.env.WAYMARK_HTTP_PORT ?? 8080}`;

export default defineConfig({
  plugins: [
    react(),
    tailwindcss(),
    VitePWA({
      registerType: 'prompt',
      manifest: {
        name: 'Waymark',
        short_name: 'Waymark',
        theme_color: '#0b5a50',
        background_color: '#f9faf9',
        display: 'standalone',
        icons: [{ src: '/waymark.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,woff2}'],
        globIgnores: ['**/demo-*.js', '**/*latin-ext*'],
        // Only pages are answered from the shell; everything of the API always goes to the server.
        navigateFallbackAllowlist: [/^\/$/, /^\/console(\/|$)/, /^\/sign-in$/],
      },
    }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { proxy: { '/v1': node, '/health': node } },
  // Tokens use light-dark() and relative OKLCH; older targets would expand both.
  build: {
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    manifest: 'manifest.json',
    target: 'es2023',
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['./src/mocks/setup-tests.ts'],
    restoreMocks: true,
    // Bounds for a machine that is busy with the rest of the build; no test waits on purpose.
    testTimeout: 90_000,
    maxWorkers: 2,
  },
});
