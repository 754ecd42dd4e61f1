import type { AskingRefusals } from '../approval/model-asking.ts';
import { asClientChannel } from '../approval/rules-sending.ts';
import { lookAt, peopleOf, plainly } from '../approval/service-sending.ts';
import { askingWords } from '../approval/words-asking.ts';
import type { Asked } from '../io/answers.ts';
import type { DrawCard } from '../io/bot.ts';
import type { Saved } from '../io/store.ts';
import type { Modal } from '../kit/blocks.ts';
import type { Change, Happened } from '../kit/change.ts';
import { read, type State } from '../kit/form.ts';
import { localeSchema } from '../kit/locale.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { card, cardKey, clientOf, type RowDraft, sayToTeam, type Subject } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import { release } from '../project/rules-released.ts';
import { newcomers } from '../project/rules-joiners.ts';
import { inRole, peopleChanged } from '../project/rules-people.ts';
import { actingOf, type ProjectDeps, projectCardRow, projectFor, whoOf } from '../project/service.ts';
import { type Ask, askForm } from './model-ask.ts';
import { WORDED_QUESTIONS } from './model-questions.ts';
import { askClient, askOf, mayAskClient, openQuestions } from './rules-ask.ts';
import { briefRow, teamThread } from './rules-subjects.ts';
import { askWords } from './words-ask.ts';
import { askCard, askedForTeam, type AskEntered, askModal, type AskPreview } from './views-ask.ts';

const refuse = refuser<AskingRefusals>();

/** `about` is the number of the ask. */
const askSubject = (project: string, number: number): Subject => ({
  kind: 'briefAsk',
  project,
  about: String(number),
});
export const askRow = (project: string, number: number): RowDraft =>
  card(clientOf(project), askSubject(project, number));

/** What stands in the form, parsed or not. */
function askEnteredIn(state: State, project: Project, asked: Asked): AskEntered {
  const entered = new Map<string, unknown>(askForm.map((question) => [question.id, read(question, state)]));
  const text = (id: string) => {
    const value = entered.get(id);
    return typeof value === 'string' ? value : null;
  };
  const ticked = entered.get('questions');
  const { client } = project.channels;
  return {
    questions: WORDED_QUESTIONS.filter((question) => Array.isArray(ticked) && ticked.includes(question)),
    contact: text('contact'),
    channel: client?.id ?? text('channel'),
    language: client?.language ?? localeSchema.catch(asked.locale).parse(entered.get('language')),
  };
}

/** The form for asking: the open questions are ticked, and whoever is the client's contact is chosen. */
export async function openAsk(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
): Promise<{ view: Modal; entered: AskEntered } | Refusal> {
  const project = await projectFor(deps, asked, id);
  if (isRefusal(project)) return project;
  const allowed = mayAskClient(project, whoOf(asked));
  if (allowed !== true) return allowed;
  const { client, team } = project.channels;
  const contact = inRole(project, 'clientContact')?.person ?? null;
  const entered: AskEntered = {
    questions: openQuestions(project),
    contact: contact?.user ?? null,
    channel: client?.id ?? null,
    language: client?.language ?? team.language,
  };
  return { view: askModal(project, { entered, contact, preview: { is: 'none' } }, asked.locale), entered };
}

/**
 * Draws the form again: who will see it, or why it cannot go there. What was entered stays.
 * @param entered what stands in the form; read from its state where somebody has just chosen something
 */
export async function previewAsk(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  entered: AskEntered | State,
  { fresh = true, moved }: { fresh?: boolean; moved?: string } = {},
): Promise<Modal | null> {
  const project = await deps.store.project(asked.workspace, id);
  // Who may not ask is shown nothing, whatever the form says that it is about.
  if (!project || mayAskClient(project, whoOf(asked)) !== true) return null;
  const stands = isEntered(entered) ? entered : askEnteredIn(entered, project, asked);
  const [contact = null] = await peopleOf(deps, asked, stands.contact === null ? [] : [stands.contact], fresh);
  // A look that failed is no preview: the form says so, and what was chosen stays.
  const none: AskPreview = { is: 'none' };
  const preview = await seenBy(deps, asked, project, stands.channel, fresh).catch(() => none);
  const shown = { entered: stands, contact, preview, ...(moved === undefined ? {} : { moved }) };
  return askModal(project, shown, asked.locale);
}

