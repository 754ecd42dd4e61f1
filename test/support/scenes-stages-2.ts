import type { Modal } from '../../sandbox/driver/modal.ts';
import { roomsWords } from '../../src/rooms/words.ts';
import { stagesWords } from '../../src/stages/words.ts';
import { shown, startProject } from './acts.ts';
import { because, endAs } from './acts-stages.ts';
import { ALL_BUT_MANAGER, NOT_ON_THE_TEAM, type Role, type Walk } from './cast.ts';
import type { Scene } from './scenes.ts';
import { closeAll } from './scenes-project.ts';

/** Whoever is no full member of the agency's workspace: those may look at every project. */
export const GUESTS: readonly Role[] = NOT_ON_THE_TEAM.filter((role) => role !== 'colleague');

/** The verbs as they are typed in each language. */
const VERBS = {
  stage: '阶段',
  hold: '暂停',
  resume: '恢复',
  end: '结束',
  job: '任务',
  agreed: '既往确认',
} as const;
export type Verb = keyof typeof VERBS;

export const wordsOf = ({ cast }: Walk) => stagesWords.in(cast.locale);

/** The project that the scenes are about, and the other one of its client. */
export const nameOf = ({ cast }: Walk): string => `${cast.names[0]} 4`;
export const otherOf = ({ cast }: Walk): string => `${cast.names[1]} 4`;

/** `/project` with a verb, and what is typed after it, in the project's team channel or another. */
export function command(walk: Walk, verb: Verb, text = '', where = walk.team) {
  const { as, cast } = walk;
  const typed = cast.locale === 'zh' ? VERBS[verb] : verb;
  return as('manager').in(where).command(`/project ${typed} ${text}`.trim());
}

/** The other project of the client. */
export const beginOther = ({ as, cast }: Walk, name: string): Promise<string> =>
  startProject(as('manager'), cast.locale, { client: cast.client, name });

/** Several projects are in a channel: the first of those that fit is chosen. */
const choosing = (entry: string, asked: (walk: Walk) => Promise<unknown>, refused: readonly Role[]): Scene => ({
  list: 'presses',
  entry,
  by: 'manager',
  prepare: asked,
  act: ({ as, words }) => as('manager').modal().press(words.project.choose()),
  after: closeAll,
  refused,
});

/** The form of a project's channels, in its team channel. */
async function channels({ as, cast }: Walk, team: string): Promise<Modal> {
  const verb = cast.locale === 'zh' ? '频道' : 'channels';
  return shown(await as('manager').in(team).command(`/project ${verb}`));
}

/** Says in that form which channel the project shares with its client. */
async function share({ as, cast }: Walk, form: Modal): Promise<void> {
  const words = roomsWords.in(cast.locale);
  const choice = shown(await form.press(words.chooseClient()));
  await choice.fill({ [words['clientChannel.label']()]: cast.channel });
  await as('manager').modal().submit();
  await as('manager').modal().close({ all: true });
}

/** A job is in one project: which one is asked in the channel that two of them share with their client. */
async function askedForJob(walk: Walk): Promise<void> {
  const { team, cast, words } = walk;
  await share(walk, await channels(walk, await beginOther(walk, `${cast.names[1]} 6`)));
  // Of the project and its job, the project comes first.
  await share(walk, shown(await (await channels(walk, team)).press(words.project.choose())));
  shown(await command(walk, 'job', '', cast.channel));
}

/** Both are on hold then: the second at once, because there is no other to choose. */
async function holdBoth(walk: Walk): Promise<void> {
  const { as, cast } = walk;
  await because(as('manager').modal(), cast.locale, cast.reason);
  await closeAll(walk);
  await command(walk, 'hold', cast.reason);
}

/** The project ends, and its job with it: nothing of them waits for anybody. */
async function endBoth(walk: Walk): Promise<void> {
  const { as, cast } = walk;
  await endAs(as('manager').modal(), cast.locale, { as: 'completed', reason: cast.reason });
  await closeAll(walk);
}

/** Which project is meant, where there are several; then all of these are over. */
export const chosenScenes: readonly Scene[] = [
  choosing('stages.choose', (walk) => command(walk, 'stage'), GUESTS),
  choosing('stages.chooseAgreed', (walk) => command(walk, 'agreed'), ALL_BUT_MANAGER),
  choosing('stages.chooseJob', askedForJob, ALL_BUT_MANAGER),
  {
    ...choosing('stages.chooseHold', (walk) => command(walk, 'hold', walk.cast.reason), ALL_BUT_MANAGER),
    after: holdBoth,
  },
  choosing('stages.chooseResume', (walk) => command(walk, 'resume'), ALL_BUT_MANAGER),
  { ...choosing('stages.chooseEnd', (walk) => command(walk, 'end'), ALL_BUT_MANAGER), after: endBoth },
];
