import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * The browser's side: `vite build` writes `dist/web` (hashed files, one chunk per module's screens, `.vite/manifest.json`).
 * The server sends `index.html` with `__NONCE__` replaced by a fresh nonce and a policy without any `unsafe-*`;
 * so nothing is inlined as `data:` and no script or style stands without the nonce.
 */
export default defineConfig({
  publicDir: false,
  // By a hook, so that whoever starts the build with the project's own folder as root gets the same.
  plugins: [react(), { name: 'lienchi-root', config: () => ({ root: join(import.meta.dirname, 'src') }) }],
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    cssCodeSplit: true,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 }],
        },
      },
    },
  },
})
