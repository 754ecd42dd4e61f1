import type { Modal } from '../../sandbox/driver/modal.ts';
import type { Person } from '../../sandbox/driver/person.ts';
import { briefWords } from '../../src/brief/words.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { projectWords } from '../../src/project/words.ts';
import { confirm, leaveOverview, openSending, requestChanges, shown, startProject, writeBrief } from './acts.ts';
import { howFilling, openWho } from './acts-asking.ts';
import { profileFilling, openProfile, writeReason, writeResults } from './acts-steps.ts';
import { CLIENT_PEOPLE, HIDDEN, type Manager, MANAGERS, mark } from './wall-cast.ts';
import { type Act, chance, manager, one, person, type Play, someTeam } from './wall-play.ts';
import { rosters } from './wall-roster.ts';

/** What the team does with a project, each text with its mark. */

const next = ({ counts }: Play): number => (counts.texts += 1);

/** The number of the project whose team channel this is. */
async function tagIn(play: Play, team: string): Promise<number> {
  const { id } = play.on.slack.channel(team);
  return (await rosters(play.on)).find(({ channels }) => channels.team.id === id)?.tag ?? 0;
}

export async function begin(play: Play, hand: Manager): Promise<string> {
  const { locale, client, from } = MANAGERS[hand];
  play.counts.projects += 1;
  const names = { client: mark('client', client), name: mark('project', play.counts.projects) };
  return startProject(person(play, hand), locale, { ...names, from });
}

/** Takes over the channel where it is typed, if that is offered; else a channel is made. */
async function takeOver(play: Play): Promise<string> {
  const hand = manager(play);
  const { locale, client } = MANAGERS[hand];
  const who = person(play, hand);
  const words = projectWords.in(locale);
  const channel = one(play, who.channels());
  const form = shown(await who.in(channel).command('/project new'));
  play.counts.projects += 1;
  const room = form.labels.includes(words['room.label']()) && !chance(play, 4);
  const here = room ? { [words['room.label']()]: words['room.thisChannelNamed']({ channel: channel.slice(1) }) } : {};
  const left = await form
    .fill({
      [words['client.label']()]: mark('client', client),
      [words['name.label']()]: mark('project', play.counts.projects),
      [words['wantedOn.label']()]: '2027-03-14',
      ...here,
    })
    .submit();
  if (left) await left.close({ all: true });
  return `${hand} started a project in ${channel}${room ? ', which it takes over' : ''}`;
}

/** The first step, with one answer that is not known yet and that somebody unheard of finds out. */
export async function write(play: Play, hand: Manager, team: string): Promise<string> {
  const { locale } = MANAGERS[hand];
  const tag = await tagIn(play, team);
  const who = person(play, hand);
  const typed = { objective: mark('draft', tag, next(play)), keyMessage: mark('draft', tag, next(play)) };
  const isOpen = chance(play, 2);
  const audience = isOpen ? null : mark('draft', tag, next(play));
  const deliverables = `${mark('draft', tag, next(play))}\n${mark('draft', tag, next(play))}`;
  const notKnown = isOpen ? (['audience'] as const) : [];
  const left = await writeBrief(who, locale, team, { ...typed, audience, deliverables, notKnown });
  if (left && isOpen) await nameFinder(who, locale);
  if (who.hasModal()) await who.modal().close({ all: true });
  const answers = { ...typed, ...(audience ? { audience } : {}) };
  for (const [question, word] of Object.entries(answers)) play.watch.drafted(tag, question, word);
  for (const [index, word] of deliverables.split('\n').entries()) play.watch.drafted(tag, `deliverable${index}`, word);
  return `${hand} wrote the brief of ${team}`;
}

async function nameFinder(who: Person, locale: Locale): Promise<void> {
  const form = who.modal();
  const finder = form.labels[0];
  if (finder === undefined) return;
  await leaveOverview(await form.fill({ [finder]: `@${HIDDEN.handle}` }).submit(), locale);
}

