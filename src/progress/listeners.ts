import {
  answered,
  type Answer,
  type Asked,
  type CommandEntry,
  type PressEntry,
  pressed,
  type SubmitEntry,
  submitted,
} from '../io/answers.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import { asTyped } from '../kit/typed.ts';
import { chooseValue } from '../project/model-metadata.ts';
import { type ProjectDeps, projectInside } from '../project/service.ts';
import { chosenHere } from '../project/service-here.ts';
import {
  healthForm,
  nowMeta,
  pauseForm,
  PROGRESS_IDS,
  progressMeta,
  rhythmForm,
  rhythmMeta,
  TYPED_MOST,
  typedMeta,
  type Verb,
} from './model-forms.ts';
import { pausePosts, postNow, type Said, saveRhythm, setHealth } from './service.ts';
import { doVerb, type Shown } from './service-open.ts';
import { saidModal, saidNotice } from './views-forms.ts';
import { postedNow, readBack, sameRhythm } from './views-lines.ts';

type Deps = ProjectDeps;

const told = (outcome: Shown | Refusal): Answer | Refusal =>
  answered(outcome, (shown) =>
    shown.is === 'form' ? { answer: 'open', view: shown.view } : { answer: 'tell', message: saidNotice(shown.said) },
  );

/** The same in the place of the question which project is meant. */
const inPlace = (outcome: Shown | Refusal, { locale }: Asked): Answer | Refusal =>
  answered(outcome, (shown) => ({
    answer: 'replace',
    view: shown.is === 'form' ? shown.view : saidModal(shown.said, locale),
  }));

const command = (verb: Verb, verbs: readonly string[]): CommandEntry<Deps> => ({
  command: '/progress',
  verbs,
  run: async (asked, deps, text) => {
    const typed = asTyped(text.trim()).slice(0, TYPED_MOST).toWellFormed();
    const choosing = { action: PROGRESS_IDS.choose, carried: typedMeta.encode({ verb, typed }) };
    return chosenHere(deps, asked, choosing, async (project) =>
      told(await doVerb(deps, asked, project, { verb, typed })),
    );
  },
});

export const progressCommands: readonly CommandEntry<Deps>[] = [
  command('now', []),
  command('now', ['now', '现在']),
  command('pause', ['pause', '暂停']),
  command('resume', ['resume', '恢复']),
  command('health', ['health', '状态']),
  command('settings', ['settings', '设置']),
];

export const progressPresses: readonly PressEntry<Deps>[] = [
  pressed(PROGRESS_IDS.choose, chooseValue, async (asked: Asked, deps: Deps, { project: id }) => {
    const meant = typedMeta.decode(asked.view?.metadata) ?? { verb: 'now', typed: '' };
    const project = await projectInside(deps, asked, id);
    return isRefusal(project) ? project : inPlace(await doVerb(deps, asked, project, meant), asked);
  }),
];

/** What was done, read back where the form stood. */
async function saidOf(asked: Asked, saying: Said): Promise<Answer | Refusal> {
  const { locale } = asked;
  return answered(await saying, ({ project, done }) => ({
    answer: 'replace',
    view: saidModal(readBack(project, done, locale), locale),
  }));
}

export const progressSubmits: readonly SubmitEntry<Deps>[] = [
  submitted(PROGRESS_IDS.nowForm, nowMeta, [], async (asked, deps: Deps, { project: id, day }) =>
    answered(await postNow(deps, asked, id, day), ({ project }) => ({
      answer: 'replace',
      view: saidModal(postedNow(project, asked.locale), asked.locale),
    })),
  ),
  submitted(PROGRESS_IDS.pauseForm, progressMeta, pauseForm, (asked, deps: Deps, { project }, { pauseUntil }) =>
    saidOf(asked, pausePosts(deps, asked, project, pauseUntil)),
  ),
  submitted(PROGRESS_IDS.healthForm, progressMeta, healthForm, (asked, deps: Deps, { project }, answers) =>
    saidOf(asked, setHealth(deps, asked, project, answers)),
  ),
  submitted(
    PROGRESS_IDS.settingsForm,
    rhythmMeta,
    ({ minute }) => rhythmForm(minute),
    async (asked, deps: Deps, { project: id }, answers) =>
      answered(await saveRhythm(deps, asked, id, answers), ({ project, done }) => ({
        answer: 'replace',
        view: saidModal(done ? readBack(project, done, asked.locale) : sameRhythm(project, asked.locale), asked.locale),
      })),
  ),
];
