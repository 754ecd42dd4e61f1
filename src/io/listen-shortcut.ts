import { refuser } from '../kit/refusal.ts';
import { unescape } from '../kit/text.ts';
import type { MessageChosen, ShortcutEntry } from './answers.ts';
import { ask, unlessFailed, workspaceFor } from './asking.ts';
import { afterAck, type Listening } from './listening.ts';
import { type ShortcutPayload, shortcutSchema } from './payloads.ts';
import type { ListenRefusals } from './refusals.ts';
import { type Ack, answerPress, resultOf } from './speak.ts';

const refuse = refuser<ListenRefusals>();

/** A shortcut on a message, chosen from its menu: it opens a modal about that message (docs.slack.dev, shortcuts). */
export async function onShortcut<Deps>(
  body: unknown,
  ack: Ack,
  entries: readonly ShortcutEntry<Deps>[],
  listening: Listening<Deps>,
) {
  const payload = shortcutSchema.parse(body);
  const { message, channel } = payload;
  const workspace = workspaceFor(payload, listening.workspaceOf);
  const person = { team: payload.user.team_id ?? workspace, user: payload.user.id };
  const place = { ts: message.ts, threadTs: message.thread_ts ?? null };
  const where = { delivery: payload.trigger_id, channel: channel.id, message: place };
  const asked = await ask(listening, workspace, person, where);
  const entry = entries.find((one) => one.shortcut === payload.callback_id);
  const run = unlessFailed(asked, async () =>
    entry ? entry.run(asked, listening.deps, chosenIn(payload, workspace)) : refuse('listen.retired', {}),
  );
  const work = resultOf(run, asked, { where: payload.callback_id, decides: false }, listening.voice);
  await answerPress(work, asked, { trigger: payload.trigger_id, opens: true }, ack, listening.voice);
  await afterAck(asked, listening);
}

/** Slack hands over what people typed escaped; of another company's files it tells nothing but their ids. */
const chosenIn = ({ channel, message }: ShortcutPayload, workspace: string): MessageChosen => ({
  channel: channel.id,
  ts: message.ts,
  threadTs: message.thread_ts ?? null,
  author: message.user ? { team: message.user_team ?? message.team ?? workspace, user: message.user } : null,
  isBots: Boolean(message.bot_id),
  text: unescape(message.text),
  files: message.files.map(({ id, name }) => ({ id, name: name ?? null })),
});
