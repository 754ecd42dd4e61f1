import type { Modal } from '../../sandbox/driver/modal.ts';
import { answerWords } from '../../src/approval/words-answers.ts';
import { briefWords } from '../../src/brief/words.ts';
import { ioWords } from '../../src/io/words.ts';
import { projectWords } from '../../src/project/words.ts';
import { openSending, shown, startProject, writeBrief } from '../support/acts.ts';
import type { Outside } from '../support/outside.ts';

const CLIENT = 'Acme';
export const CLIENT_CHANNEL = '#acme-lantern';
const words = { answers: answerWords.in('en'), brief: briefWords.in('en'), project: projectWords.in('en') };

/** A deed that is about to be done. */
type Ready = {
  /** Does it. @throws where Slack tells the person that the app did not answer */
  attempt: () => Promise<unknown>;
  /** Does it once more, where the person still can. @returns whether they see it done; what Slack does by itself is not theirs */
  again: () => Promise<boolean>;
  /** What the person does next, with what came of it. */
  goOn: () => Promise<unknown>;
};

/** Something that a person does and that Liaison decides on. `isEvent`: Slack tells of it, and nobody waits for an answer. */
export type Deed = {
  name: string;
  isEvent: boolean;
  /** Brings a project of this name to where it can be done. */
  prepare: (on: Outside, project: string) => Promise<Ready>;
};

const TAKEN = JSON.stringify(null);
const nothing = async (): Promise<void> => undefined;

/** A press that decides, by somebody of another company. */
export const CONFIRM: Deed = {
  name: 'the approver’s Confirm',
  isEvent: false,
  prepare: async (on, project) => {
    const sending = await readyToSend(on, project);
    await sending.attempt();
    const dana = on.as('dana');
    const label = words.answers['verb.confirmed']();
    const mine = { in: CLIENT_CHANNEL, message: project };
    const isThere = () =>
      dana.sees(CLIENT_CHANNEL).some(({ text, buttons }) => text.includes(project) && buttons.includes(label));
    return {
      attempt: () => dana.click(label, mine),
      again: async () => {
        if (isThere()) await dana.click(label, mine);
        return !isThere();
      },
      goOn: nothing,
    };
  },
};

/** A submission whose channel, invitation, topic, card and pin follow. */
export const START: Deed = {
  name: 'a project that is started',
  isEvent: false,
  prepare: async ({ as }, project) => {
    const form = shown(await as('mei').in('#general').command('/project new'));
    const filled = form.fill({
      [words.project['client.label']()]: CLIENT,
      [words.project['name.label']()]: project,
      [words.project['work.label']()]: words.project['work.campaign'](),
      [words.project['wantedOn.label']()]: '2027-03-14',
    });
    return submitting(await filled, TAKEN);
  },
};

/** A submission whose messages go to the client and to the team. */
export const SEND: Deed = {
  name: 'a brief that is sent to the client',
  isEvent: false,
  prepare: (on, project) => readyToSend(on, project),
};

/** An event, on which Liaison decides by itself. */
export const JOIN: Deed = {
  name: 'a colleague who joins the team channel',
  isEvent: true,
  prepare: async ({ as }, project) => {
    const mei = as('mei');
    const team = await startProject(mei, 'en', { client: CLIENT, name: project });
    return {
      attempt: () => mei.in(team).invite('ines'),
      again: async () => true,
      goOn: () => mei.click(words.project.joinerYes(), { message: project }),
    };
  },
};

async function readyToSend(on: Outside, project: string): Promise<Ready> {
  const mei = on.as('mei');
  const team = await startProject(mei, 'en', { client: CLIENT, name: project });
  await writeBrief(mei, 'en', team);
  await openSending(mei, 'en', team, { channel: CLIENT_CHANNEL, approver: '@dana' });
  await on.until('the form shows who will see it', () => mei.modal().text.includes('@dana'));
  return submitting(mei.modal(), words.brief['brief.unchanged']({ version: 1 }));
}

/** A form stays open until it is taken. `there`: what it says where it was taken before. */
function submitting(modal: Modal, there: string): Ready {
  const submit = async (): Promise<string> => JSON.stringify((await modal.submit())?.errors ?? null);
  return {
    attempt: async () => {
      const left = await submit();
      if (left !== TAKEN) throw new Error(`the form was not taken: ${left}`);
    },
    again: async () => {
      const left = await submit();
      const isDone = left === TAKEN || left.includes(there);
      if (!isDone && !left.includes(ioWords.in('en').late())) throw new Error(`the form was not taken: ${left}`);
      return isDone;
    },
    goOn: nothing,
  };
}
