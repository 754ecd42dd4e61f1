import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { checksWords } from '../../src/admin/words-checks.ts';
import { detailWords } from '../../src/deliverable/words-details.ts';
import { pointWords } from '../../src/deliverable/words-points.ts';
import { deliverableWords } from '../../src/deliverable/words.ts';
import type { Person } from '../../sandbox/driver/person.ts';
import { shown, startProject } from '../support/acts.ts';
import { bring, openCheck } from '../support/acts-deliverable.ts';
import { enrol } from '../support/acts-stages.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(async () => {
  on.slack.expectNoErrors();
  await on.end();
});

const mei = () => on.slack.as('mei');
const words = checksWords.in('en');
const points = pointWords.in('en');
const WEB = points['kind.web']();

const openChecks = async (person: Person) =>
  shown(await shown(await (await person.home()).press('Settings')).press(words.button()));

test('an administrator says what is checked of a kind, one point a line, and that is what the checker ticks', async () => {
  const form = await openChecks(mei());
  expect(JSON.stringify(form.raw)).toContain(points['point.linkCode']());
  const filling = { [WEB]: `Works on a telephone\n${points['point.logo']()}` };
  const saved = shown(await form.fill(filling).submit());
  expect(saved.text).toContain('It holds for every version that is brought from now on');
  await saved.close({ all: true });

  const team = await startProject(mei(), 'en', { client: 'Acme', name: 'Spring launch' });
  await enrol(on, team, 'ines', 'teamMember');
  await mei().in(team).invite('ines');
  await bring(mei(), 'en', team, { name: 'Landing page', content: 'https://review.example/page' });
  const details = detailWords.in('en');
  const card = shown(await mei().click(deliverableWords.in('en').details(), { in: team }));
  await card.fill({ [details['kind.label']()]: WEB, [details['routine.label']()]: [] }).submit();
  const check = JSON.stringify((await openCheck(on.slack.as('ines'), 'en', team)).raw);
  expect(check).toContain('Works on a telephone');
  expect(check).toContain(points['point.logo']());
  expect(check).not.toContain(points['point.linkCode']());
});

test('a point of Liaison’s own is read in the language of whoever looks, and an empty field brings all of them back', async () => {
  const form = await openChecks(mei());
  await shown(await form.fill({ [WEB]: points['point.logo']() }).submit()).close({ all: true });
  const settings = await on.db.collection('workspaces').findOne({ _id: on.bot.workspace });
  expect(settings?.['checks']).toEqual([{ kind: 'web', points: [{ key: 'logo', text: null }] }]);
  const again = await openChecks(mei());
  await shown(await again.fill({ [WEB]: '' }).submit()).close({ all: true });
  const after = await on.db.collection('workspaces').findOne({ _id: on.bot.workspace });
  expect(after?.['checks']).toEqual([]);
});
