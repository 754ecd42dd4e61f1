import { readContent } from './documents-content.ts';
import { isGivenFile, type Reading, refused } from './documents-types.ts';
import { answerFrom } from './worker.ts';

/** What a library throws where nobody waits for it would end the thread without an answer. */
const stray = new Promise<Reading>((resolve) => {
  process.on('uncaughtException', () => resolve(refused('damaged')));
  process.on('unhandledRejection', () => resolve(refused('damaged')));
});

await answerFrom((file) => {
  if (!isGivenFile(file)) return Promise.reject(new TypeError('a reader of documents was given no file'));
  return Promise.race([readContent(file), stray]);
});
