import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { gatherWords } from '../../src/brief/words-gather.ts';
import { isOverview, sentProject, shown } from '../support/acts.ts';
import { ADD, addToBrief, choosing } from '../support/acts-gather.ts';
import { beginWalk, CHINESE, ENGLISH } from '../support/cast.ts';
import { briefIn, overviewOf, SAID, withBrief } from '../support/gathered.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.end());

describe.each([ENGLISH, CHINESE])('a brief is gathered from messages, in $locale', (cast) => {
  const { locale } = cast;
  const words = gatherWords.in(locale);
  const said = SAID[locale];

  test('from a message that brings a file and no word, in a channel that serves two projects', async () => {
    const walk = beginWalk(on, cast);
    const { as } = walk;
    const manager = as('manager');
    const sending = { channel: cast.channel, approver: `@${cast.people.approver}`, language: locale } as const;
    const teams = [];
    for (const name of cast.names)
      teams.push(await sentProject(manager, locale, { client: cast.client, name }, sending));
    const [first = '', second = ''] = teams;
    await as('approver')
      .in(cast.channel)
      .post('', { files: [briefIn(cast)] });
    const ts = as('approver').sees(cast.channel).at(-1)?.ts ?? '';
    const form = shown(await manager.shortcut(ADD, ts, { in: cast.channel }));
    expect(form.labels[0]).toBe(words['project.label']());

    // Which project it is for has to be said first.
    // Of another company's files Slack tells no names.
    const named = cast === ENGLISH ? words.attachment({ number: 1 }) : 'brief.docx';
    const told = shown(await form.press(words.readFile({ name: named })));
    expect(told.text).toContain(words['brief.whichProject']());
    const back = shown(await told.close());
    await back.fill({ [words['project.label']()]: cast.names[1] });
    const check = shown(await manager.modal().press(words.readFile({ name: named })));
    expect(check.title).toBe(words.checkTitle());
    await choosing(check, locale, ['leaveOut', 'leaveOut', 'leaveOut', 'budget', 'leaveOut']).submit();
    await manager.modal().close({ all: true });
    await as('approver').in(cast.channel).post(said.dates);
    expect(
      await addToBrief(manager, locale, said.dates, { in: cast.channel, question: 'dates', project: cast.names[0] }),
    ).toBeUndefined();

    const overview = async (team: string) => overviewOf(Object.assign(walk, { team }));
    expect(await overview(second)).toContain(said.budget);
    expect(await overview(second)).not.toContain(said.dates);
    expect(await overview(first)).toContain(said.dates);
    expect(await overview(first)).not.toContain(said.budget);
    on.slack.expectNoErrors();
  });

  test('from a message that is longer than an answer can be: it is said, and all of it can be checked', async () => {
    const walk = await withBrief(on, cast);
    const { as, team } = walk;
    const line = `${said.notes} `;
    const long = `${said.headings[1]}:\n${said.audience}\n\n${said.headings[6]}:\n${line.repeat(Math.ceil(7000 / line.length))}\nTHE END`;
    await as('teammate').in(team).post(long);
    const form = shown(await as('manager').shortcut(ADD, 'THE END', { in: team }));
    expect(form.text).toContain(words.messageCut());
    let page = shown(await form.press(words.takeApart()));
    const pages = [page.text];
    while (page.title === words.checkTitle()) {
      page = shown(
        await choosing(
          page,
          locale,
          page.labels.map(() => 'leaveOut' as const),
        ).submit(),
      );
      pages.push(page.text);
    }
    expect(pages.join()).toContain(said.audience);
    expect(isOverview(page, locale)).toBe(true);
    const [kept] = await on.db
      .collection('sources')
      .find({ _id: /\.parts$/u })
      .toArray();
    const texts = ((kept?.['parts'] ?? []) as { text: string }[]).map(({ text }) => text).join('\n');
    expect(texts.replaceAll(/\s/gu, '')).toContain(line.repeat(Math.ceil(7000 / line.length)).replaceAll(/\s/gu, ''));
    on.slack.expectNoErrors();
  });
});
