import type { App } from '@slack/bolt';
import type { Refusal } from '../kit/refusal.ts';
import { refuser } from '../kit/refusal.ts';
import type { Answer, Asked, CommandEntry, EventEntry, PressEntry, Replied, SubmitEntry } from './answers.ts';
import { ask, type Asking, unlessFailed, workspaceFor } from './asking.ts';
import { commandNamed, unknownVerb } from './commands.ts';
import { deadline } from './deadline.ts';
import { AFTER_ACK_MS, afterAck, type Entries, type Listening, wantedBy } from './listening.ts';
import { onShortcut } from './listen-shortcut.ts';
import {
  commandSchema,
  envelopeSchema,
  type PressPayload,
  pressSchema,
  submitSchema,
  workspaceCandidates,
} from './payloads.ts';
import { type Ack, answerCommand, answerPress, answerSubmit, openLate, type Result, resultOf } from './speak.ts';
import type { Handling } from './handling.ts';
import type { ListenRefusals } from './refusals.ts';

const refuse = refuser<ListenRefusals>();

/**
 * Registers every listener with Bolt. The order is the same for all: parse, decide and save, acknowledge, speak; so no
 * feature can get it wrong.
 */
export function listen<Deps>(app: App, entries: Entries<Deps>, listening: Listening<Deps>): void {
  for (const command of new Set(entries.commands.map((entry) => entry.command))) {
    app.command(command, ({ body, ack }) => onCommand(body, ack as Ack, entries.commands, listening));
  }
  app.action(/.*/, ({ body, ack }) => onPress(body, ack as Ack, entries.presses, listening));
  app.view({ type: 'view_submission', callback_id: /.*/ }, ({ body, ack }) =>
    onSubmit(body, ack as Ack, entries.submits, listening),
  );
  app.shortcut({ type: 'message_action', callback_id: /.*/ }, ({ body, ack }) =>
    onShortcut(body, ack as Ack, entries.shortcuts, listening),
  );
  // One listener for all of them: Bolt goes through every listener for every delivery.
  app.event(/.*/, ({ body }) => onEvent(body, entries.events, listening));
}

async function onCommand<Deps>(
  body: unknown,
  ack: Ack,
  entries: readonly CommandEntry<Deps>[],
  listening: Listening<Deps>,
) {
  const payload = commandSchema.parse(body);
  const person = { team: payload.team_id, user: payload.user_id };
  const workspace = workspaceFor(payload, listening.workspaceOf);
  const place = { delivery: payload.trigger_id, channel: payload.channel_id };
  const asked = await ask(listening, workspace, person, place);
  const run = (again: Asking) =>
    unlessFailed(again, () => runCommand(payload.command, payload.text, entries, again, listening));
  if (asked.kind === 'unknown' && asked.failed === null)
    return meetFirst(asked, payload.trigger_id, ack, run, listening);
  const work = resultOf(run(asked), asked, { where: payload.command, decides: false }, listening.voice);
  await answerCommand(work, asked, payload.trigger_id, ack, listening.voice);
  await afterAck(asked, listening);
}

/** Somebody who was never seen: a waiting modal keeps their place while Slack is asked who they are. */
async function meetFirst<Deps>(
  asked: Asked,
  trigger: string,
  ack: Ack,
  run: (asked: Asking) => Replied,
  listening: Listening<Deps>,
) {
  const { people, voice } = listening;
  const met = async (): Promise<Result> => {
    await people.learn(asked.workspace, asked.person);
    const place = { delivery: asked.handling.delivery, channel: asked.channel };
    const again = await ask(listening, asked.workspace, asked.person, place, AFTER_ACK_MS);
    return resultOf(run(again), again, { where: 'first command', decides: false }, voice);
  };
  const work = met().catch(async (error: unknown) =>
    resultOf(Promise.reject(error), asked, { where: 'first command', decides: false }, voice),
  );
  await openLate(work, asked, trigger, ack, voice);
}

