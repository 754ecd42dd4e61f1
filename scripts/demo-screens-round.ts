/** The pictures of everything somebody must agree to: gathering, several approvers, off Slack, corrections. */
import { setTimeout as sleep } from 'node:timers/promises';
import { briefWords } from '../src/brief/words.ts';
import { correctWords } from '../src/brief/words-correct.ts';
import type { Locale } from '../src/kit/locale.ts';
import { confirmSecond, contradict, type Round, sendToBoth, takePaper, wordsOf } from '../test/journeys/round.ts';
import { clear, complete, slowly } from './demo-screens-acts.ts';
import { askedByCard, sentToOne } from './demo-screens-client.ts';
import { closed, ending, type House, peopled, roomed, staged } from './demo-screens-house.ts';
import { managed, profile } from './demo-screens-managed.ts';
import { begin, gatherAll } from '../test/journeys/round-gather.ts';
import { TEXTS } from '../test/journeys/round-texts.ts';
import type { Window } from '../test/journeys/window.ts';

type Shoot = (name: string, window: Window) => Promise<void>;
type Cast = Pick<Round, 'names' | 'client' | 'clientChannel' | 'project'> & {
  handles: readonly [string, string, string];
  typo: string;
  right: string;
  others: readonly [outside: string, asked: string];
  offSlack: string;
  mail: string;
  inside: string;
  /** Should not leave the house, and is pointed out. */
  margin: string;
  house: House & { project: string };
};

const CASTS: Readonly<Record<Locale, Cast>> = {
  en: {
    handles: ['mei', 'dana', 'ana'],
    names: { first: 'Dana Reed', second: 'Ana Lim', standIn: 'Ben Hall' },
    client: 'Acme',
    clientChannel: 'acme-lantern',
    project: 'Campus tour',
    typo: 'Students and famlies in London',
    right: 'Students and families in London',
    others: ['Export leaflet', 'Summer sale'],
    offSlack: 'Robert Lindqvist, Export Director\nWang Lei, Marketing Director',
    mail: 'We confirm version 1 as it stands.',
    inside: 'Fine with me, I will write tonight.',
    margin: 'Key visual, with our margin of 18 %',
    house: {
      project: 'Harvest weeks',
      deputy: 'Tom Baker',
      creative: 'Wei Lin',
      director: 'Hao Zhang',
      supplier: 'Riverside Print',
      reason: 'The client waits for its budget round',
    },
  },
  zh: {
    handles: ['xia', 'zhou', 'an'],
    names: { first: 'Zhou Lan', second: '安宁', standIn: '柏林' },
    client: '云山茶',
    clientChannel: 'yunshan-lantern',
    project: '校园行',
    typo: '上海的大学生和他们的家认',
    right: '上海的大学生和他们的家人',
    others: ['出口宣传页', '夏季促销'],
    offSlack: '林博，出口总监\n王磊，市场总监',
    mail: '我们确认第 1 版，没有修改。',
    inside: '可以，晚上发邮件。',
    margin: '主视觉（毛利 18 %）',
    house: {
      project: '丰收季',
      deputy: 'Wei Lin',
      creative: 'Hao Zhang',
      director: 'Mei Chen',
      supplier: '江边印刷',
      reason: '客户在等预算批复',
    },
  },
};

/** Plays the round, then what it has no room for: outside Slack, the client asked, a request managed. */
export async function playRound(
  locale: Locale,
  open: (handle: string) => Promise<Window>,
  shoot: Shoot,
): Promise<void> {
  const { handles, typo, ...cast } = CASTS[locale];
  const [am, first, second] = [await open(handles[0]), await open(handles[1]), await open(handles[2])];
  const texts = { ...TEXTS[locale], newAudience: typo };
  let isFirst = true;
  const lookedOver = async (opens: () => Promise<void>) => {
    await slowly(opens);
    // Whoever decided for this client last stands there already.
    if (isFirst) await clear(am, briefWords.in(locale)['approvers.label']());
    isFirst = false;
  };
  const round: Round = { ...cast, locale, am, first, second, texts, look: shoot, lookedOver };
  await begin(round);
  await gatherAll(round);
  await sendToBoth(round);
  await contradict(round);
  await confirmSecond(round);
  await takePaper(round);
  await correct(round, CASTS[locale]);
  await outside({ ...round, project: cast.others[0] }, CASTS[locale]);
  const [, ...rest] = texts.document;
  await managed({ ...round, project: cast.others[1], texts: { ...texts, document: [['', cast.margin], ...rest] } });
  await profile(round);
}

