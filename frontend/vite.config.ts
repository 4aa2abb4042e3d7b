import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [reactRouter()],
  resolve: { tsconfigPaths: true },
  build: {
    target: 'es2022',
    sourcemap: false,
    // Nothing is inlined: the content security policy allows only our own origin and nonces.
    assetsInlineLimit: 0,
  },
});
