import { afterEach, expect, test } from '@jest/globals';
import { ioWords } from '../../src/io/words.ts';
import { SCHEMA_VERSION } from '../../src/kit/aggregate.ts';
import { shown } from '../support/acts.ts';
import { beginWalk, ENGLISH } from '../support/cast.ts';
import { FORMER_NAMES, type FormerDelivery, formerDeliveries } from '../support/former-files.ts';
import { type FormerStage, formerStage } from '../support/former.ts';
import { decided } from '../support/outcome.ts';

let on: FormerStage;
afterEach(() => on.end());

test('every press, submission, command and event that 0.1.0 knew is known', async () => {
  on = await formerStage('en');
  const { dispatch, journal } = on.slack.engine;
  const unknown = (['en', 'zh'] as const).flatMap((locale) => [
    ioWords.in(locale)['listen.retired'](),
    ioWords.in(locale)['answer.notOurs'](),
  ]);
  const answerTo = async ({ list, name, body }: FormerDelivery) => {
    journal.excusedTriggers.add(body['trigger_id']);
    const from = on.slack.journal.entries.length;
    const kind = list === 'events' ? 'events_api' : list === 'commands' ? 'slash_commands' : 'interactive';
    const ack = await dispatch.send({ kind, name, body });
    await on.slack.idle();
    return {
      ok: ack.ok,
      said: JSON.stringify([ack, on.slack.journal.entries.slice(from).map(({ payload }) => payload)]),
    };
  };
  const all = formerDeliveries();
  expect(all.length).toBeGreaterThan(30);
  for (const delivery of all) {
    const { ok, said } = await answerTo(delivery);
    expect({ entry: delivery.entry, ok, isUnknown: unknown.some((sentence) => said.includes(sentence)) }).toEqual({
      entry: delivery.entry,
      ok: true,
      isUnknown: false,
    });
  }
  // What nobody has ever known is told apart from them.
  const [press] = all.filter(({ list }) => list === 'presses');
  if (!press) throw new Error('no press was recorded');
  const strange = { ...press, body: { ...press.body, trigger_id: 'strange', actions: [{ action_id: 'brief.never' }] } };
  expect((await answerTo(strange)).said).toContain(ioWords.in('en')['listen.retired']());
});

test('what is saved is in the present form, which a program that knows only the form before leaves alone', async () => {
  on = await formerStage('en');
  const { answers, brief } = beginWalk(on, ENGLISH).words;
  const [dana, mei] = [on.slack.as('dana'), on.slack.as('mei')];
  await dana.click(answers['verb.confirmed'](), { in: ENGLISH.channel, thread: FORMER_NAMES.en.open });
  const found = await on.db.collection('projects').find().toArray();
  const forms = Object.fromEntries(found.map((one) => [String(one['name']), one['schemaVersion']]));
  expect(forms).toMatchObject({ [FORMER_NAMES.en.open]: SCHEMA_VERSION, [FORMER_NAMES.en.confirmed]: 1 });
  // To this program a later form is what this one is to 0.1.0: somebody has a modal open while the other one saves.
  const form = shown(await mei.in(on.teamOf('notBegun')).command('/brief'));
  const later = { $set: { schemaVersion: SCHEMA_VERSION + 1 } };
  await on.db.collection('projects').updateMany({ name: FORMER_NAMES.en.notBegun }, later);
  const before = await decided(on);
  const left = await form.fill({ [brief['objective.label']()]: 'Trial among students' }).submit();
  expect(JSON.stringify([left?.text, left?.errors, mei.private()])).toContain(ioWords.in('en')['store.newer']());
  expect(await decided(on)).toBe(before);
});