async function writeLimits(play: Play): Promise<string> {
  const hand = manager(play);
  const team = await someTeam(play, hand);
  const tag = await tagIn(play, team);
  const [budget, kpi] = [mark('draft', tag, next(play)), mark('draft', tag, next(play))];
  await writeResults(person(play, hand), MANAGERS[hand].locale, team, { budget, kpis: `${kpi} | 5000` });
  play.watch.drafted(tag, 'budget', budget);
  play.watch.drafted(tag, 'kpis', kpi);
  return `${hand} wrote the results of ${team}`;
}

/** The third step and the client's profile: nothing of them is ever the client's. */
export async function writeInside(play: Play, hand: Manager, team: string): Promise<string> {
  const { locale, client } = MANAGERS[hand];
  const who = person(play, hand);
  const tag = await tagIn(play, team);
  const ownReason = mark('inside', tag, next(play));
  await writeReason(who, locale, team, { reason: 'ownWords', ownReason, whys: mark('inside', tag, next(play)) });
  const profile = await openProfile(who, locale, team);
  await profile.fill(profileFilling({ industry: mark('profile', client, next(play)) }, locale)).submit();
  if (who.hasModal()) await who.modal().close({ all: true });
  return `${hand} wrote what is internal of ${team}`;
}

/** Names a contact where the picker offers them; nobody where it does not. */
async function withContact(form: Modal, locale: Locale, contact: string): Promise<Modal> {
  const how = await openWho(form, locale);
  const filled = await how.fill(howFilling({ contact: `@${contact}` }, locale)).catch(() => null);
  if (filled === null) return shown(await how.close());
  const back = shown(await filled.submit());
  // Of somebody who was never seen Slack is asked first: the second time it is known.
  return Object.keys(back.errors).length > 0 ? shown(await back.submit()) : back;
}

/** Sends, mostly to the manager's own client; the contact may be anybody of the client's, a full member of the house too. */
export async function send(play: Play, hand: Manager, team: string): Promise<string> {
  const { clientChannel } = MANAGERS[hand];
  const channel = chance(play, 4) ? one(play, person(play, hand).channels()) : clientChannel;
  return sendTo(play, hand, team, { channel, contact: chance(play, 2) ? one(play, CLIENT_PEOPLE) : null });
}

export async function sendTo(
  play: Play,
  hand: Manager,
  team: string,
  { channel, contact }: { channel: string; contact: string | null },
): Promise<string> {
  const { locale, approver } = MANAGERS[hand];
  const form = await openSending(person(play, hand), locale, team, { channel, approver: [approver], language: locale });
  const asked = contact === null ? form : await withContact(form, locale, contact);
  const isBack = asked.title === briefWords.in(locale).sendTitle();
  const left = isBack ? await asked.submit() : asked;
  const why = Object.values(left?.errors ?? {}).join(' ');
  if (left) await left.close({ all: true });
  return `${hand} ${left ? 'could not send' : 'sent'} the brief of ${team} to ${channel} ${why}`;
}

/** Somebody of the client's answers what is asked of them, where they see it. */
async function answer(play: Play): Promise<string> {
  const { locale, clientChannel, approver } = MANAGERS[manager(play)];
  const who = person(play, approver.slice(1));
  if (chance(play, 2)) await confirm(who, locale, clientChannel);
  else await requestChanges(who, locale, clientChannel, 'Line 2: families, not students');
  return `${who.handle} answered in ${clientChannel}`;
}

const ofSomeTeam = (name: string, run: (play: Play, hand: Manager, team: string) => Promise<string>): Act => ({
  name,
  run: async (play) => {
    const hand = manager(play);
    return run(play, hand, await someTeam(play, hand));
  },
});

export const WORK_ACTS: readonly Act[] = [
  { name: 'take over', run: takeOver },
  ofSomeTeam('write', write),
  ofSomeTeam('write', write),
  { name: 'write results', run: writeLimits },
  ofSomeTeam('write inside', writeInside),
  ofSomeTeam('send', send),
  ofSomeTeam('send', send),
  { name: 'answer', run: answer },
];
