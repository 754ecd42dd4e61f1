import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sendBrief, sentProject, shown, startProject, TEXTS, writeBrief } from '../support/acts.ts';
import { type Stage, stage } from '../support/stage.ts';

const SENDING = { channel: '#acme-lantern', approver: '@dana' } as const;
let on: Stage;
let spring: string;
let summer: string;
beforeAll(async () => {
  on = await stage();
  const mei = on.slack.as('mei');
  spring = await sentProject(mei, 'en', { client: 'Acme', name: 'Spring launch' }, SENDING);
  summer = await sentProject(mei, 'en', { client: 'Acme', name: 'Summer sale' }, SENDING);
});
afterAll(async () => {
  on.slack.expectNoErrors();
  await on.end();
});

describe('in a channel that serves several projects', () => {
  test('/brief asks which one, and opens that one', async () => {
    const mei = on.slack.as('mei');
    const asking = shown(await mei.in('#acme-lantern').command('/brief'));
    expect(asking.title).toBe('Which project?');
    expect(asking.text).toMatch(/Summer sale · Acme\n\[Choose\]\nSpring launch · Acme\n\[Choose\]/u);
    const overview = shown(await asking.press('Choose'));
    expect(overview.text).toContain('Summer sale. Everything is saved step by step');
    await overview.close({ all: true });
  });

  test('/project record asks which one', async () => {
    const asking = shown(await on.slack.as('mei').in('#acme-lantern').command('/project record'));
    const record = shown(await asking.press('Choose'));
    expect(record.text).toContain('Summer sale: 4 entries, newest first.');
    await record.close({ all: true });
  });

  test('/project shows them all, each with the way to its card, to whoever asked alone', async () => {
    const mei = on.slack.as('mei');
    await mei.in('#acme-lantern').command('/project');
    const told = mei.private().at(-1);
    expect(told?.text).toMatch(/Summer sale ·[^]+Open the card[^]+Spring launch ·[^]+Open the card/u);
    expect(on.slack.as('dana').private()).toEqual([]);
  });

  test('the client’s people type nothing: commands are for the team, and their buttons are in the messages', async () => {
    const { slack } = on;
    const olivia = slack.as('olivia');
    for (const command of ['/project', '/project new', '/project record', '/brief']) {
      await olivia.in('#acme-lantern').command(command);
      expect(olivia.private().at(-1)?.text).toBe(
        'Commands are for the agency’s team. Everything that waits for you has a button in its message.',
      );
    }
    await olivia.in('#acme-lantern').command('/project help');
    expect(olivia.private().at(-1)?.text).toBe(
      'You need no commands here: everything that waits for you has a button in its message.',
    );
    await expect(slack.as('dana').in('#acme-lantern').command('/brief')).rejects.toThrow('not a valid command');
  });
});

describe('in a channel without a project', () => {
  const HOW = 'No project has this channel. `/project new` starts one; or type this in a project’s channel.';

  test.each(['/project record', '/brief'])('%s says how one is started', async (command) => {
    const mei = on.slack.as('mei');
    await mei.in('#general').command(command);
    expect(mei.private().at(-1)?.text).toBe(HOW);
  });

  test('/project lists one’s own projects, each with the way to its card', async () => {
    const mei = on.slack.as('mei');
    await mei.in('#general').command('/project');
    const told = mei.private().at(-1);
    expect(told?.text).toMatch(
      /^This channel has no project\. Yours are:\nSummer sale · Acme\n[^]+\nSpring launch · Acme\n/u,
    );
    const blocks = JSON.stringify(told?.raw.blocks);
    for (const team of [spring, summer]) {
      const card = mei.sees(team).find(({ pinned }) => pinned);
      expect(blocks).toContain(`/${on.slack.channel(team).id}/p${card?.ts.replace('.', '')}|Open the card>`);
    }
  });

  test('/project says how one is started to whoever is on no team, and names nobody else’s', async () => {
    const tom = on.slack.as('tom');
    await tom.in('#general').command('/project');
    expect(tom.private().at(-1)?.text).toBe(HOW);
  });
});

describe('a word that no command has', () => {
  test.each([
    ['/project recrod', '“recrod” is not something I know. Did you mean /project record?'],
    ['/project NEWW', '“NEWW” is not something I know. Did you mean /project new?'],
    ['/project fly to the moon', '“fly to the moon” is not something I know. You can type:'],
    ['/brief <!channel>', '“<!channel>” is not something I know.'],
  ])('%s is answered with the nearest match and examples', async (command, answer) => {
    const mei = on.slack.as('mei');
    await mei.in(spring).command(command);
    const told = mei.private().at(-1);
    const text = told?.text.replaceAll('`', '');
    expect(text).toContain(answer);
    expect(text).toMatch(/You can type: \/(?:project|brief)/u);
    expect(told?.pings).toEqual([]);
  });

  test('is answered in Chinese to whoever reads Chinese', async () => {
    const wei = on.slack.as('wei');
    await wei.in('#general').command('/project 记');
    expect(wei.private().at(-1)?.text).toMatch(/不认识“记”.*\/project 记录/u);
  });

  test('capitals do not matter', async () => {
    const form = shown(await on.slack.as('mei').in('#general').command('/project NEW'));
    expect(form.title).toBe('New client project');
    await form.close();
  });
});

test('a long record comes in pages, newest first, and each entry is on exactly one of them', async () => {
  const mei = on.slack.as('mei');
  for (let version = 2; version <= 12; version += 1) {
    await writeBrief(mei, 'en', spring, { ...TEXTS.en, objective: `Trial, said for the ${version}th time` });
    await sendBrief(mei, 'en', spring, SENDING);
  }
  const pages = [shown(await mei.in(spring).command('/project record'))];
  expect(pages[0]?.text).toMatch(/: 26 entries[^]+Entries 26 to 17 of 26\n\[Older\]$/u);
  for (const _ of [1, 2]) pages.push(shown(await mei.modal().press('Older')));
  expect(pages.at(-1)?.text).toMatch(/Entries 6 to 1 of 26\n\[Newer\]$/u);
  const numbers = pages.flatMap(({ text }) =>
    [...text.matchAll(/^\*(\d+)\* · /gmu)].map(([, number]) => Number(number)),
  );
  expect(numbers).toEqual(Array.from({ length: 26 }, (_, index) => 26 - index));
  expect(shown(await mei.modal().press('Newer')).text).toBe(pages[1]?.text);
  await mei.modal().close();
});

test('a team channel named in Latin letters is made even where the name is taken', async () => {
  const second = await startProject(on.slack.as('mei'), 'en', { client: 'Acme', name: 'Spring launch' });
  expect(second).toBe('#acme-spring-launch-2');
});
