import { z } from 'zod';
import type { EventEntry } from '../io/answers.ts';
import type { ProjectDeps } from '../project/service.ts';
import { fileDeleted, filesShared } from './service-watch.ts';

/** docs.slack.dev, file_deleted: the file's id alone. */
const deletedSchema = z.looseObject({ file_id: z.string() });

/** A message with files in a thread (docs.slack.dev, file_share); programs are left out, Liaison itself among them. */
const sharedSchema = z
  .looseObject({
    subtype: z.literal('file_share'),
    channel: z.string(),
    user: z.string(),
    bot_id: z.string().nullish(),
    team: z.string().nullish(),
    // Slack Connect names whose person wrote it (docs.slack.dev, Slack Connect).
    user_team: z.string().nullish(),
    ts: z.string(),
    thread_ts: z.string(),
    files: z.array(z.looseObject({ id: z.string(), name: z.string().nullish() })).min(1),
  })
  .refine(({ bot_id: bot, ts, thread_ts: thread }) => !bot && ts !== thread);

/** What happens in Slack to the files of deliverables. */
export const watchEvents: readonly EventEntry<ProjectDeps>[] = [
  {
    event: 'file_deleted',
    wants: (event) => deletedSchema.safeParse(event).success,
    run: async (event, { handling }, deps) => fileDeleted(deps, handling, deletedSchema.parse(event).file_id),
  },
  {
    event: 'message',
    wants: (event) => sharedSchema.safeParse(event).success,
    run: async (event, { workspace, handling }, deps) => {
      const shared = sharedSchema.safeParse(event);
      if (!shared.success) return;
      const { channel, ts, thread_ts: threadTs, user, user_team: theirs, team } = shared.data;
      const files = shared.data.files.map(({ id, name }) => ({ id, name: name ?? null }));
      await filesShared(deps, handling, {
        channel,
        ts,
        threadTs,
        author: { team: theirs ?? team ?? workspace, user },
        files,
      });
    },
  },
];
