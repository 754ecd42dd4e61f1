import type { Context } from '../../sandbox/driver/context.ts';
import type { Modal } from '../../sandbox/driver/modal.ts';
import { person, type Person } from '../../sandbox/driver/person.ts';
import { answerWords } from '../../src/approval/words-answers.ts';
import { ioWords } from '../../src/io/words.ts';
import { projectWords } from '../../src/project/words.ts';
import { briefFilling, openSending, openStep, shown, startProject, TEXTS, writeBrief } from '../support/acts.ts';
import type { Outside } from '../support/outside.ts';

const CLIENT_CHANNEL = '#acme-lantern';
const words = { answers: answerWords.in('en'), project: projectWords.in('en') };

/** Something that one person decides. */
export type Deed = {
  name: string;
  /** Does it, where it is not done already. @throws where Slack tells them that the app did not answer */
  does: () => Promise<unknown>;
  /** What they were told afterwards, where it was not that it is done. It may come after the answer to Slack. */
  told: () => string | null;
  /** Whether what they see shows it done. */
  isShown: () => boolean;
};

/** Something that one person asks for. */
export type Question = { name: string; asks: () => Promise<unknown>; heard: () => string };

/** What is before people when MongoDB goes away. `early`: done at that very moment; `late`: while it is away. */
export type Day = { early: Deed[]; late: Deed[]; questions: Question[]; joining: Deed };

/** Projects whose brief is with the client, and forms that are filled in and open. */
export async function dayBegins(on: Outside): Promise<Day> {
  const mei = on.as('mei');
  await sent(on, 'Spring launch');
  await sent(on, 'Summer sale');
  const autumn = await startProject(mei, 'en', { client: 'Acme', name: 'Autumn fair' });
  await writeBrief(mei, 'en', autumn);
  // From here on nobody waits for the sender: it cannot come to rest.
  const { engine } = on.server;
  const context: Context = { engine, drafts: new Map(), idle: async () => undefined, paceMs: 0 };
  const as = (handle: string) => person(context, handle);
  const saving = await openStep(as('mei'), 'en', autumn);
  await saving.fill(briefFilling({ ...TEXTS.en, objective: 'Trial among families' }, 'en'));
  const winter = await starting(as('tom'), 'Winter film');
  const teaHouse = await starting(as('ines'), 'Tea house');
  return {
    early: [confirms(as('dana'), 'Spring launch'), submits(as('tom'), winter, () => hasTeam(as('tom'), 'winter-film'))],
    late: [
      confirms(as('dana'), 'Summer sale'),
      submits(as('ines'), teaHouse, () => hasTeam(as('ines'), 'tea-house')),
      submits(as('mei'), saving, () => mei.sees(autumn).some(({ text }) => text.includes('Trial among families'))),
    ],
    questions: [asks(as('hao'), '/project'), asks(as('xia'), '/brief'), asks(as('wei'), '/project new')],
    joining: {
      name: 'a colleague joins',
      does: () => as('mei').in(autumn).invite('hao'),
      told: () => null,
      isShown: () => mei.dms().some(({ text }) => text.includes('@hao joined the team channel of Autumn fair')),
    },
  };
}

/** Brings a project's brief to the client. */
async function sent(on: Outside, name: string): Promise<void> {
  const mei = on.as('mei');
  const team = await startProject(mei, 'en', { client: 'Acme', name });
  await writeBrief(mei, 'en', team);
  await openSending(mei, 'en', team, { channel: CLIENT_CHANNEL, approver: '@dana' });
  await on.until('the form shows who will see it', () => mei.modal().text.includes('@dana'));
  await mei.modal().submit();
}

/** A form for a new project, filled in. */
async function starting(who: Person, name: string): Promise<Modal> {
  const form = shown(await who.in('#general').command('/project new'));
  return form.fill({
    [words.project['client.label']()]: 'Acme',
    [words.project['name.label']()]: name,
    [words.project['work.label']()]: words.project['work.campaign'](),
    [words.project['wantedOn.label']()]: '2027-03-14',
  });
}

const hasTeam = (who: Person, name: string): boolean =>
  who.channels().includes(`#acme-${name}`) && who.sees(`#acme-${name}`).some(({ pinned }) => pinned);

function confirms(dana: Person, project: string): Deed {
  const label = words.answers['verb.confirmed']();
  const mine = () => dana.sees(CLIENT_CHANNEL).filter(({ text }) => text.includes(project));
  const isOpen = () => mine().some(({ buttons }) => buttons.includes(label));
  return {
    name: `${project} is confirmed`,
    does: async () => (isOpen() ? dana.click(label, { in: CLIENT_CHANNEL, message: project }) : undefined),
    told: () => {
      const threads = new Set(mine().flatMap(({ ts, thread }) => [ts, thread]));
      return dana.private().findLast(({ thread }) => thread !== undefined && threads.has(thread))?.text ?? null;
    },
    isShown: () => !isOpen(),
  };
}

function submits(who: Person, form: Modal, isShown: () => boolean): Deed {
  let left: Modal | undefined = form;
  return {
    name: `${who.handle} submits “${form.title}”`,
    does: async () => {
      if (left) left = await left.submit();
    },
    told: () => (left ? Object.values(left.errors).join(' ') : null),
    isShown,
  };
}

function asks(who: Person, command: string): Question {
  return {
    name: `${who.handle} types ${command}`,
    asks: () => who.in('#general').command(command),
    heard: () => (who.hasModal() ? `${who.modal().title} ${who.modal().text}` : (who.private().at(-1)?.text ?? '')),
  };
}

/** Whether a sentence says that what was asked for is not known to be done, and where it will show or what to do. */
export function saysSo(sentence: string): boolean {
  return (['en', 'zh'] as const).some((locale) => {
    const { late, lateNothingAsked, unexpected } = ioWords.in(locale);
    const [begins = ''] = unexpected({ reference: '#' }).split('#');
    return [late(), lateNothingAsked(), begins].some((one) => sentence.includes(one));
  });
}
