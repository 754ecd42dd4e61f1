/** The pictures of what is around a brief: people, stages and the ways out of them, channels. */
import { setTimeout as sleep } from 'node:timers/promises';
import { peopleWords } from '../src/people/words.ts';
import { projectCardWords } from '../src/project/words-card.ts';
import { roomsWords } from '../src/rooms/words.ts';
import { stagesWords } from '../src/stages/words.ts';
import { type Round, wordsOf } from '../test/journeys/round.ts';
import type { Window } from '../test/journeys/window.ts';

/** What is read or looked up after a form was drawn is there by then. */
const DRAWN_MS = 900;

/** Who of the agency is put on the roster, as what. */
export type House = { deputy: string; creative: string; director: string; supplier: string; reason: string };

const names = ({ locale }: Round) => ({
  people: peopleWords.in(locale),
  rooms: roomsWords.in(locale),
  stages: stagesWords.in(locale),
  card: projectCardWords.in(locale),
});

/** Chooses from a list that acts at once. */
export async function pick({ page }: Window, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** A form behind a button of the project's card. */
async function openForm(round: Round, button: 'people' | 'channels' | 'stage'): Promise<void> {
  const { am } = round;
  const { card } = names(round);
  // That of a job inside a project has no channels of its own.
  const own = am.page
    .getByRole('main')
    .getByRole('article')
    .filter({ has: am.page.getByRole('button', { name: card.channels(), exact: true }) });
  await own.last().getByRole('button', { name: card[button](), exact: true }).click();
  await am.page.getByRole('dialog').waitFor();
  await sleep(DRAWN_MS);
}

/** Who is on it and what they may, and the way to somebody else who runs it. */
export async function peopled(round: Round, house: House): Promise<void> {
  const { am, look } = round;
  const { people } = names(round);
  const added = async (who: string, answers: Readonly<Record<string, string>>) => {
    await am.answer(people.addButton());
    await am.modal(people.addTitle()).waitFor();
    await am.fill({ [people['person.label']()]: who, ...answers });
    if (who === house.deputy) await look('people-add', am);
    await am.answer(people.addSubmit());
    await am.modal(people.rosterTitle()).getByText(who).first().waitFor();
  };
  await openForm(round, 'people');
  await look('people-first', am);
  await added(house.deputy, { [people['role.label']()]: people['role.deputy']() });
  await added(house.creative, { [people['craft.label']()]: people['craft.creative']() });
  await added(house.director, { [people['role.label']()]: people['role.accountDirector']() });
  await am.answer(people.addSupplierButton());
  await am.fill({
    [people['supplier.label']()]: house.supplier,
    [people['supplies.label']()]: people['supplies.placeholder'](),
    [people['minder.label']()]: house.creative,
  });
  await look('people-supplier', am);
  await am.answer(people.save());
  await sleep(DRAWN_MS);
  await look('people', am);
  await pick(am, people.choosePerson(), `${house.creative} · ${people['role.teamMember']()}`);
  await am.modal(people.changeTitle()).waitFor();
  await am.fill({ [people['awayUntil.label']()]: '14/3' });
  await am.answer(people.save());
  await sleep(DRAWN_MS);
  await look('people-change-unread', am);
  await am.fill({ [people['awayUntil.label']()]: '+2w' });
  await am.answer(people.save());
  await sleep(DRAWN_MS);
  await look('people-changed', am);
  await am.answer(people.mayButton());
  await am.modal(people.mayTitle()).waitFor();
  await look('people-may', am);
  await am.answer(people.close());
  await sleep(DRAWN_MS);
  if (!(await am.modal(people.rosterTitle()).isVisible())) await openForm(round, 'people');
  await handedOver(round, house);
}

async function handedOver(round: Round, house: House): Promise<void> {
  const { am, look } = round;
  const { people } = names(round);
  await am.answer(people.handoverButton());
  await am.modal(people.handoverTitle()).waitFor();
  await look('handover', am);
  await am.fill({
    [people['successor.label']()]: house.deputy,
    [people['fromDay.label']()]: '+3d',
    [people['scope.label']()]: people['scope.client'](),
    [people['note.label']()]: people['note.placeholder'](),
    [people['clientLine.label']()]: people['clientLine.placeholder'](),
  });
  await am.answer(people.handoverShow());
  await sleep(2 * DRAWN_MS);
  await look('handover-preview', am);
  await am.answer(people.handoverPlan());
  await sleep(2 * DRAWN_MS);
  await look('handover-planned', am);
  await closed(round);
  await look('card-planned', am);
  await am.type(round.locale === 'zh' ? '/project 外出' : '/project away');
  await am.modal(people.awayTitle()).waitFor();
  await look('away', am);
  await am.fill({ [people['until.label']()]: 'fri' });
  await am.answer(people.awaySubmit());
  await sleep(2 * DRAWN_MS);
  await look('away-saved', am);
  await closed(round);
  await am.type(round.locale === 'zh' ? '/project 回来' : '/project back');
  await sleep(2 * DRAWN_MS);
  await look('away-back', am);
  await closed(round);
}

/** Where it stands, and everything that can be done about it. */
export async function staged(round: Round, { reason }: House): Promise<void> {
  const { am, look } = round;
  const { stages } = names(round);
  const form = async (button: string, name: string, answers: Readonly<Record<string, string>> = {}) => {
    await am.answer(button);
    await sleep(DRAWN_MS);
    await am.fill(answers);
    await look(name, am);
  };
  const why = { [stages['reason.label']()]: reason };
  await openForm(round, 'stage');
  await look('stage', am);
  await form(stages.startAnyway(), 'stage-anyway', why);
  await am.answer(stages.overrideSubmit());
  await sleep(2 * DRAWN_MS);
  await look('stage-passed', am);
  await form(stages.back(), 'stage-back', why);
  await am.answer(stages.cancel());
  await form(stages.attach(), 'stage-attach', {
    [stages['kind.label']()]: stages['kind.proposal'](),
    [stages['what.label']()]: stages['what.placeholder'](),
    [stages['by.label']()]: stages['by.placeholder'](),
    [stages['agreedOn.label']()]: '2026-05-12',
  });
  await am.answer(stages.attachSubmit());
  await sleep(DRAWN_MS);
  await look('stage-attached', am);
  await form(stages.job(), 'stage-job', {
    [stages['name.label']()]: stages['name.placeholder'](),
    [stages['wantedOn.label']()]: '2099-01-08',
  });
  await am.answer(stages.jobSubmit());
  await sleep(DRAWN_MS);
  await sleep(DRAWN_MS);
  if ((await am.page.getByRole('dialog').count()) === 0) await openForm(round, 'stage');
  await form(stages.hold(), 'stage-hold', why);
  await am.answer(stages.holdSubmit());
  await sleep(2 * DRAWN_MS);
  await look('stage-on-hold', am);
  await closed(round);
  await look('card-on-hold', am);
  await look('client-on-hold', round.first);
  await openForm(round, 'stage');
  await am.answer(stages.resume());
  await sleep(DRAWN_MS);
  await closed(round);
}

/** How it would end, while nothing waits for the client. */
export async function ending(round: Round, { reason }: House): Promise<void> {
  const { am, look } = round;
  const { stages } = names(round);
  await openForm(round, 'stage');
  await am.answer(stages.end());
  await am.fill({ [stages['as.label']()]: stages['as.completed'](), [stages['reason.label']()]: reason });
  await look('stage-end', am);
  await am.answer(stages.cancel());
  await closed(round);
}

/** Where it lives, with the forms for another place. */
export async function roomed(round: Round): Promise<void> {
  const { am, look } = round;
  const { rooms } = names(round);
  await openForm(round, 'channels');
  await sleep(DRAWN_MS);
  await look('channels', am);
  await am.answer(rooms.makeClient());
  await sleep(DRAWN_MS);
  await look('channels-make', am);
  await am.answer(rooms.cancel());
  await am.answer(rooms.chooseClient());
  await sleep(DRAWN_MS);
  await am.choose(rooms['clientChannel.label'](), round.clientChannel);
  await sleep(2 * DRAWN_MS);
  await look('channels-choose', am);
  await am.answer(rooms.cancel());
  await am.answer(rooms.chooseTeam());
  await sleep(DRAWN_MS);
  await look('channels-team', am);
  await am.answer(rooms.cancel());
  await closed(round);
}

/** Closes whatever is open, from the top. */
export async function closed({ am, locale }: Round): Promise<void> {
  const { brief } = wordsOf({ locale });
  for (let left = 3; left > 0 && (await am.page.getByRole('dialog').count()) > 0; left -= 1) {
    const close = am.page.getByRole('dialog').last().getByRole('button', { name: brief.close(), exact: true });
    if ((await close.count()) > 0) await close.first().click();
    else await am.page.keyboard.press('Escape');
    await sleep(DRAWN_MS);
  }
}
