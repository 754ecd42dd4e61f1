import { turnOf } from './jest-circus-until-seen.mjs';

/** Which test file goes first: the one that saw a mutant last. */
export default class Order {
  sort(tests) {
    return tests.toSorted((a, b) => turnOf(a.path) - turnOf(b.path));
  }

  /** Jest tells what came of the files; nothing of it is kept. */
  cacheResults() {}
}
