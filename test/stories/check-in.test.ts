import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { checkInWords } from '../../src/progress/words-check-in.ts';
import { shown, startProject } from '../support/acts.ts';
import { joinTeam, setRhythm, storedProject, sweepAt } from '../support/acts-check-in.ts';
import { CHINESE, ENGLISH } from '../support/cast.ts';
import { runJob } from '../support/jobs.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.end());

/** The story begins on a Monday at nine in Shanghai; the progress post of that day goes out at half past nine there. */
const MONDAY = '2026-11-30';
const [NINE, MENTION, POST] = ['T01:00:00Z', 'T01:24:00Z', 'T01:30:00Z'] as const;

describe.each([ENGLISH, CHINESE])('the check-in, in $locale', ({ locale, people, names, client }) => {
  const words = checkInWords.in(locale);
  const [name] = names;
  const questions = (handle: string) =>
    on.slack
      .as(handle)
      .dms()
      .filter(({ buttons }) => buttons.includes(words['is.onTrack']()));
  const said = async () => {
    const { progress } = (await storedProject(on, name)) as unknown as {
      progress: { checkIn: { people: { said: unknown }[] } };
    };
    return progress.checkIn.people.map((one) => one.said);
  };
  let team: string;
  beforeEach(async () => {
    team = await startProject(on.slack.as(people.manager), locale, { client, name });
    await joinTeam(on, locale, people.manager, team, people.teammate);
    await setRhythm(on, name, { checkIn: true });
  });

  test('asks everybody of the team once in the morning, and takes one press for an answer', async () => {
    await runJob(on, 'sweep');
    await runJob(on, 'sweep');
    await sweepAt(on, `${MONDAY}T01:10:00Z`);
    for (const handle of [people.manager, people.teammate]) expect(questions(handle)).toHaveLength(1);
    expect(questions(people.manager)[0]?.text).toContain(name);
    for (const handle of [people.colleague, people.freelancer]) expect(questions(handle)).toEqual([]);

    await on.slack.as(people.teammate).click(words['is.onTrack']());
    expect(questions(people.teammate)[0]?.text).toContain(
      `${name}${locale === 'en' ? ': ' : '：'}${words['is.onTrack']()}`,
    );
    // Changed before the post: with a line of what is wrong.
    const form = shown(await on.slack.as(people.teammate).click(words['is.blocked']()));
    expect((await form.submit())?.errors).toBeDefined();
    await form.fill({ [words['line.label']()]: '<!channel> *paper*' }).then((filled) => filled.submit());
    expect(questions(people.teammate)).toHaveLength(1);
    expect(questions(people.teammate)[0]?.text).toContain('<!channel> *paper*');
    expect(await said()).toEqual([null, expect.objectContaining({ is: 'blocked', text: '<!channel> *paper*' })]);
    on.slack.expectNoErrors();
  });

  test('mentions once whoever has said nothing, and nobody else', async () => {
    await runJob(on, 'sweep');
    await on.slack.as(people.teammate).click(words['is.done']());
    await sweepAt(on, `${MONDAY}T01:23:00Z`);
    const note = () =>
      on.slack
        .as(people.manager)
        .dms()
        .filter(({ text }) => text.includes(words.checkInMissingNote({ project: name, at: '…' }).split('…')[0] ?? '?'));
    expect(note()).toEqual([]);
    await sweepAt(on, `${MONDAY}${MENTION}`);
    await runJob(on, 'sweep');
    await sweepAt(on, `${MONDAY}T01:26:00Z`);
    expect(note()).toHaveLength(1);
    expect(
      on.slack
        .as(people.teammate)
        .dms()
        .filter(({ text }) => text.includes(note()[0]?.text ?? '?')),
    ).toEqual([]);
    on.slack.expectNoErrors();
  });

  test('keeps what comes late, and does not change what the post has said already', async () => {
    await runJob(on, 'sweep');
    await on.slack.as(people.manager).click(words['is.onTrack']());
    await sweepAt(on, `${MONDAY}T01:40:00Z`);
    await on.slack.as(people.teammate).click(words['is.done']());
    expect((await said()).map((one) => (one as { is: string } | null)?.is)).toEqual(['onTrack', 'done']);
    await on.slack.as(people.manager).click(words['is.done']());
    expect((await said()).map((one) => (one as { is: string } | null)?.is)).toEqual(['onTrack', 'done']);
    const told = on.slack.as(people.manager).private().at(-1)?.text;
    expect(told).toContain(words['progress.checkInClosed']({ at: '…' }).split('…')[0]);
    on.slack.expectNoErrors();
  });

  test('of the day before is over: a press on it is told so, and a new one comes on the next working day', async () => {
    await runJob(on, 'sweep');
    await sweepAt(on, `2026-12-01${NINE}`);
    expect(questions(people.teammate)).toHaveLength(2);
    await on.slack.as(people.teammate).click(words['is.done']());
    // The newest message with that button is yesterday's now, as the newer one says what was said.
    const [old, newest] = questions(people.teammate);
    expect(newest?.text).toContain(words['is.done']());
    await on.slack.as(people.teammate).click(words['is.onTrack'](), { message: old?.ts ?? '?' });
    expect(on.slack.as(people.teammate).private().at(-1)?.text).toContain(words['progress.checkInOver']());
    expect((await said()).map((one) => (one as { is: string } | null)?.is)).toEqual([undefined, 'done']);
    on.slack.expectNoErrors();
  });

  test('mentions the missing in the thread of the last progress post, and what is said late edits the new one', async () => {
    const posts = () =>
      on.slack
        .as(people.manager)
        .sees(team)
        .filter(({ ts }) => postTs.includes(ts));
    const postTs: string[] = [];
    const post = async (at: string) => {
      await on.slack.clock.to(Date.parse(at));
      const before = new Set(
        on.slack
          .as(people.manager)
          .sees(team)
          .map(({ ts }) => ts),
      );
      await runJob(on, 'posts');
      const fresh = on.slack
        .as(people.manager)
        .sees(team)
        .filter(({ ts }) => !before.has(ts));
      expect(fresh).toHaveLength(1);
      postTs.push(fresh[0]?.ts ?? '');
    };
    await post(`${MONDAY}${POST}`);
    await sweepAt(on, `2026-12-01${NINE}`);
    await on.slack.as(people.teammate).click(words['is.done']());
    await sweepAt(on, `2026-12-01${MENTION}`);
    await runJob(on, 'sweep');
    const mentions = on.slack
      .as(people.teammate)
      .sees(team)
      .filter(({ thread, pings }) => thread === postTs[0] && pings.length > 0);
    expect(mentions.map(({ pings }) => pings)).toEqual([[`@${people.manager}`]]);
    await post(`2026-12-01${POST}`);
    expect(posts()[1]?.text).toContain(words['is.done']());
    await (
      await on.slack.as(people.manager).click(words['is.atRisk']())
    )
      ?.fill({ [words['line.label']()]: 'Paper is late' })
      .then((form) => form.submit());
    expect(posts()).toHaveLength(2);
    expect(posts()[1]?.text).toContain('Paper is late');
    on.slack.expectNoErrors();
  });

  test('is put to nobody on days off, while the project is on hold, or where it is switched off', async () => {
    await setRhythm(on, name, { checkIn: false });
    await runJob(on, 'sweep');
    await setRhythm(on, name, { checkIn: true });
    await on.db
      .collection('projects')
      .updateOne(
        { name },
        { $set: { life: { state: 'onHold', by: 'id', reason: 'x', since: '2026-11-30T00:00:00.000Z' } } },
      );
    await runJob(on, 'sweep');
    await on.db.collection('projects').updateOne({ name }, { $unset: { life: 1 }, $set: { nextDueAt: new Date(0) } });
    // A Saturday.
    await sweepAt(on, `2026-12-05${NINE}`);
    await sweepAt(on, '2026-12-05T01:20:00Z');
    expect(questions(people.manager)).toEqual([]);
    await sweepAt(on, `2026-12-07${NINE}`);
    expect(questions(people.manager)).toHaveLength(1);
    on.slack.expectNoErrors();
  });
});