async function runCommand<Deps>(
  command: string,
  text: string,
  entries: readonly CommandEntry<Deps>[],
  asked: Asked,
  { deps }: Listening<Deps>,
): Promise<Answer | Refusal> {
  const found = commandNamed(command, text, entries);
  if (found) return found.entry.run(asked, deps, found.rest);
  return { answer: 'tell', message: unknownVerb(command, text, entries, asked.locale) };
}

async function onPress<Deps>(
  body: unknown,
  ack: Ack,
  entries: readonly PressEntry<Deps>[],
  listening: Listening<Deps>,
) {
  const payload = pressSchema.parse(body);
  const action = payload.actions[0];
  const workspace = workspaceFor(payload, listening.workspaceOf);
  const person = { team: payload.user.team_id ?? workspace, user: payload.user.id };
  const carried = action?.value ?? payload.view?.private_metadata;
  const where = { delivery: payload.trigger_id, carried, ...placeOfPress(payload) };
  const asked = await ask(listening, workspace, person, where);
  const entry = entries.find((one) => one.action === action?.action_id);
  const chosen = action?.selected_conversation ?? action?.selected_user ?? action?.selected_option?.value ?? null;
  const run = unlessFailed(asked, async () => {
    if (!entry) return refuse('listen.retired', {});
    return entry.run(asked, listening.deps, { value: action?.value ?? undefined, chosen });
  });
  const what = { where: action?.action_id ?? 'press', decides: entry?.opens === false };
  const work = resultOf(run, asked, what, listening.voice);
  const at = { trigger: payload.trigger_id, opens: entry?.opens ?? false, madeAt: action?.action_ts ?? null };
  await answerPress(work, asked, at, ack, listening.voice);
  await afterAck(asked, listening);
}

function placeOfPress({ channel, container, message, view }: PressPayload) {
  const ts = message?.ts ?? container?.message_ts ?? null;
  const threadTs = message?.thread_ts ?? container?.thread_ts ?? null;
  return {
    channel: channel?.id ?? null,
    message: ts === null ? null : { ts, threadTs },
    view: view?.type === 'modal' ? viewOf(view) : null,
  };
}

const viewOf = (view: NonNullable<PressPayload['view']>) => ({
  id: view.id,
  metadata: view.private_metadata,
  beneath: view.previous_view_id ?? null,
  isThird: Boolean(view.previous_view_id) && view.previous_view_id !== view.root_view_id,
  state: view.state?.values ?? {},
});

async function onSubmit<Deps>(
  body: unknown,
  ack: Ack,
  entries: readonly SubmitEntry<Deps>[],
  listening: Listening<Deps>,
) {
  const payload = submitSchema.parse(body);
  const workspace = workspaceFor(payload, listening.workspaceOf);
  const person = { team: payload.user.team_id ?? workspace, user: payload.user.id };
  const where = { delivery: payload.trigger_id, carried: payload.view.private_metadata, view: viewOf(payload.view) };
  const asked = await ask(listening, workspace, person, where);
  const entry = entries.find((one) => one.view === payload.view.callback_id);
  const run = unlessFailed(asked, async () =>
    entry ? entry.run(asked, listening.deps) : refuse('listen.retired', {}),
  );
  const what = { where: payload.view.callback_id, decides: true };
  await answerSubmit(resultOf(run, asked, what, listening.voice), asked, ack, listening.voice);
  await afterAck(asked, listening);
}

/** Events are saved before they come here. One that fails stays open and is taken up again; one that needed nothing is closed. */
async function onEvent<Deps>(
  body: unknown,
  entries: readonly EventEntry<Deps>[],
  { deps, inbox, now, ...listening }: Listening<Deps>,
) {
  const envelope = envelopeSchema.parse(body);
  const workspace = listening.workspaceOf(workspaceCandidates(envelope));
  if (workspace === undefined) return;
  const at = now();
  const delivery = envelope.event_id;
  const handling: Handling = { workspace, delivery, now: at, deadline: deadline(AFTER_ACK_MS), actor: null };
  for (const entry of entries.filter((one) => wantedBy([one])(envelope.event)))
    await handling.deadline.race(entry.run(envelope.event, { workspace, now: at, handling }, deps));
  await inbox.close(workspace, envelope.event_id, at);
}
