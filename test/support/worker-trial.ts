import { answerFrom } from '../../src/io/worker.ts';

/** What a thread may do to whoever waits for it. */
async function tried(what: unknown): Promise<unknown> {
  if (what === 'hang') return new Promise(() => setInterval(() => undefined, 1000));
  if (what === 'throw') throw new Error('thrown inside');
  if (what === 'leave') process.exit(0);
  if (what === 'environment') return Object.keys(process.env);
  if (what !== 'eat') return what;
  const eaten: number[][] = [];
  for (;;) eaten.push(Array.from({ length: 100_000 }, () => eaten.length));
}

await answerFrom(tried);
