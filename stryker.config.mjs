/**
 * `npm run mutation`: breaks the deciding code on purpose, line by line, and looks whether the tests of the rules see it.
 * A mutant that survives is a rule that no test holds. Only what decides is broken: words and views have tests of their
 * own kind (test/rules/words.test.ts, views-*.test.ts), and what touches the world is tested with the world there.
 */
import { fileURLToPath } from 'node:url';

// The rules need no database; the workers inherit this (test/global-setup.mjs).
process.env.LIAISON_TEST_MONGO = '0';
// A zone that is not UTC, by three quarters of an hour: no rule may ask the machine for its own.
process.env.TZ = 'Asia/Kathmandu';

/** Tests of sentences, drawings, settings and deliveries: they load the whole bot, and see none of what is broken here. */
const ELSEWHERE = ['config', 'manifest', 'payloads', 'refusals', 'views-limits', 'views-text', 'words'];

export default {
  mutate: [
    'src/**/rules*.ts',
    'src/kit/{calendar,chain,change,form,metadata,nearest,refusal,rows,text}.ts',
    'src/io/{rates,sender-outcome,sender-rules}.ts',
  ],
  testRunner: 'jest',
  // jest runs ES modules only with this (jestjs.io, ECMAScript Modules).
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: {
    projectType: 'custom',
    configFile: 'jest.config.mjs',
    config: {
      roots: ['<rootDir>/test/rules'],
      testMatch: [`<rootDir>/test/rules/!(${ELSEWHERE.join('|')}).test.ts`],
      testRunner: fileURLToPath(import.meta.resolve('./test/mutation/jest-circus-until-seen.mjs')),
      testSequencer: fileURLToPath(import.meta.resolve('./test/mutation/order.mjs')),
      setupFilesAfterEnv: [fileURLToPath(import.meta.resolve('./test/mutation/setup.mjs'))],
    },
    // Nearly every test builds its projects with the rules, so all of them are related to all.
    enableFindRelatedTests: false,
  },
  coverageAnalysis: 'perTest',
  // What was found is kept: only what changed is tried again, and survivors that a new test reaches. With `--force` all is;
  // that is needed for survivors in what runs only while a file is loaded (lists, schemas, functions in a constant).
  incremental: true,
  incrementalFile: '.stryker/incremental.json',
  tempDirName: '.stryker/tmp',
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: '.stryker/mutation.json' },
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  ignorePatterns: ['.stryker', 'bench', 'dist', 'docs'],
  // Stryker would rewrite paths in it with an API that TypeScript 7 no longer has; nothing here reads it.
  tsconfigFile: 'none',
  concurrency: 2,
  // Node keeps what ES modules in a context of their own loaded: a worker grows by some 30 MB a mutant.
  maxTestRunnerReuse: 40,
  timeoutMS: 60_000,
};
