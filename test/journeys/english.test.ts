import { expect } from '@jest/globals';
import { journey, lookedOver } from './journey.ts';
import { open } from './window.ts';

journey(
  'Mei takes a campaign from the first words to a brief that Dana confirmed, over two versions',
  async (browser, stack) => {
    const mei = await open(browser, stack.server.url, 'mei');
    const dana = await open(browser, stack.server.url, 'dana');

    // Four answers start the project, and its card stands in a channel of its own.
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

    // The brief.
    await mei.press('Write the brief', 'Stage 1 of 4');
    await mei.fill({
      'What must this achieve?': 'Trial among students',
      'Who is it for?': 'Students in London, 18 to 24',
      'What is the key message?': 'Real fruit, no powder',
      'What will be delivered?': 'Key visual\nThree films of 15 s',
    });
    await mei.answer('Save brief');
    // The overview says what could be asked next; she leaves it at that.
    await mei.modal('Brief overview').getByText('Ask next: Expected results.').waitFor();
    await mei.answer('Close');
    await mei.sees('Draft, complete and not sent yet');

    // Nothing leaves the house unseen.
    await lookedOver(stack, () => mei.press('Send to client', 'Draft, complete and not sent yet'));
    await mei.choose('Which channel do you share with the client?', 'acme-lantern');
    await mei.sees(/This goes to #acme-lantern, where \d people will see it/);
    await mei.choose('Who confirms it for the client?', 'Dana Reed');
    await mei.answer('Send to client');
    await mei.sees(/Version 1 waits for/);

    // The client asks for changes in their own words, and the team reads exactly these.
    await dana.goTo('acme-lantern');
    await dana.openThread('Brief · Spring launch');
    await dana.press('Request changes', 'Please check every line.');
    await dana.fill({ 'What should change, or why?': 'Line 2: families, not students' });
    await dana.answer('Request changes');
    await mei.openThread('Brief · Spring launch');
    await mei.sees('Line 2: families, not students');

    // Version 2 shows what is new in it, and Dana confirms that one.
    await mei.press('Edit brief', 'requested changes on version 1');
    await mei.answer('Edit essentials');
    await mei.fill({ 'Who is it for?': 'Families in London' });
    await mei.answer('Save brief');
    await mei.modal('Brief overview').getByText('Families in London').waitFor();
    await mei.answer('Close');
    await mei.press('Send to client', 'Edited since version 1 was sent');
    await mei.sees(/This goes to #acme-lantern/);
    await mei.answer('Send to client');
    await dana.sees('What is new since version 1 is marked; the rest is unchanged.');
    await dana.press('Confirm', 'What is new since version 1');
    await dana.sees('Confirm version 2?');
    await dana.answer('Confirm');
    await dana.sees(/Confirmation note · Spring launch.*version 2/);

    // Mei is told that the gate is open, and opens the next stage.
    await mei.sees('the gate to the next stage is open');
    await mei.press('Start Proposal', 'Stage 1 of 4');
    await mei.answer('Start it');
    await mei.sees('Stage 2 of 4');

    await mei.type('/project record');
    await mei.modal('Record').getByText('Brief version 2: confirmed by Dana Reed').waitFor();
    await mei.modal('Record').getByText('Stage started: Proposal').waitFor();
    await mei.answer('Close');
    await mei.goHome();
    await mei.sees('What waits for you');
    expect(await dana.page.getByRole('link', { name: 'acme-spring-launch' }).count()).toBe(0);
  },
);
