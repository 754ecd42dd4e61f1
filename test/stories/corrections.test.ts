import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { briefWords } from '../../src/brief/words.ts';
import { correctWords } from '../../src/brief/words-correct.ts';
import { confirm, read, sendBrief, sentProject, shown, TEXTS, writeBrief } from '../support/acts.ts';
import { openOverview } from '../support/acts-steps.ts';
import { beginWalk, CHINESE, ENGLISH, type Walk } from '../support/cast.ts';
import { decided } from '../support/outcome.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.end());

type Cast = typeof ENGLISH;

/** With a typing error, without it, with another one put right, and with another meaning. */
const LINES = {
  en: ['Trial among studnets', 'Trial among students', 'Trial among Students', 'Trial among families'],
  zh: ['让大学声尝试春茶', '让大学生尝试春茶', '让大学生尝试春茶。', '让大学生不尝试春茶'],
} as const;

async function confirmed(cast: Cast): Promise<Walk> {
  const { locale } = cast;
  const walk = beginWalk(on, cast);
  const starting = { client: cast.client, name: cast.names[0] };
  const sending = { channel: cast.channel, approver: `@${cast.people.approver}`, language: locale } as const;
  const team = await sentProject(walk.as('manager'), locale, starting, sending);
  Object.assign(walk, { team });
  await walk.as('manager').in(team).invite(cast.people.teammate);
  await walk.as('manager').click(walk.words.project.joinerYes());
  await write(walk, 0);
  await sendBrief(walk.as('manager'), locale, team, sending);
  await confirm(walk.as('approver'), locale, cast.channel);
  return walk;
}

const write = ({ as, cast, team }: Walk, at: 0 | 1 | 2 | 3, by: 'manager' | 'teammate' = 'manager') =>
  writeBrief(as(by), cast.locale, team, { ...TEXTS[cast.locale], objective: LINES[cast.locale][at] });

const wordsOf = ({ cast }: Walk) => correctWords.in(cast.locale);

/** Corrects what was written, from the card, after its preview. */
async function correct(walk: Walk): Promise<string> {
  const { as, team } = walk;
  const form = shown(await as('manager').click(wordsOf(walk).correct(), { in: team }));
  const preview = form.text;
  expect(await form.submit()).toBeUndefined();
  return preview;
}

const corrections = (walk: Walk, number: number) =>
  walk
    .as('approver')
    .sees(walk.cast.channel)
    .filter(({ fallback }) =>
      fallback.includes(wordsOf(walk).noteTitle({ project: walk.cast.names[0], correction: number, version: 2 })),
    );
const stateOf = ({ as, team }: Walk) =>
  read(as('manager'), team).find((text) => /^(Brief|简报|客户简报) ?·/u.test(text)) ?? '';

async function object(walk: Walk, reason: string) {
  const words = wordsOf(walk);
  const form = shown(await walk.as('approver').click(words.object(), { in: walk.cast.channel }));
  return form.fill({ [words['objection.label']()]: reason }).submit();
}

