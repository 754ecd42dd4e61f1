import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cardWords } from '../../src/client/words-card.ts';
import { REPORT_IDS } from '../../src/progress/views-report.ts';
import { reportWords } from '../../src/progress/words-report.ts';
import { confirm, sentProject, shown, startProject } from '../support/acts.ts';
import { setRhythm, storedProject, sweepAt } from '../support/acts-check-in.ts';
import { CHINESE, ENGLISH } from '../support/cast.ts';
import { arrives } from '../support/forge.ts';
import { runJob } from '../support/jobs.ts';
import { lostOnTheWay, type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.end());

/** The story begins on Monday, 30 November, at nine in Shanghai; the daily post goes out at half past nine there. */
const FRIDAY = '2026-12-04';
const POST = 'T01:30:00Z';

describe.each([ENGLISH, CHINESE])('the report to the client, in $locale', (cast) => {
  const { locale, people, names, client, channel } = cast;
  const words = reportWords.in(locale);
  const [name] = names;
  const manager = () => on.slack.as(people.manager);
  const drafts = () =>
    manager()
      .dms()
      .filter(({ buttons }) => buttons.includes(words.reportEdit()));
  /** What the client has of it: under the heading that names the project. */
  const [head = '?', tail = '?'] = words.reportHead({ project: name, day: '…' }).split('…');
  const reports = () =>
    on.slack
      .as(people.approver)
      .sees(channel)
      .filter(({ text }) => text.startsWith(head) && text.split('\n')[0]?.endsWith(tail));
  const told = () => manager().private().at(-1)?.text ?? '';
  const sentences = (text: string): string => text.split('…')[0] ?? '?';

  /** Presses Send while nothing reaches the bot. @returns the delivery that is still on its way */
  const pressedLate = async (): Promise<string> => {
    await lostOnTheWay(on, () => manager().click(words.reportSend()));
    return on.slack.journal.deliveries(`block_actions ${REPORT_IDS.send}`).at(-1)?.id ?? '?';
  };

  beforeEach(async () => {
    const sending = { channel, approver: `@${people.approver}`, language: locale } as const;
    await sentProject(manager(), locale, { client, name }, sending);
    await setRhythm(on, name, { report: 'weekly' });
  });

  test('is drafted on Friday at the hour of the post, once, and sent as it was shown', async () => {
    for (const day of ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03']) await sweepAt(on, `${day}${POST}`);
    await sweepAt(on, `${FRIDAY}T01:29:00Z`);
    expect(drafts()).toEqual([]);
    await sweepAt(on, `${FRIDAY}${POST}`);
    await runJob(on, 'sweep');
    await sweepAt(on, `${FRIDAY}T03:00:00Z`);
    expect(drafts()).toHaveLength(1);
    const [draft] = drafts();
    expect(draft?.text).toContain(cardWords.in(locale)['stage.meaning']({ stage: 'intake' }));
    expect(draft?.text).toContain(channel);
    expect(draft?.text).toContain(`@${people.approver}`);
    expect(reports()).toEqual([]);

    await manager().click(words.reportSend());
    await on.slack.again(2);
    expect(reports()).toHaveLength(1);
    expect(reports()[0]?.text).toContain(cardWords.in(locale)['stage.meaning']({ stage: 'intake' }));
    expect(drafts()).toEqual([]);
    expect(
      manager()
        .dms()
        .some(({ text }) => text.includes(sentences(words.reportWasSent({ who: '…', at: '…' })))),
    ).toBe(true);
    expect(await on.db.collection('record').countDocuments({ 'entry.kind': 'progress.reportSent' })).toBe(1);
    const { progress } = (await storedProject(on, name)) as unknown as { progress: { reported: { number: number } } };
    expect(progress.reported.number).toBe(1);
    on.slack.expectNoErrors();
  });

  test('does not leave where something else was released since: it is drawn again, and pressed once more', async () => {
    await sweepAt(on, `${FRIDAY}${POST}`);
    const late = await pressedLate();
    await confirm(on.slack.as(people.approver), locale, channel);
    expect(drafts()).toHaveLength(1);
    expect(drafts()[0]?.text).toContain(cardWords.in(locale).statusAgreed({ what: '' }).trim());
    await arrives(on, late);
    expect(told()).toContain(words['progress.reportMoved']());
    expect(reports()).toEqual([]);
    await manager().click(words.reportSend());
    expect(reports()).toHaveLength(1);
    expect(reports()[0]?.text).toContain(cardWords.in(locale).statusAgreed({ what: '' }).trim());
    on.slack.expectNoErrors();
  });

  test('can be edited first: what should not leave the house is pointed out, and what is sent is what was edited', async () => {
    const other = on.slack.as(locale === 'en' ? 'xia' : 'mei');
    await startProject(other, locale === 'en' ? 'zh' : 'en', { client: 'Zebra Foods', name: 'Secret' });
    await sweepAt(on, `${FRIDAY}${POST}`);
    const form = shown(await manager().click(words.reportEdit()));
    const filled = await form.fill({ [words['report.label']()]: 'As for Zebra Foods <!channel>' });
    expect(await filled.submit()).toBeUndefined();
    expect(drafts()).toHaveLength(1);
    expect(drafts()[0]?.text).toMatch(/:warning:.*Zebra Foods/su);
    expect(reports()).toEqual([]);
    await manager().click(words.reportSend());
    expect(reports()).toHaveLength(1);
    expect(reports()[0]?.text).toContain('As for Zebra Foods <!channel>');
    expect(reports()[0]?.pings).toEqual([]);
    on.slack.expectNoErrors();
  });

  test('that was edited says so where something else was released since', async () => {
    await sweepAt(on, `${FRIDAY}${POST}`);
    const form = shown(await manager().click(words.reportEdit()));
    await (await form.fill({ [words['report.label']()]: 'All is well' })).submit();
    expect(drafts()[0]?.text).not.toContain(words.reportOutdated());
    const late = await pressedLate();
    await confirm(on.slack.as(people.approver), locale, channel);
    expect(drafts()[0]?.text).toContain(words.reportOutdated());
    await arrives(on, late);
    expect(reports()).toEqual([]);
    await manager().click(words.reportSend());
    expect(reports()).toHaveLength(1);
    expect(reports()[0]?.text).toContain('All is well');
    on.slack.expectNoErrors();
  });

  test('edited by two at once shows each what the other wrote, and loses nothing', async () => {
    await sweepAt(on, `${FRIDAY}${POST}`);
    const label = words['report.label']();
    const form = shown(await manager().click(words.reportEdit()));
    const filled = await form.fill({ [label]: 'Mine' });
    await on.db.collection('projects').updateOne({ name }, { $set: { 'progress.report.text': 'Theirs' } });
    const clash = shown(await filled.submit());
    expect(clash.text).toContain(words.reportTheirs());
    expect(clash.text).toContain('Theirs');
    expect(await clash.submit()).toBeUndefined();
    expect(drafts()[0]?.text).toContain('Mine');
    on.slack.expectNoErrors();
  });

  test('that nobody sends is reminded of once, and the next one takes its place', async () => {
    await sweepAt(on, `${FRIDAY}${POST}`);
    const reminders = () =>
      manager()
        .dms()
        .filter(({ text }) => text === shownReminder());
    const shownReminder = () =>
      words.reportReminder({ project: name, day: locale === 'en' ? '4 Dec 2026' : '2026年12月4日' });
    await sweepAt(on, '2026-12-05T02:00:00Z');
    await sweepAt(on, '2026-12-07T00:59:00Z');
    expect(reminders()).toEqual([]);
    await sweepAt(on, '2026-12-07T01:00:00Z');
    await sweepAt(on, '2026-12-07T03:00:00Z');
    await sweepAt(on, '2026-12-08T03:00:00Z');
    expect(reminders()).toHaveLength(1);
    await sweepAt(on, `2026-12-11${POST}`);
    expect(drafts()).toHaveLength(1);
    expect(drafts()[0]?.text).toContain(locale === 'en' ? '11 Dec 2026' : '2026年12月11日');
    expect(
      manager()
        .dms()
        .filter(({ text }) => text === words.reportReplaced({ project: name })),
    ).toHaveLength(1);
    on.slack.expectNoErrors();
  });

  test('that is skipped is not sent, and not reminded of', async () => {
    await sweepAt(on, `${FRIDAY}${POST}`);
    await manager().click(words.reportSkip());
    expect(drafts()).toEqual([]);
    const before = manager().dms().length;
    await sweepAt(on, '2026-12-07T01:00:00Z');
    expect(manager().dms()).toHaveLength(before);
    expect(reports()).toEqual([]);
    on.slack.expectNoErrors();
  });

  test('says the second time what is new since the first', async () => {
    await sweepAt(on, `${FRIDAY}${POST}`);
    await manager().click(words.reportSend());
    await confirm(on.slack.as(people.approver), locale, channel);
    await sweepAt(on, `2026-12-11${POST}`);
    const day = locale === 'en' ? '4 Dec 2026' : '2026年12月4日';
    expect(drafts()[0]?.text).toContain(words.reportNew({ day }));
    expect(drafts()[0]?.text).toContain(
      words.newAgreed({ what: cardWords.in(locale).subject({ kind: 'brief', version: 1 }) }),
    );
    on.slack.expectNoErrors();
  });
});

test('without a client channel the text is there to be copied, and whoever sent it says so', async () => {
  const words = reportWords.in('en');
  const mei = on.slack.as('mei');
  const team = await startProject(mei, 'en', { client: 'Acme', name: 'Spring launch' });
  await setRhythm(on, 'Spring launch', { report: 'daily' });
  await sweepAt(on, `2026-11-30${POST}`);
  const draft = mei.dms().find(({ buttons }) => buttons.includes(words.reportSentOutside()));
  expect(draft?.text).toContain(words.reportNoChannel());
  await mei.click(words.reportSentOutside());
  await on.slack.again();
  expect(
    mei.sees(team).filter(({ text }) => text.includes(words.reportLineOutside({ who: 'Mei Chen', number: 1 }))),
  ).toHaveLength(1);
  on.slack.expectNoErrors();
});
