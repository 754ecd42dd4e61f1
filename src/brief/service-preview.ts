import type { Party } from '../approval/model.ts';
import type { Asking } from '../approval/model-asking.ts';
import { choose, type Chosen, fromChain, howHash, namesIn } from '../approval/rules-asking.ts';
import { type AskingOwner, readChain } from '../approval/service-asking.ts';
import type { Asked } from '../io/answers.ts';
import type { KnownPerson } from '../io/people.ts';
import type { Modal } from '../kit/blocks.ts';
import { daySchema } from '../kit/calendar.ts';
import { read, type State } from '../kit/form.ts';
import { type Locale, localeSchema } from '../kit/locale.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import type { Person } from '../kit/person.ts';
import type { Project } from '../project/model.ts';
import { type ProjectDeps, projectFor, whoOf } from '../project/service.ts';
import { sendForm } from './model.ts';
import { formerApprover } from './model-former.ts';
import { maySend } from './rules.ts';
import { askingOf, ticked, withAsking } from './rules-asked.ts';
import { asClientChannel } from './rules-send.ts';
import { calendarsOf } from '../project/service-calendars.ts';
import { lookOver } from '../project/service-outgoing.ts';
import { dayRemarks } from '../project/views-days.ts';
import { lookAt } from './service-look.ts';
import { textsOf } from './views-lines.ts';
import { type Preview, type SendEntered, sendModal } from './views-send.ts';
import { briefWords } from './words.ts';

/** What stands in the form for sending, parsed or not. */
export function enteredIn(state: State, asked: Asked): SendEntered {
  const entered = new Map<string, unknown>(sendForm.map((question) => [question.id, read(question, state)]));
  const text = (id: string) => {
    const value = entered.get(id);
    return typeof value === 'string' ? value : null;
  };
  // The form of 0.1.0 asked for one: they are taken over into the form of today, which is drawn in its place.
  const users = [entered.get('approvers') ?? [], read(formerApprover, state) ?? []].flat();
  const formerDay = read({ id: 'dueOn', kind: 'day', required: false }, state);
  return {
    channel: text('channel'),
    approvers: users.map(String),
    offSlack: text('offSlack'),
    reach: text('reach') === 'outside' ? 'outside' : 'clientChannel',
    // A form that was opened before days were told at once has it under the question's own id.
    dueOn: text('dueOn') ?? (formerDay === null ? null : String(formerDay)),
    language: localeSchema.catch(asked.locale).parse(entered.get('language')),
  };
}

/** The form as it was left the last time. */
function enteredFrom(project: Project, asking: Asking): SendEntered {
  const { client, team } = project.channels;
  const names = asking.approvers.flatMap(({ person, name }) => (person === null && name ? [name] : []));
  return {
    channel: client?.id ?? asking.channel,
    approvers: asking.approvers.flatMap(({ person }) => (person ? [person.user] : [])),
    offSlack: names.join('\n') || null,
    reach: asking.reach,
    dueOn: asking.dueOn,
    language: asking.language ?? client?.language ?? team.language,
  };
}

/** The form for sending, with what was entered the last time; of a client whose first brief this is, how they decided before. */
export async function openSend(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
): Promise<{ view: Modal; entered: SendEntered } | Refusal> {
  const found = await projectFor(deps, asked, id);
  if (isRefusal(found)) return found;
  const allowed = maySend(ticked(found, asked.now).project, whoOf(asked));
  if (allowed !== true) return allowed;
  const project = found.brief?.asking || found.brief?.sent ? found : await withDefault(deps, asked, found);
  if (isRefusal(project)) return project;
  const asking = askingOf(project);
  const entered = enteredFrom(project, asking);
  const preview: Preview = { is: asking.reach === 'outside' ? 'outside' : 'none', zone: asked.zone };
  return { view: sendModal(project, { entered, asking, how: howHash(asking), preview }, asked.locale), entered };
}

/** The first brief of a project begins with how the client decides, as it was in their last one. */
async function withDefault(deps: ProjectDeps, asked: Asked, project: Project): Promise<Project | Refusal> {
  const chain = await readChain(deps, asked.workspace, project.client.id);
  if (!chain) return project;
  const saved = await deps.store.decide(asked.handling, project._id, (current) =>
    current.brief && !current.brief.asking
      ? { project: withAsking(current, fromChain(chain)), happened: [], rows: () => [] }
      : null,
  );
  return isRefusal(saved) ? saved : saved.project;
}

/**
 * Draws the form again: who will see it, or why it cannot go there. What was entered stays.
 * @param how `fresh` looks at the channel now, which asks Slack; `moved` is why it did not leave
 */
