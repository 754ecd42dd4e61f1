import { z } from 'zod';
import { compared, interleaved, type Side } from '../blocks.ts';
import { type Child, start } from '../children.ts';
import type { Ground } from '../ground.ts';
import { figure } from '../say.ts';
import { median } from '../stats.ts';

const ENTRIES = 10_000;

const answerSchema = z.object({ entries: z.number(), tookMs: z.number() });

/** How long it takes to check a long record, beside reading the same documents and hashing the same bytes. */
export async function measureVerify(ground: Ground): Promise<void> {
  const { folder, dist, walked } = ground;
  const dataset = await ground.dataset({ projects: 1, entries: () => ENTRIES });
  const question = { workspace: walked.identity.workspace, project: dataset.ids[0] };
  const env = { MONGODB_URI: dataset.uri, DIST: dist };
  const program = async (file: string) => {
    const child = start({ file: new URL(file, import.meta.url), env, folder });
    await child.hears();
    return child;
  };
  const children: Record<Side, Child> = {
    product: await program('../verify-product.mjs'),
    floor: await program('../floors/verify.mjs'),
    twin: await program('../floors/verify.mjs'),
  };
  const once = async (side: Side): Promise<number> => {
    const { entries, tookMs } = answerSchema.parse(await children[side].ask(question));
    if (entries !== ENTRIES) throw new Error(`${entries} entries were read instead of ${ENTRIES}`);
    return tookMs / 1000;
  };
  await interleaved(once, 2);
  const found = await interleaved(once, ground.quick ? 3 : 10);
  compared('verify', found, { unit: 's', aim: null });
  figure('verify-seconds', { value: median(found.product), aim: null, aa: null });
}
