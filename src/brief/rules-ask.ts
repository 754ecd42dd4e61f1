import type { AskingRefusals } from '../approval/model-asking.ts';
import { asClientChannel, type ChannelLook } from '../approval/rules-sending.ts';
import type { Wait } from '../kit/aggregate.ts';
import type { NewId } from '../kit/ids.ts';
import type { Locale } from '../kit/locale.ts';
import { personKey } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { type Acting, type Actor, managers, sideOf } from '../project/rules.ts';
import { mayWhileLive } from '../project/rules-life.ts';
import type { Who } from '../project/rules-may.ts';
import { withRole } from '../project/rules-people.ts';
import type { BriefRefusals } from './model.ts';
import { type Ask, type AskRefusals } from './model-ask.ts';
import { WORDED_QUESTIONS, type WordedQuestion } from './model-questions.ts';
import { notKnown, unasked } from './rules-draft.ts';
import { begunBrief, uncheckedIn } from './rules-gather.ts';

const refuse = refuser<BriefRefusals & AskRefusals & AskingRefusals>();

/** What the client is asked; null where nobody has asked yet. */
export const askOf = ({ brief }: Project): Ask | null => brief?.ask ?? null;

/** What the client was asked and still is to answer; null where nothing is awaited. */
export function awaitedAsk(project: Project): Ask | null {
  const ask = askOf(project);
  const sentAt = project.brief?.sent?.current.sentAt ?? '';
  // A version that was sent since does without the answers; they may still come.
  return ask !== null && ask.answered === null && sentAt < ask.askedAt ? ask : null;
}

/** The questions that nobody has answered yet: those are asked where nobody chooses others. */
export function openQuestions(project: Project): WordedQuestion[] {
  const open = new Set<string>([...unasked(project), ...notKnown(project)]);
  return WORDED_QUESTIONS.filter((question) => open.has(question));
}

/** May this person ask the client? Else the refusal that names who may. */
export function mayAskClient(project: Project, who: Who): true | Refusal {
  return mayWhileLive(project, 'sendToClient', who);
}

export type AskingClient = {
  /** As whoever asks chose them. */
  contact: Actor;
  questions: readonly WordedQuestion[];
  language: Locale;
  look: ChannelLook | null;
  /** What whoever asks was shown: the channel, and which ask was the last one. */
  previewed: { channel: string | null; after: number };
  by: Acting;
  newId: NewId;
};

/** Asks somebody of the client's. @returns the project as it was where exactly this was asked already */
export function askClient(project: Project, asking: AskingClient, now: Date): Project | Refusal {
  const { look, previewed, by, newId, language } = asking;
  const allowed = mayAskClient(project, by);
  if (allowed !== true) return allowed;
  const last = askOf(project);
  if ((last?.number ?? 0) !== previewed.after) return isAsked(last, asking) ? project : refuse('brief.askMoved', {});
  const channel = asClientChannel(project, look);
  if (channel !== true) return channel;
  if (!look || look.channel !== previewed.channel) return refuse('asking.notPreviewed', {}, { at: 'channel' });
  const contact = asContact(project, asking.contact, look);
  const peopled = isRefusal(contact) ? contact : withRole(project, 'clientContact', contact, now);
  if (isRefusal(contact) || isRefusal(peopled)) return isRefusal(contact) ? contact : peopled;
  const ask: Ask = {
    number: previewed.after + 1,
    questions: WORDED_QUESTIONS.filter((question) => asking.questions.includes(question)),
    contact: { ...contact },
    askedAt: now.toISOString(),
    typed: last?.typed ?? {},
    given: last?.given ?? {},
    answered: null,
  };
  const client = project.channels.client ?? { id: look.channel, language, hold: null };
  const brief = { ...begunBrief(project, by, newId, now), ask };
  return { ...peopled, channels: { ...peopled.channels, client }, brief };
}

/** Submitted twice, it is asked once. */
const isAsked = (last: Ask | null, { contact, questions, previewed }: AskingClient): boolean =>
  last?.number === previewed.after + 1 &&
  last.contact.person.user === contact.person.user &&
  last.questions.length === new Set(questions).size &&
  last.questions.every((question) => questions.includes(question));

/** Somebody in the channel who is on the client's side, or on nobody's; never one of the agency's own. */
function asContact(project: Project, chosen: Actor, { members }: ChannelLook): Actor | Refusal {
  const at = { at: 'contact' };
  const found = members.find(({ person }) => person.user === chosen.person.user);
  if (!found) return refuse('brief.contactNotThere', { who: [chosen] }, at);
  if (found.kind === 'unknown') return refuse('asking.personUnknown', {}, at);
  const side = sideOf(project, found.person);
  const isInside = found.kind === 'member' || found.kind === 'bot' || side === 'agency' || side === 'partner';
  if (isInside) return refuse('brief.contactInside', { who: [found] }, at);
  return { person: found.person, id: found.id, name: found.name };
}

/** What waits for whom: the client's contact until they answer, and the account managers until all that came is checked. */
export function askWaits(project: Project): Wait[] {
  const ask = awaitedAsk(project);
  const { person } = ask?.contact ?? {};
  const asked =
    ask && person
      ? [
          {
            person: personKey(person),
            kind: 'brief.answer',
            about: String(ask.number),
            since: ask.askedAt,
            facts: { number: ask.number, count: ask.questions.length },
          },
        ]
      : [];
  return [...asked, ...checkWaits(project)];
}

function checkWaits(project: Project): Wait[] {
  const waiting = uncheckedIn(project);
  const [oldest] = waiting;
  if (!oldest) return [];
  const count = waiting.reduce((sum, { toCheck }) => sum + toCheck.length, 0);
  const facts = { source: oldest.id, left: oldest.toCheck.length, count };
  const wait = { kind: 'brief.check', about: '', since: oldest.at, facts };
  return managers(project).map((one) => ({ person: personKey(one), ...wait }));
}