export async function previewSend(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  entered: SendEntered,
  how: { fresh: boolean; moved?: string } = { fresh: true },
): Promise<Modal | null> {
  const found = await deps.store.project(asked.workspace, id);
  const project = found && ticked(found, asked.now).project;
  // Who may not send is shown nothing, whatever the form says that it is about.
  if (!project || maySend(project, whoOf(asked)) !== true) return null;
  const people = await peopleOf(deps, asked, entered.approvers, how.fresh);
  const asking = choose(askingOf(project), chosenIn(entered, people), deps.newId);
  const channel = project.channels.client?.id ?? entered.channel;
  // A look that failed is no preview: the form says so, and what was chosen stays.
  const seen = await preview(deps, asked, project, { channel, asking, fresh: how.fresh }).catch((): Seen => ({
    is: 'none',
  }));
  const zone = people.find((one) => one.zone !== null)?.zone ?? asked.zone;
  const { moved } = how;
  const leaving = await lookOver(deps, project, textsOf(project, entered.language));
  const remarks = await remarksOn(deps, asked, project, entered.dueOn);
  const shown = { entered, asking, how: howHash(asking), preview: { ...seen, zone }, found: leaving, remarks };
  return sendModal(project, moved === undefined ? shown : { ...shown, moved }, asked.locale);
}

/** Whether both sides work on the day that was chosen. */
async function remarksOn(deps: ProjectDeps, asked: Asked, project: Project, dueOn: string | null): Promise<string[]> {
  const day = daySchema.safeParse(dueOn);
  return day.success ? dayRemarks(await calendarsOf(deps, project), day.data, asked.locale) : [];
}

/** People as the form names them, in the order in which they were chosen. `meet` asks Slack about whoever was never seen. */
export async function peopleOf(
  deps: ProjectDeps,
  { workspace }: Asked,
  users: readonly string[],
  meet: boolean,
): Promise<KnownPerson[]> {
  const found = await deps.people.resolve(workspace, users);
  const known = users.flatMap((user) => found.get(user) ?? []);
  if (!meet) return known;
  return Promise.all(
    known.map(async (one) =>
      one.kind === 'unknown' ? deps.people.learn(workspace, { team: one.team, user: one.user }) : one,
    ),
  );
}

const partyOf = ({ team, user, id, name }: KnownPerson): Party => ({ person: { team, user }, id, name });

/** What was entered, as the rules know it. */
export const chosenIn = (entered: SendEntered, people: readonly KnownPerson[]): Chosen => ({
  people: people.map(partyOf),
  names: namesIn(entered.offSlack),
  dueOn: entered.dueOn,
  reach: entered.reach,
  channel: entered.channel,
  language: entered.language,
});

type Seen =
  | { is: 'none' }
  | { is: 'refused'; reason: string }
  | { is: 'outside' }
  | { is: 'seen'; channel: string; people: readonly Person[] };

type Seeing = { channel: string | null; asking: Asking; fresh: boolean };

async function preview(
  deps: ProjectDeps,
  asked: Asked,
  project: Project,
  { channel, asking, fresh }: Seeing,
): Promise<Seen> {
  if (asking.reach === 'outside') return { is: 'outside' };
  if (channel === null) return { is: 'none' };
  const look = await lookAt(deps, asked, channel, fresh);
  // Not looked at lately is no refusal: the next press finds what is being looked at now.
  if (look === null) return { is: 'none' };
  const fits = asClientChannel(project, look);
  if (fits !== true) return { is: 'refused', reason: plainly(fits, asked.locale) };
  return { is: 'seen', channel, people: look.members.map(({ person }) => person) };
}

/** These refusals name at most a client, which is plain text. */
export function plainly({ code, params }: Refusal, locale: Locale): string {
  const words = briefWords.in(locale) as Readonly<Record<string, (params: object) => string>>;
  return words[code]?.(params) ?? '';
}

/** Refused because what was previewed is not so any more. */
const MOVED = new Set(['brief.notPreviewed', 'brief.draftMoved', 'brief.howMoved']);

/** The form with what would leave now, where something changed after it was previewed; null for every other refusal. */
export const previewAgain = async (
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  entered: SendEntered,
  refusal: Refusal,
): Promise<Modal | null> =>
  MOVED.has(refusal.code)
    ? previewSend(deps, asked, id, entered, { fresh: false, moved: plainly(refusal, asked.locale) })
    : null;

/** What the form for sending gives to the arranging of who is asked, and how. */
export const briefAsking: AskingOwner = {
  asking: askingOf,
  put: withAsking,
  may: (project, who, now) => maySend(ticked(project, now).project, who),
  entered: async (deps, asked, state) => {
    const entered = enteredIn(state, asked);
    return chosenIn(entered, await peopleOf(deps, asked, entered.approvers, false));
  },
  form: async (deps, asked, id) => {
    const project = await deps.store.project(asked.workspace, id);
    return project && previewSend(deps, asked, id, enteredFrom(project, askingOf(project)));
  },
};
