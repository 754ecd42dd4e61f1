/** One configuration for all suites; `scripts/test.mjs` picks the folders of each run. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        // verbatimModuleSyntax as in tsconfig.json: an import that tsc keeps must not vanish in tests.
        jsc: { parser: { syntax: 'typescript' }, target: 'es2023', transform: { verbatimModuleSyntax: true } },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  globalSetup: './test/global-setup.mjs',
  globalTeardown: './test/global-teardown.mjs',
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts'],
  // On a busy machine a story of two weeks takes long; what hangs is found by this, not what is slow.
  testTimeout: 60_000,
  workerIdleMemoryLimit: '512MB',
};
