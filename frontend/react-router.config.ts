import type { Config } from '@react-router/dev/config';
import { buildDocuments } from './documents-build';

export default {
  ssr: true,
  buildEnd: () => buildDocuments(),
  future: {
    v8_middleware: true,
    v8_splitRouteModules: true,
    v8_viteEnvironmentApi: true,
  },
} satisfies Config;
