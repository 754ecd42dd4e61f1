import type { Context } from '../../sandbox/driver/context.ts';
import type { Modal } from '../../sandbox/driver/modal.ts';
import { person, type Person } from '../../sandbox/driver/person.ts';
import { projectWords } from '../../src/project/words.ts';
import { briefFilling, openSending, sentProject, shown, startProject, TEXTS, writeBrief } from '../support/acts.ts';
import type { Stage } from '../support/stage.ts';

/** People of whom it can be said whether they wait until the sender rests: while Slack is away it never does. */
export type Crowd = { as: (handle: string) => Person; waitForSender: (isSo: boolean) => void };

export function crowd({ slack, bot }: Stage): Crowd {
  const { engine } = slack;
  let isPatient = true;
  const idle = async (): Promise<void> => {
    if (isPatient) return slack.idle();
    for (let last; last !== engine.journal.entries.at(-1) || engine.dispatch.busy();) {
      last = engine.journal.entries.at(-1);
      await engine.dispatch.idle();
      await bot.sender.settled();
    }
  };
  const context: Context = { engine, drafts: new Map(), idle, paceMs: 0 };
  return {
    as: (handle) => person(context, handle),
    waitForSender: (isSo) => {
      isPatient = isSo;
    },
  };
}

const OBJECTIVES = { tom: 'What Tom wrote', ines: 'What Ines wrote, later' } as const;

/** Four projects on the day on which Slack goes away, and the modals that are open at that moment. */
export type Day = {
  /** Team channels: its brief is with the client; it may go to the next stage; it is to be sent; it is being written. */
  spring: string;
  summer: string;
  autumn: string;
  winter: string;
  open: Record<'sending' | 'starting' | 'tom' | 'ines', Modal>;
};

/** Olivia is to confirm for the client; Ines is on the team of the project of Tom's. */
export async function dayBegins({ as }: Crowd): Promise<Day> {
  const [mei, tom] = [as('mei'), as('tom')];
  const toOlivia = { channel: '#acme-lantern', approver: '@olivia' };
  const spring = await sentProject(mei, 'en', { client: 'Acme', name: 'Spring launch' }, toOlivia);
  const summer = await sentProject(mei, 'en', { client: 'Acme', name: 'Summer sale' }, toOlivia);
  await as('olivia').click('Confirm', { in: '#acme-lantern' });
  const autumn = await startProject(mei, 'en', { client: 'Acme', name: 'Autumn fair' });
  await writeBrief(mei, 'en', autumn);
  const winter = await startProject(tom, 'en', { client: 'Boreal', name: 'Winter film' });
  await tom.in(winter).invite('ines');
  await tom.click('Yes, on the team');
  const written = async (who: 'tom' | 'ines') => {
    const form = shown(await as(who).in(winter).command('/brief'));
    return form.fill(briefFilling({ ...TEXTS.en, objective: OBJECTIVES[who] }, 'en'));
  };
  const open = {
    sending: await openSending(mei, 'en', autumn, { channel: '#acme-lantern', approver: '@dana' }),
    starting: await filledStart(as('xia')),
    tom: await written('tom'),
    ines: await written('ines'),
  };
  return { spring, summer, autumn, winter, open };
}

async function filledStart(person: Person): Promise<Modal> {
  const words = projectWords.in('zh');
  return shown(await person.in('#general').command('/project new')).fill({
    [words['client.label']()]: '云山茶',
    [words['name.label']()]: '春茶上市',
    [words['work.label']()]: words['work.campaign'](),
    [words['wantedOn.label']()]: '2027-03-14',
  });
}

export type Deed = { minute: number; does: () => Promise<unknown> };

/** What people decide in the hour in which Slack is away, with what they have before them. */
export function decisions({ as }: Crowd, { summer, autumn, winter, open }: Day): Deed[] {
  return [
    // What is said of it is said once, to whoever pressed, and to nobody later.
    { minute: 1, does: () => as('tom').click('Confirm', { in: '#acme-lantern', message: 'Spring launch' }) },
    { minute: 2, does: () => as('olivia').click('Confirm', { in: '#acme-lantern', message: 'Spring launch' }) },
    { minute: 3, does: () => as('mei').click('Start Proposal', { in: summer }) },
    { minute: 4, does: () => open.sending.submit() },
    { minute: 5, does: () => open.starting.submit() },
    { minute: 6, does: () => open.tom.submit() },
    { minute: 7, does: () => as('tom').in(winter).invite('wei') },
    { minute: 8, does: () => as('mei').in(autumn).command('/project') },
    { minute: 9, does: () => as('mei').in(autumn).command('/brief') },
    { minute: 35, does: async () => (await open.ines.submit())?.submit() },
  ];
}
