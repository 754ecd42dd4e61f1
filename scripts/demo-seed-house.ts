import type { Modal } from '../sandbox/driver/modal.ts';
import type { Filling } from '../sandbox/driver/choose.ts';
import { hasButton, type SeedStage, started } from './demo-seed-acts.ts';

/** Who works on it, by the roster: a deputy, crafts, somebody who oversees it, and a supplier with its minder. */
export async function peopleOf({ as, until }: SeedStage, team: string): Promise<void> {
  const mei = as('mei');
  const asks = (label: string) => mei.hasModal() && mei.modal().labels.includes(label);
  await mei.in(team).command('/project people');
  const then = async (button: string, answers: Record<string, Filling>, option?: string) => {
    await until('Mei sees the roster', () => mei.hasModal() && mei.modal().text.includes('[Add somebody]'));
    await mei.modal().press(button, option);
    await until(`Mei has the form: ${button}`, () => Object.keys(answers).every(asks));
    await mei.modal().fill(answers).submit();
  };
  await then('Change somebody', { 'What are they here?': 'Deputy' }, 'Tom Baker · Team member');
  const member = { 'What are they here?': 'Team member' };
  await then('Add somebody', { 'Who?': '@wei', ...member, 'What do they do?': 'Creative' });
  await then('Add somebody', { 'Who?': '@ines', ...member, 'What do they do?': 'Producer' });
  await then('Add somebody', { 'Who?': '@xia', 'What are they here?': 'Account director' });
  await then('Add a supplier', {
    'What is the supplier called?': 'Riverside Print',
    'What do they supply?': 'Posters and shop displays',
    'Who looks after them?': '@ines',
  });
  await mei.modal().close({ all: true });
}

/** A smaller piece of work in the project, with the same people and channels. */
export async function jobInside({ as, inWeeks }: SeedStage, team: string): Promise<void> {
  const form = opened(await as('mei').in(team).command('/project job Sleeves for beach bars'));
  await form.fill({ 'When does the client want it?': inWeeks(6) }).submit();
}

/** A campaign that was under way before there was Liaison, and what the client had agreed to by then. */
export const festival = ({ inWeeks }: SeedStage) => ({
  'Which client is it for?': 'Acme',
  'What is the project called?': 'Festival cups',
  'When does the client want it?': inWeeks(11),
  'Where does it stand?': 'Execution',
});

export async function agreedBefore({ as, inWeeks }: SeedStage, team: string): Promise<void> {
  const form = opened(await as('mei').in(team).command('/project agreed'));
  const answers = {
    'What was agreed?': 'A proposal',
    'What exactly?': 'Proposal of the spring, version 3, route “One cup, all summer”',
    'Who agreed?': 'Dana Reed, Head of Marketing',
    'When?': inWeeks(-4),
  };
  await form.fill(answers).submit();
}

/** Tom's: nothing waits for anybody in it until the client has its budget. */
export async function onHold({ as, until, inWeeks }: SeedStage): Promise<void> {
  const tom = as('tom');
  const team = await started({ as, until }, tom, '/project new', {
    'Which client is it for?': 'Northline Ferries',
    'What is the project called?': 'Island summer',
    'When does the client want it?': inWeeks(20),
  });
  await tom.in(team).command('/project hold The client waits for its budget round');
}

/** What the client asks for by the card in their channel, and nobody has answered. */
export async function clientAsks({ as, until, inWeeks }: SeedStage): Promise<void> {
  const olivia = as('olivia');
  await until('Olivia sees the client card', () => hasButton(olivia, '#acme-lantern', 'New request'));
  const form = opened(await olivia.click('New request', { in: '#acme-lantern' }));
  const asks = {
    'What do you need?': 'The shelf card in a size for garage shops, 20 × 30 cm',
    'By when?': inWeeks(8),
  };
  await form.fill(asks).submit();
  await until('Olivia reads that it was received', () => olivia.hasModal() && olivia.modal().text.includes('Received'));
  await olivia.modal().close({ all: true });
}

function opened(modal: Modal | undefined): Modal {
  if (!modal) throw new Error('No modal is open');
  return modal;
}
