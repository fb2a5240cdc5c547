import js from '@eslint/js';
import globals from 'globals';
import ts from 'typescript-eslint';

// Read as the plugin loads: TypeScript then takes every component from the start as the parser translates it, and its
// types are inferred once for the house rather than anew for each component (measured: 178 s against 25 s).
process.env.SVELTE_ESLINT_PARSER_EXPERIMENTAL_TS_SYS_HOOK = '1';
const { default: svelte } = await import('eslint-plugin-svelte');

const typed = { projectService: true, extraFileExtensions: ['.svelte'] };

// A `.svelte.ts` file is TypeScript, with runes that Svelte's own types declare. Its text stays as it is, so that it is
// linted in the one program; the rules of Svelte still learn what it is.
const runes = ['$state', '$derived', '$effect', '$props', '$bindable', '$inspect', '$host'];
const runesModule = {
  meta: { name: 'runes-module' },
  parseForESLint(code, options) {
    const parsed = ts.parser.parseForESLint(code, options);
    const context = { isSvelte: false, isSvelteScript: true, svelteParseContext: { runes: true } };
    return { ...parsed, services: { ...parsed.services, ...context } };
  },
};

export default ts.config(
  {
    ignores: [
      'node_modules/',
      'out/',
      'dist/',
      'test-results/',
      '.svelte-check/',
      'test/architecture/seeded/',
    ],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.node, ...globals.browser },
      parserOptions: typed,
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // TypeScript is only erased here (erasableSyntaxOnly): there are no enums to assign wrongly.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 250 }],
      'no-console': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['**/*.svelte'],
    languageOptions: { parserOptions: { ...typed, parser: ts.parser } },
  },
  {
    files: ['**/*.svelte.ts'],
    languageOptions: {
      parser: runesModule,
      globals: Object.fromEntries(runes.map((rune) => [rune, 'readonly'])),
    },
  },
  {
    // An effect that starts a call came to depend on what the call reads, and looped. `whenChanged` cannot.
    files: ['**/*.svelte', '**/*.svelte.ts'],
    ignores: ['src/renderer/lib/when-changed.svelte.ts', 'test/renderer/made-in-component.svelte.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression > Identifier.callee[name="$effect"]',
          message: 'Use whenChanged or Answer of lib/when-changed.svelte.ts: an effect of its own can loop.',
        },
        {
          selector: 'CallExpression > MemberExpression.callee > Identifier.object[name="$effect"]',
          message: 'Use whenChanged or Answer of lib/when-changed.svelte.ts: an effect of its own can loop.',
        },
      ],
    },
  },
  { files: ['test/**'], rules: { 'max-lines': 'off' } },
  { files: ['**/*.mjs', '*.config.js', '**/*.cjs'], extends: [ts.configs.disableTypeChecked] },
);