/** Plays what is around a brief: people, stages, channels, and what the client asks for by its card. */
export async function playHouse(
  locale: Locale,
  open: (handle: string) => Promise<Window>,
  shoot: Shoot,
): Promise<void> {
  const { handles, house, ...cast } = CASTS[locale];
  const [am, first] = [await open(handles[0]), await open(handles[1])];
  const { project } = house;
  const round: Round = {
    ...cast,
    project,
    locale,
    am,
    first,
    second: first,
    texts: TEXTS[locale],
    look: shoot,
    lookedOver: slowly,
  };
  await complete(round);
  await closed(round);
  await peopled(round, house);
  await roomed(round);
  await ending(round, house);
  await sentToOne(round);
  await askedByCard(round);
  await staged(round, house);
}

/** A typing error in what was confirmed is put right, and the client looks at it and objects. */
async function correct(round: Round, { right }: Cast): Promise<void> {
  const { am, first, locale } = round;
  const { brief, steps } = wordsOf(round);
  const words = correctWords.in(locale);
  await am.press(brief.edit(), brief.cardTitle({ project: round.project }));
  await am.answer(steps['edit.essentials']());
  await am.fill({ [brief['audience.label']()]: right });
  await am.answer(brief.editSubmit());
  await am.modal(steps.overviewTitle()).getByText(right).waitFor();
  await am.answer(brief.close());
  await am.press(words.correct(), brief.cardTitle({ project: round.project }));
  await am.modal(words.title()).waitFor();
  await round.look('correct', am);
  await am.answer(words.submit());
  await first.sees(words.object());
  await round.look('correction-note', first);
  await first.page.getByRole('button', { name: words.object(), exact: true }).last().click();
  await first.modal(words.objectTitle()).waitFor();
  await round.look('correction-object', first);
  await first.answer(words.cancel());
  await am.goHome();
  await round.look('home-after', am);
}

/** Nobody is on Slack: the text and the PDF leave by hand, and what comes back is recorded. */
async function outside(round: Round, { offSlack, mail, inside }: Cast): Promise<void> {
  const { am } = round;
  const { brief, paper, evidence } = wordsOf(round);
  await complete(round);
  await am.answer(brief.close());
  await slowly(() => am.press(brief.sendButton(), brief.draftState()));
  await clear(am, brief['approvers.label']());
  await am.fill({ [brief['offSlack.label']()]: offSlack });
  await am.choose(brief['reach.label'](), brief['reach.outside']());
  await sleep(700);
  await round.look('send-outside', am);
  await am.answer(brief.sendSubmit());
  await am.sees(paper.textButton());
  await round.look('outside-card', am);
  const card = brief.cardTitle({ project: round.project });
  await am.press(paper.textButton(), card);
  await am.modal(paper.textModal()).waitFor();
  await round.look('as-text', am);
  await am.page.getByRole('dialog').getByRole('button', { name: paper.textClose(), exact: true }).first().click();
  const [one = '', other = ''] = offSlack.split('\n');
  await record(round, one, 'email', mail);
  await record(round, other, 'telephone', inside);
  await am.openThread(card);
  await am.sees(evidence.toldWords());
  await round.look('outside-thread', am);
  await am.message(card).scrollIntoViewIfNeeded();
  await round.look('outside-answered', am);
}

/** "Record client decision", from the card. */
async function record(round: Round, who: string, way: 'email' | 'telephone', words: string): Promise<void> {
  const { am } = round;
  const { evidence, answers, brief } = wordsOf(round);
  await am.press(evidence.record(), brief.cardTitle({ project: round.project }));
  await am.modal(evidence.saidTitle()).waitFor();
  await am.choose(evidence['approver.label'](), who);
  await am.choose(evidence['verb.label'](), answers['verb.confirmed']());
  await am.choose(evidence['way.label'](), evidence[`way.${way}`]());
  await am.fill({ [evidence['words.label']()]: words });
  await round.look(`record-${way}`, am);
  await am.answer(evidence.saidSubmit());
  await am.modal(evidence.whenTitle()).waitFor();
  await round.look(`record-${way}-when`, am);
  await am.answer(evidence.whenSubmit());
  await am.page.getByRole('dialog').waitFor({ state: 'detached' });
}
