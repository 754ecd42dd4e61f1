import type { Asked } from '../io/answers.ts';
import type { KnownPerson } from '../io/people.ts';
import { daySchema } from '../kit/calendar.ts';
import type { Happened } from '../kit/change.ts';
import { type Question, read, type State } from '../kit/form.ts';
import { type Locale, localeSchema } from '../kit/locale.ts';
import type { Refusal } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import type { Finding } from '../project/model-outgoing.ts';
import { LIAISON_ITSELF } from '../project/model-record.ts';
import type { ProjectDeps } from '../project/service.ts';
import { calendarsOf } from '../project/service-calendars.ts';
import { lookOver } from '../project/service-outgoing.ts';
import { dayRemarks } from '../project/views-days.ts';
import type { Approval, Party } from './model.ts';
import type { Asking } from './model-asking.ts';
import type { ApprovalEvent } from './model-events.ts';
import type { Preview, SendEntered, Seen } from './model-sending.ts';
import { choose, type Chosen, namesIn } from './rules-asking.ts';
import { asClientChannel, type ChannelLook } from './rules-sending.ts';
import { askingWords } from './words-asking.ts';

/** What is known of a channel that was chosen as client channel. `fresh` looks now, else what was seen when it was chosen. */
export async function lookAt(
  deps: ProjectDeps,
  { workspace }: Asked,
  channel: string,
  fresh: boolean,
): Promise<ChannelLook | null> {
  const look = fresh ? await deps.looks.look(workspace, channel) : await deps.looks.last(workspace, channel);
  if (!look) {
    deps.looks.refresh(workspace, channel);
    return null;
  }
  const users = await deps.store.inChannel(workspace, channel, 2);
  const usedBy = users.map(({ _id, channels, client }) => ({
    project: _id,
    as: asOf(channels.team.id, channel),
    client,
  }));
  if (!look.seen) return { channel, name: '', isArchived: false, isMember: false, members: [], usedBy };
  const { name, isArchived, isMember, members } = look;
  return { channel, name, isArchived, isMember, members, usedBy };
}

const asOf = (team: string | null, channel: string) => (team === channel ? ('team' as const) : ('client' as const));

/** What stands in a form for sending, parsed or not. */
export function enteredIn(form: readonly Question[], state: State, asked: Asked): SendEntered {
  const entered = new Map<string, unknown>(form.map((question) => [question.id, read(question, state)]));
  const text = (id: string) => {
    const value = entered.get(id);
    return typeof value === 'string' ? value : null;
  };
  return {
    channel: text('channel'),
    approvers: [entered.get('approvers') ?? []].flat().map(String),
    offSlack: text('offSlack'),
    reach: text('reach') === 'outside' ? 'outside' : 'clientChannel',
    dueOn: text('dueOn'),
    language: localeSchema.catch(asked.locale).parse(entered.get('language')),
  };
}

/** The form as it was left the last time. */
export function enteredFrom(project: Project, asking: Asking): SendEntered {
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

/** Who will see it, or why it cannot go there. A look that failed is no preview: the form says so, and what was chosen stays. */
async function seenBy(
  deps: ProjectDeps,
  asked: Asked,
  project: Project,
  { channel, asking, fresh }: { channel: string | null; asking: Asking; fresh: boolean },
): Promise<Seen> {
  if (asking.reach === 'outside') return { is: 'outside' };
  if (channel === null) return { is: 'none' };
  const look = await lookAt(deps, asked, channel, fresh).catch(() => null);
  // Not looked at lately is no refusal: the next press finds what is being looked at now.
  if (look === null) return { is: 'none' };
  const fits = asClientChannel(project, look);
  if (fits !== true) return { is: 'refused', reason: plainly(fits, asked.locale) };
  return { is: 'seen', channel, people: look.members.map(({ person }) => person) };
}

/** Whether both sides work on the day that was chosen. */
async function remarksOn(deps: ProjectDeps, asked: Asked, project: Project, dueOn: string | null): Promise<string[]> {
  const day = daySchema.safeParse(dueOn);
  return day.success ? dayRemarks(await calendarsOf(deps, project), day.data, asked.locale) : [];
}

/** What the form holds, what was arranged of who is asked, and what would leave, line by line. `fresh` asks Slack now. */
type Looking = { entered: SendEntered; arranged: Asking; texts: Parameters<typeof lookOver>[2]; fresh: boolean };

/** What the form for sending is drawn again with: who is asked, who will see it, what should perhaps not leave, and what is said of the day. */
export async function lookedAt(
  deps: ProjectDeps,
  asked: Asked,
  project: Project,
  { entered, arranged, texts, fresh }: Looking,
): Promise<{ asking: Asking; preview: Preview; found: Finding[]; remarks: string[] }> {
  const people = await peopleOf(deps, asked, entered.approvers, fresh);
  const asking = choose(arranged, chosenIn(entered, people), deps.newId);
  const channel = project.channels.client?.id ?? entered.channel;
  const seen = await seenBy(deps, asked, project, { channel, asking, fresh });
  const zone = people.find((one) => one.zone !== null)?.zone ?? asked.zone;
  const found = await lookOver(deps, project, texts);
  return { asking, preview: { ...seen, zone }, found, remarks: await remarksOn(deps, asked, project, entered.dueOn) };
}

/** Why it cannot leave, in a form: these refusals name at most a client, which is plain text. `own`: the feature's own sentences. */
export function plainly({ code, params }: Refusal, locale: Locale, own: object = {}): string {
  const words = { ...askingWords.in(locale), ...own } as Readonly<Record<string, (params: object) => string>>;
  return words[code]?.(params) ?? '';
}

/** The channel is known and was not looked at for the preview, or none was chosen. */
export const noChannel = ({ channels }: Project): 'asking.notPreviewed' | 'asking.channelMissing' =>
  channels.client ? 'asking.notPreviewed' : 'asking.channelMissing';

/** What time brought to a request, for the record: it was nobody's own act. */
export const broughtByTime = ({ subject, version }: Approval, events: readonly ApprovalEvent[]): Happened[] =>
  events.map(({ kind, ...event }) => ({
    kind: `approval.${kind}`,
    actor: LIAISON_ITSELF,
    content: { subject, version, ...event },
  }));

/** In which step each is asked, by their ids. */
export const orderOf = ({ approvers }: Approval): string[][] =>
  [...new Set(approvers.map(({ step }) => step))].map((step) =>
    approvers.filter((one) => one.step === step).map(({ id }) => id),
  );
