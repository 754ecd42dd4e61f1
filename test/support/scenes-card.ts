import { cardWords } from '../../src/client/words-card.ts';
import { requestWords } from '../../src/client/words-requests.ts';
import type { RequestKind } from '../../src/project/model.ts';
import { confirm, sentProject, shown } from './acts.ts';
import { askByCard, openByCard, previewReply } from './acts-client.ts';
import { ALL_BUT_APPROVER, ALL_BUT_MANAGER, type Role, type Walk } from './cast.ts';
import type { Scene } from './scenes.ts';

/**
 * Of those who could press, the agency's own people. Whoever is on no roster may ask from the client channel itself, and what
 * others do is sent here as if it came from there.
 */
const AGENCYS = ['manager', 'teammate', 'colleague'] as const satisfies readonly Role[];

const asks = ({ cast }: Walk) => requestWords.in(cast.locale);
const card = ({ cast }: Walk) => cardWords.in(cast.locale);
const nameOf = ({ cast }: Walk): string => `${cast.names[0]} 3`;
const byCard = (walk: Walk) => ({ channel: walk.cast.channel, project: nameOf(walk), card: walk.cast.locale });

const close =
  (role: Role) =>
  async ({ as }: Walk): Promise<void> => {
    if (as(role).hasModal()) await as(role).modal().close({ all: true });
  };

/** A project of its own, whose client has confirmed the brief and asked how things stand: more than one page of their record. */
async function begin(walk: Walk): Promise<void> {
  const { as, cast } = walk;
  const { locale: language, channel, people } = cast;
  const sending = { channel, approver: `@${people.approver}`, language };
  const team = await sentProject(as('manager'), language, { client: cast.client, name: nameOf(walk) }, sending);
  await confirm(as('approver'), language, channel);
  for (let times = 0; times < 2; times += 1) {
    await askByCard(as('approver'), { ...byCard(walk), button: 'status' });
    await close('approver')(walk);
  }
  Object.assign(walk, { team });
}

/** The client opens the form of one kind from the card. */
const asking = (kind: RequestKind): Scene => ({
  list: 'presses',
  entry: `client.${kind}`,
  by: 'approver',
  act: (walk) => openByCard(walk.as('approver'), { ...byCard(walk), button: kind }),
  refused: AGENCYS,
});

/** And sends it, filled in. */
const sending = (kind: RequestKind, filling: (walk: Walk) => Readonly<Record<string, string>>): Scene => ({
  list: 'submits',
  entry: `client.${kind}Form`,
  by: 'approver',
  prepare: (walk) => walk.as('approver').modal().fill(filling(walk)),
  act: ({ as }) => as('approver').modal().submit(),
  after: close('approver'),
  refused: AGENCYS,
});

/** What the client asks for by its card. */
const askedScenes: readonly Scene[] = [
  { ...asking('newRequest'), prepare: begin },
  sending('newRequest', (walk) => ({
    [asks(walk)['need.label']()]: walk.cast.names[1],
    [asks(walk)['neededBy.label']()]: '2027-03-14',
  })),
  asking('problem'),
  sending('problem', (walk) => ({
    [asks(walk)['happened.label']()]: walk.cast.reason,
    [asks(walk)['noticed.label']()]: walk.cast.names[1],
  })),
  asking('status'),
  sending('status', (walk) => ({ [asks(walk)['question.label']()]: walk.cast.names[1] })),
];

/** The manager opens what a request can be answered with. */
const answering = (entry: string, label: (walk: Walk) => string): Scene => ({
  list: 'presses',
  entry,
  by: 'manager',
  act: async (walk) => shown(await walk.as('manager').click(label(walk), { in: walk.team })),
  refused: ALL_BUT_MANAGER,
});

/** And how the team answers it. What was asked last is answered first. */
const answeredScenes: readonly Scene[] = [
  { ...answering('client.draftStatus', (walk) => asks(walk).draftStatus()), after: close('manager') },
  answering('client.answer', (walk) => asks(walk).answer()),
  {
    list: 'submits',
    entry: 'client.replyForm',
    by: 'manager',
    prepare: ({ as, cast }) => previewReply(as('manager'), cast.locale, as('manager').modal(), cast.reason),
    act: ({ as }) => as('manager').modal().submit(),
    after: close('manager'),
    refused: ALL_BUT_MANAGER,
  },
  answering('client.startJob', (walk) => asks(walk).startJob()),
  {
    list: 'submits',
    entry: 'client.jobForm',
    by: 'manager',
    act: ({ as }) => as('manager').modal().submit(),
    after: close('manager'),
    refused: ALL_BUT_MANAGER,
  },
];

/** A page of the client's part of the record, from the one that is shown. */
const turning = (which: 'recordOlder' | 'recordNewest'): Scene => ({
  list: 'presses',
  entry: `client.${which}`,
  by: 'approver',
  act: (walk) => walk.as('approver').modal().press(card(walk)[which]()),
  refused: ALL_BUT_APPROVER,
});

const recordScenes: readonly Scene[] = [
  {
    list: 'presses',
    entry: 'client.record',
    by: 'approver',
    act: async (walk) => {
      const { channel, project } = byCard(walk);
      const found = { in: channel, message: new RegExp(project, 'u') };
      shown(await walk.as('approver').click(card(walk).record(), found));
    },
    refused: ALL_BUT_APPROVER,
  },
  turning('recordOlder'),
  { ...turning('recordNewest'), after: close('approver') },
];

/** What the client asks for by its card, how it is answered, and what they read of it. */
export const cardScenes: readonly Scene[] = [...askedScenes, ...answeredScenes, ...recordScenes];
