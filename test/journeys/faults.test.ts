import { expect } from '@jest/globals';
import { journey } from './journey.ts';
import { open, PHONE } from './window.ts';

journey(
  'Mei has Slack lose an answer, sees so in the inspector, and the next morning everything stands there once',
  async (browser, { server, until }) => {
    const mei = await open(browser, server.url, 'mei');
    const faults = mei.page.getByRole('region', { name: 'Faults' });
    const inspector = mei.page.getByRole('region', { name: 'Inspector' });
    const plans = faults.getByRole('list', { name: 'Planned faults' }).getByRole('listitem');
    const plan = async (kind: string, about: [label: string, choice: string], often: string) => {
      await faults.getByLabel('What goes wrong').selectOption(kind);
      await faults.getByLabel(about[0]).selectOption(about[1]);
      await faults.getByLabel('How often').selectOption(often);
      await faults.getByRole('button', { name: 'Plan it' }).click();
    };

    // What was planned by mistake can be taken back.
    await mei.page.getByRole('button', { name: 'Faults', exact: true }).click();
    await faults.getByText('Nothing is planned').waitFor();
    await plan('Too many calls', ['With which call', 'Any call'], 'Until cleared');
    await plans.filter({ hasText: 'Any call: too many calls' }).getByText('until cleared').waitFor();
    await plan('It arrives twice', ['With which delivery', '/project'], '3 times');
    await plans.filter({ hasText: '/project: it arrives twice' }).getByText('3 more times').waitFor();
    await mei.page.getByRole('button', { name: 'Faults, 2 planned' }).waitFor();
    await faults.getByRole('button', { name: 'Clear all' }).click();
    await faults.getByText('Nothing is planned:').waitFor();

    // The first message that the bot posts is posted, and the bot does not hear so.
    await plan('The answer is lost', ['With which call', 'chat.postMessage'], 'Once');
    await plans.filter({ hasText: 'chat.postMessage: the answer is lost' }).getByText('once').waitFor();
    await mei.goTo('general');
    await mei.type('/project new');
    await mei.fill({
      'Which client is it for?': 'Acme',
      'What is the project called?': 'Spring launch',
      'When does the client want it?': '2099-03-14',
    });
    await mei.answer('Start project');
    await mei.goTo('acme-spring-launch');
    await mei.sees('Stage 1 of 4');
    await faults.getByText('Nothing is planned:').waitFor();

    // It looks provoked, and not like a problem of the bot's.
    await mei.page.getByRole('button', { name: 'Inspector', exact: true }).click();
    await inspector.getByRole('button', { name: 'Provoked', exact: true }).click();
    const line = inspector.getByRole('list', { name: 'Traffic' }).getByRole('listitem');
    await line.filter({ hasText: 'provoked: the answer is lost' }).getByText('response lost').waitFor();
    await inspector.getByRole('button', { name: 'Problems', exact: true }).click();
    await inspector.getByText('Nothing yet.').waitFor();

    // The bot looks for it before it would say it again; the rest follows.
    const clock = mei.page.getByRole('group', { name: 'Clock' });
    await clock.getByRole('button', { name: 'Tomorrow 09:00' }).click();
    await clock.getByText('09:00', { exact: false }).first().waitFor();
    await mei.page.getByRole('button', { name: '1 pinned' }).waitFor();
    expect(await mei.page.getByRole('article').filter({ hasText: 'Stage 1 of 4' }).count()).toBe(1);

    // The morning brings the day's post, and its news must not meet the socket that is cut next.
    const { journal } = server.engine;
    const isTold = () =>
      journal.entries.some(({ kind, name, outcome, payload }) => {
        const isNews = kind === 'events_api' && name === 'message' && outcome === 'ok';
        return isNews && JSON.stringify(payload).includes('Spring launch, progress');
      });
    await until('the day’s post has been told of', isTold);

    // The same on a phone, where the panel has the screen to itself and the clock opens.
    await mei.page.setViewportSize(PHONE);
    await faults.getByRole('button', { name: 'Drop the socket now' }).click();
    await faults.getByText('Dropped.').waitFor();
    await until('the bot has connected anew', () => server.connections() > 0);
    await faults.getByRole('button', { name: 'Close faults' }).click();
    await mei.page.getByRole('button', { name: /^Clock: .*09:0\d$/ }).click();
    await mei.page.getByRole('dialog', { name: 'Clock' }).getByRole('button', { name: '+1 hour' }).click();
    await mei.page.getByRole('button', { name: /^Clock: .*10:0\d$/ }).waitFor();
    await mei.page.keyboard.press('Escape');
    await mei.type('/project help');
    await mei.sees('What you can type');
  },
);