const isEntered = (entered: AskEntered | State): entered is AskEntered => Array.isArray(entered['questions']);

async function seenBy(
  deps: ProjectDeps,
  asked: Asked,
  project: Project,
  channel: string | null,
  fresh: boolean,
): Promise<AskPreview> {
  const look = channel === null ? null : await lookAt(deps, asked, channel, fresh);
  if (look === null) return { is: 'none' };
  const fits = asClientChannel(project, look);
  if (fits !== true) return { is: 'refused', reason: plainly(fits, asked.locale) };
  return { is: 'seen', channel: look.channel, people: look.members.map(({ person }) => person) };
}

/** The form with what would leave now, where something changed after it was previewed; null for every other refusal. */
export async function askAgain(deps: ProjectDeps, asked: Asked, id: string, { code }: Refusal): Promise<Modal | null> {
  const { locale, view } = asked;
  const moved = {
    'asking.notPreviewed': askingWords.in(locale)['asking.notPreviewed'],
    'brief.askMoved': askWords.in(locale)['brief.askMoved'],
  };
  const why = Object.entries(moved).find(([one]) => one === code)?.[1];
  return why ? previewAsk(deps, asked, id, view?.state ?? {}, { fresh: false, moved: why() }) : null;
}

/** What whoever asks was shown. */
export type Previewed = { channel: string | null; after: number };

/** Asks the client, in their channel. */
export async function sendAsk(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  { entered, previewed }: { entered: Omit<AskEntered, 'channel'> & { channel: string | null }; previewed: Previewed },
): Promise<Saved<Project> | Refusal> {
  const channel = entered.channel ?? previewed.channel;
  const look = channel === null ? null : await lookAt(deps, asked, channel, false);
  const [chosen] = await peopleOf(deps, asked, entered.contact === null ? [] : [entered.contact], false);
  if (!chosen) return refuse('asking.personUnknown', {}, { at: 'contact' });
  const { team, user, id: contactId, name } = chosen;
  const contact = { person: { team, user }, id: contactId, name };
  return deps.store.decide(asked.handling, id, (project) => {
    if (channel === null) return refuse('asking.notPreviewed', {}, { at: 'contact' });
    const asking = { ...entered, contact, look, previewed, by: actingOf(asked), newId: deps.newId };
    const next = askClient(project, asking, asked.now);
    if (isRefusal(next) && next.code === 'asking.personUnknown') deps.looks.refresh(asked.workspace, channel);
    if (isRefusal(next)) return next;
    const ask = askOf(next);
    return ask === null || next === project ? null : askedChange(project, next, ask, asked.id);
  });
}

function askedChange(before: Project, next: Project, ask: Ask, actor: string): Change<Project> {
  const { _id: id, channels } = next;
  const isNewChannel = before.channels.client === null && channels.client !== null;
  const { number, questions, contact } = ask;
  const happened: Happened[] = [
    ...(isNewChannel
      ? [{ kind: 'project.clientChannel', actor, content: { channel: channels.client?.id ?? '' } }]
      : []),
    ...newcomers(before, next, actor),
    ...peopleChanged(before, next, actor),
    {
      kind: 'brief.asked',
      actor,
      content: { number, questions, people: [contact.id] },
      said: cardKey(askSubject(id, number)),
    },
  ];
  const line = askedForTeam(ask, channels.team.language);
  return {
    project: next,
    happened,
    rows: () => [
      askRow(id, number),
      ...(number > 1 ? [askRow(id, number - 1)] : []),
      briefRow(id),
      projectCardRow(id),
      sayToTeam(id, `line:${id}:asked:${number}`, line, teamThread(id)),
    ],
  };
}

/** The client's card of an ask. */
export const drawAsk: DrawCard<Project> = async ({ project, about }) => {
  const ask = askOf(project);
  return askCard(release(project), ask?.number === Number(about) ? ask : null);
};