describe.each([ENGLISH, CHINESE])('a typing error in a confirmed brief, in $locale', (cast) => {
  const { locale } = cast;
  const words = correctWords.in(locale);

  test('is corrected and shown to the client; what was confirmed stays confirmed', async () => {
    const walk = await confirmed(cast);
    const { as, team } = walk;
    expect(stateOf(walk)).not.toContain(words.correct());
    await write(walk, 1);
    expect(stateOf(walk)).toContain(words.correct());
    const before = read(as('approver'), cast.channel).length;
    const preview = await correct(walk);
    const [post] = corrections(walk, 1);
    expect(read(as('approver'), cast.channel)).toHaveLength(before + 1);
    expect(post?.thread).toBeDefined();
    expect(post?.buttons).toEqual([words.object()]);
    // What was previewed is what is shown: the line as it was, and as it is.
    for (const text of [preview, post?.text])
      expect(text?.replaceAll('~', '')).toContain(locale === 'zh' ? '大学' : 'Trial among');
    expect(stateOf(walk)).toMatch(locale === 'zh' ? /已确认|确认/u : /confirmed/u);
    expect(stateOf(walk)).not.toContain(words.correct());
    expect((await openOverview(as('manager'), locale, team)).text).not.toContain(briefWords.in(locale).sendButton());
    await as('manager').modal().close({ all: true });
    const record = shown(
      await as('manager')
        .in(team)
        .command(locale === 'zh' ? '/project 记录' : '/project record'),
    );
    expect(record.text).toMatch(/correction 1 shown to the client|第 1 次更正已告知客户/u);
    on.slack.expectNoErrors();
  });

  test('is objected to: the text holds as it was confirmed, the team hears why, once', async () => {
    const walk = await confirmed(cast);
    const { as, team } = walk;
    await write(walk, 1);
    await correct(walk);
    const reason = `${LINES[locale][0]} <!channel> *was meant*`;
    const form = shown(await as('approver').click(words.object(), { in: cast.channel }));
    expect(await form.fill({ [words['objection.label']()]: reason }).submit()).toBeUndefined();
    expect(corrections(walk, 1).at(0)?.buttons).toEqual([]);
    expect(read(as('manager'), team).join('\n')).toContain(reason);
    const asked = as('manager')
      .sees(team)
      .filter(({ pings, text }) => pings.includes(`@${cast.people.manager}`) && text.includes(reason));
    expect(asked).toHaveLength(1);
    // The same is not put to them as a typing error again; a new version can.
    expect(stateOf(walk)).not.toContain(words.correct());
    expect(stateOf(walk)).toContain(briefWords.in(locale).sendButton());
    const settled = await decided(on);
    await on.slack.again(1, 'brief.objectForm');
    expect(await decided(on)).toBe(settled);
    on.slack.expectNoErrors();
  });

  test('a change of meaning is no typing error: the way is a new version', async () => {
    const walk = await confirmed(cast);
    const { as, team } = walk;
    await write(walk, 3);
    expect(stateOf(walk)).not.toContain(words.correct());
    // A preview that was open meanwhile shows something else by then: nothing leaves.
    await write(walk, 1);
    const form = shown(await as('manager').click(words.correct(), { in: team }));
    await write(walk, 3, 'teammate');
    const before = await decided(on);
    expect(shown(await form.submit()).text).toContain(briefWords.in(locale)['brief.draftMoved']());
    expect(await decided(on)).toBe(before);
    expect(corrections(walk, 1)).toEqual([]);
    on.slack.expectNoErrors();
  });

  test('is corrected twice: the first post says that a later one took its place', async () => {
    const walk = await confirmed(cast);
    await write(walk, 1);
    await correct(walk);
    await write(walk, 2);
    await correct(walk);
    expect(corrections(walk, 1).at(0)?.text).toContain(words.over());
    expect(corrections(walk, 1).at(0)?.buttons).toEqual([]);
    expect(corrections(walk, 2).at(0)?.buttons).toEqual([words.object()]);
    expect(await object(walk, 'no')).toBeUndefined();
    expect(read(walk.as('approver'), cast.channel).join('\n')).toMatch(/objected|提出异议|提出了异议/u);
    on.slack.expectNoErrors();
  });

  test('a new version after a correction ends it: Object on the old post changes nothing and says why', async () => {
    const walk = await confirmed(cast);
    const { as, team } = walk;
    await write(walk, 1);
    await correct(walk);
    // The button as it was pressed just before the version went.
    const form = shown(await as('approver').click(words.object(), { in: cast.channel }));
    await write(walk, 3);
    await sendBrief(as('manager'), locale, team, { language: locale });
    expect(corrections(walk, 1).at(0)?.text).toContain(words.over());
    expect(corrections(walk, 1).at(0)?.buttons).toEqual([]);
    const before = await decided(on);
    const left = shown(await form.fill({ [words['objection.label']()]: 'late' }).submit());
    expect(Object.values(left.errors)).toEqual([words['brief.correctionOver']()]);
    expect(await decided(on)).toBe(before);
    on.slack.expectNoErrors();
  });

  test('Object is the client’s: the team, colleagues and others who see it are told so', async () => {
    const walk = await confirmed(cast);
    await write(walk, 1);
    await correct(walk);
    const before = await decided(on);
    for (const role of ['manager', 'colleague', 'contact'] as const) {
      if (!walk.as(role).channels().includes(cast.channel)) continue;
      expect(await walk.as(role).click(words.object(), { in: cast.channel })).toBeUndefined();
      expect(walk.as(role).private().at(-1)?.text).not.toBe('');
    }
    expect(await decided(on)).toBe(before);
    on.slack.expectNoErrors();
  });
});
