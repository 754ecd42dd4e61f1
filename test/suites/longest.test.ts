import { afterEach, expect, test } from '@jest/globals';
import type { SeenMessage } from '../../sandbox/driver/seen.ts';
import { answerWords } from '../../src/approval/words-answers.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import {
  briefFilling,
  leaveOverview,
  openSending,
  openStep,
  requestChanges,
  sendBrief,
  shown,
  startProject,
  writeBrief,
} from '../support/acts.ts';
import { beginWalk, CHINESE, ENGLISH, type Walk } from '../support/cast.ts';
import { FLAVOURS, filled, filledLines, type Flavour } from '../support/hostile.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
afterEach(() => on.end());

/** What stands in a message's rich text, run after run. */
function typed(messages: readonly SeenMessage[]): string {
  type Run = { type: string; text?: string; elements?: Run[] };
  const runs = (one: Run): string => one.text ?? (one.elements ?? []).map(runs).join('');
  const rich = messages.flatMap(({ raw }) => raw.blocks.filter(({ type }) => type === 'rich_text'));
  return rich.map((block) => runs(block as Run)).join('');
}

const inThread = (walk: Walk, title: string) =>
  walk
    .as('approver')
    .sees(walk.cast.channel)
    .filter(({ fallback, thread }) => thread && fallback.includes(title));

/** Whoever is mentioned on purpose; the typed text names somebody else and whole channels. */
function expectOnlyIntendedPings(walk: Walk): void {
  const { manager, approver } = walk.cast.people;
  const all = [...on.slack.engine.world.channels.values()].flatMap(({ name }) =>
    walk.as('manager').channels().includes(`#${name}`) ? walk.as('manager').sees(name) : [],
  );
  const ours = [...all, ...walk.as('manager').dms()].filter(({ raw }) => raw.byApp);
  const pinged = new Set(ours.flatMap(({ pings }) => pings));
  expect([...pinged].filter((one) => one !== `@${manager}` && one !== `@${approver}`)).toEqual([]);
}

/** Slack waits this long for an acknowledgement (docs.slack.dev, interactivity). */
const ACK_LIMIT_MS = 3000;

const CASES = [ENGLISH, CHINESE].flatMap((cast) =>
  (Object.keys(FLAVOURS) as Flavour[]).map((flavour) => [flavour, cast.locale, cast] as const),
);

test.each(CASES)(
  'answers as long as they may be, %s, come out as typed and call nobody (%s)',
  async (flavour, locale, cast) => {
    on = await stage();
    const walk = beginWalk(on, cast);
    const { people, channel } = cast;
    const unit = FLAVOURS[flavour](walk.as('colleague').id);
    const name = filled(unit, BOUNDS.projectName);
    const client = filled(unit, BOUNDS.clientName);
    const long = filled(unit, BOUNDS.longAnswer);
    const texts = {
      objective: long,
      audience: `${long.slice(0, -4)}AUDI`,
      keyMessage: `${long.slice(0, -4)}KEYM`,
      deliverables: filledLines(unit),
    };
    const manager = walk.as('manager');
    const team = await startProject(manager, locale, { client, name });
    expect(manager.sees(team).find(({ pinned }) => pinned)?.text).toContain(`${name} · ${client}`);
    await writeBrief(manager, locale, team, texts);

    const sending = { channel, approver: `@${people.approver}`, language: locale };
    await (await openSending(manager, locale, team, sending)).submit();
    expect(manager.hasModal()).toBe(false);
    const first = typed(inThread(walk, '1'));
    for (const text of [texts.objective, texts.audience, texts.keyMessage, ...texts.deliverables.split('\n')]) {
      expect(first).toContain(text);
    }

    await requestChanges(walk.as('approver'), locale, channel, long);
    expect(typed(manager.sees(team).slice(-1))).toBe(long);

    // The form shows it all again, and every line is changed by one word.
    const again = await openStep(manager, locale, team);
    for (const text of [texts.objective, texts.deliverables]) expect(again.text).toContain(text);
    const changed = { ...texts, objective: `NEW${long.slice(3)}`, audience: filled('Y', BOUNDS.longAnswer) };
    await leaveOverview(await again.fill(briefFilling(changed, locale)).submit(), locale);
    await sendBrief(manager, locale, team, sending);
    await walk.as('approver').click(walk.words.answers['verb.confirmed'](), { in: channel });
    expect(typed(inThread(walk, '2'))).toContain('NEW');

    await manager.in(team).command('/project');
    expect(manager.private().at(-1)?.text).toContain(name);
    expect(shown(await manager.in(team).command('/project record')).text).toContain(name);
    expect((await manager.home()).text).toBeDefined();
    expectOnlyIntendedPings(walk);
    on.slack.expectNoErrors();
  },
);

/** Text in which hardly two characters follow one another twice, the same for the same seed. */
function unlike(seed: number): string {
  let state = seed;
  const next = () => (state = (state * 48_271) % 2_147_483_647);
  return Array.from({ length: BOUNDS.longAnswer }, () => String.fromCodePoint(0x4e_00 + (next() % 3500))).join('');
}

test('four answers as long as they may be, all of them written anew, are compared within Slack’s three seconds', async () => {
  on = await stage();
  const { locale, channel, people } = CHINESE;
  const [xia, zhou] = [on.slack.as(people.manager), on.slack.as(people.approver)];
  const sending = { channel, approver: `@${people.approver}`, language: locale } as const;
  const team = await startProject(xia, locale, { client: CHINESE.client, name: CHINESE.names[0] });
  const answers = (seed: number) => ({
    objective: unlike(seed),
    audience: unlike(seed + 1),
    keyMessage: unlike(seed + 2),
    deliverables: unlike(seed + 3),
  });
  for (const seed of [10, 20]) {
    expect(await writeBrief(xia, locale, team, answers(seed))).toBeUndefined();
    expect(await sendBrief(xia, locale, team, sending)).toBeUndefined();
  }
  await zhou.click(answerWords.in(locale)['verb.confirmed'](), { in: channel });
  expect(zhou.sees(channel).at(-1)?.text).toContain('书面确认单');

  const second = typed(zhou.sees(channel).filter(({ fallback }) => fallback.includes('第 2 版')));
  for (const text of [10, 20].flatMap((seed) => Object.values(answers(seed)))) expect(second).toContain(text);
  const slow = on.slack.journal
    .deliveries()
    .filter(({ outcome, tookMs }) => outcome !== 'ok' || tookMs >= ACK_LIMIT_MS);
  expect(slow.map(({ name, tookMs }) => ({ name, tookMs }))).toEqual([]);
  on.slack.expectNoErrors();
});

test('what does not fit is stopped by the form itself', async () => {
  on = await stage();
  const mei = on.slack.as('mei');
  const team = await startProject(mei, 'en', { client: 'Acme', name: 'Spring launch' });
  const left = await writeBrief(mei, 'en', team, { objective: 'x'.repeat(BOUNDS.longAnswer + 1) });
  expect(Object.keys(shown(left).errors)).toEqual(['What must this achieve?']);
  const list = Array.from({ length: BOUNDS.deliverables + 1 }, (_, index) => `Film ${index}`).join('\n');
  const tooMany = await shown(left)
    .fill({ 'What must this achieve?': 'Trial', 'What will be delivered?': list })
    .submit();
  expect(shown(tooMany).errors).toEqual({
    'What will be delivered?': 'At most 20 lines, one deliverable each. More than that belongs in the plan.',
  });
  on.slack.expectNoErrors();
});
