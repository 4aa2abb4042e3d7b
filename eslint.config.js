import js from '@eslint/js';
import { importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const GENERATED = [
  '**/dist/**',
  '**/build/**',
  '**/.react-router/**',
  '.cache/**',
  '.part164/**',
  'frontend/app/api/schema.d.ts',
];
const TESTS = [
  '**/*.spec.ts',
  '**/*.spec.tsx',
  '**/*.spec.mjs',
  'backend/src/testing/**',
  'frontend/app/test/**',
  'e2e/**',
];

export default tseslint.config(
  { ignores: [...GENERATED, '**/node_modules/**', '**/coverage/**', '**/test-results/**'] },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    plugins: { 'import-x': importX },
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: ['*.js', '.*.cjs', 'migrations/*.spec.ts'],
        },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // Nobody reads a file of a thousand lines.
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "MemberExpression[object.object.name='process'][object.property.name='env'] > Identifier.property[name=/^(DATABASE_URL)$/]",
          message: 'Only the supervisor knows the administrator of the database.',
        },
      ],
      'import-x/first': 'error',
      'import-x/no-duplicates': 'error',
      'import-x/no-self-import': 'error',
      'import-x/no-mutable-exports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // `'serif' | string` tells the editor what is usual.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      // An async method without await keeps the promise that its interface makes.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    // Entries of a process speak by what they print.
    files: [
      'backend/src/{cli,generate,seed}.ts',
      'backend/src/**/*.command.ts',
      'frontend/app/documents/rendering/render-process.ts',
      'migrations/src/run.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['frontend/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      // Loaders and actions answer by throwing a response.
      '@typescript-eslint/only-throw-error': 'off',
    },
  },
  {
    files: TESTS,
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // JavaScript is checked by tsc through its JSDoc types.
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'Buffer',
          'URL',
          'fetch',
          'AbortController',
          'AbortSignal',
          'setTimeout',
          'setInterval',
          'clearTimeout',
          'clearInterval',
          'module',
          'require',
          'performance',
          'Response',
          'Request',
          'Headers',
          'TextDecoder',
          'ReadableStream',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
);
