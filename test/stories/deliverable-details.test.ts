import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { detailWords } from '../../src/deliverable/words-details.ts';
import { pointWords } from '../../src/deliverable/words-points.ts';
import { deliverableWords } from '../../src/deliverable/words.ts';
import { verifyAll } from '../../src/io/verify.ts';
import { confirm, optionsIn, sendBrief, shown, startProject, writeBrief } from '../support/acts.ts';
import { bring, checkIt, openCheck } from '../support/acts-deliverable.ts';
import { enrol, recorded } from '../support/acts-stages.ts';
import { delivered, posterOf } from '../support/delivered.ts';
import { type Stage, stage } from '../support/stage.ts';

const NAME = 'Spring launch';
const LINK = 'https://review.example/key-visual';
const words = detailWords.in('en');
const cards = deliverableWords.in('en');
const points = pointWords.in('en');

let on: Stage;
let team: string;
beforeEach(async () => {
  on = await stage();
  team = await startProject(mei(), 'en', { client: 'Acme', name: NAME });
  await enrol(on, team, 'ines', 'teamMember');
  await mei().in(team).invite('ines');
});
afterEach(async () => {
  on.slack.expectNoErrors();
  for await (const verdict of verifyAll(on.db)) expect(verdict).toMatchObject({ break: null });
  await on.end();
});

const mei = () => on.slack.as('mei');
const ines = () => on.slack.as('ines');
const said = () =>
  mei()
    .sees(team)
    .map(({ text }) => text);
const cardText = (name = 'Poster'): string =>
  mei()
    .sees(team)
    .findLast(({ text }) => text.startsWith(`${name} · `))?.text ?? '';
const open = async () => shown(await mei().click(cards.details(), { in: team }));
const change = async (filling: Record<string, string | string[]>) => (await open()).fill(filling).submit();
const kindIs = (kind: 'web' | 'print' | 'costEstimate') => ({ [words['kind.label']()]: points[`kind.${kind}`]() });
const NOT_ROUTINE = { [words['routine.label']()]: [] };

describe('what a deliverable is', () => {
  test('is changed in one form, stands on the card, and is what it is checked for', async () => {
    await bring(mei(), 'en', team, { name: 'Poster', content: LINK });
    const filling = {
      ...kindIs('print'),
      ...NOT_ROUTINE,
      [words['criteria.label']()]: 'The logo stands alone\nReadable from 20 metres',
      [words['items.label']()]: 'A1\nA2',
      [words['reviewers.label']()]: ['@ines'],
      [words['rounds.label']()]: '2',
    };
    expect(await change(filling)).toBeUndefined();
    const card = cardText();
    expect(card).toContain('Poster · Print');
    expect(card).toContain('Readable from 20 metres');
    expect(card).toContain('2 parts: A1, A2');
    expect(said()).toContainEqual('Poster: what it is, or how it is checked, was changed (Mei Chen)');
    const check = await openCheck(ines(), 'en', team);
    const all = JSON.stringify(check.raw);
    for (const point of [points['point.resolution'](), points['point.legalLine'](), 'The logo stands alone']) {
      expect(all).toContain(point);
    }
    await check.close();
    expect(await recorded(on.db, NAME)).toContain('deliverable.changed');
  });

  test('is checked again where it is to fulfil something else than it was checked for', async () => {
    await bring(mei(), 'en', team, { name: 'Poster', content: LINK });
    expect(await checkIt(ines(), 'en', team)).toBeUndefined();
    expect(cardText()).toContain('Version 1 is checked and ready.');
    await change({ [words['rounds.label']()]: '5' });
    expect(cardText()).toContain('Version 1 is checked and ready.');
    await change({ ...NOT_ROUTINE, [words['criteria.label']()]: 'With a QR code' });
    expect(cardText()).toContain('Version 1 is to be checked by Ines');
    expect(said()).toContainEqual(expect.stringContaining('The new version is to be checked again.'));
  });

  test('of a cost estimate is its amount, which is asked once it is one; what is unclear stays as it was typed', async () => {
    await bring(mei(), 'en', team, { name: 'Poster', content: LINK });
    const asked = shown(await change(kindIs('costEstimate')));
    expect(asked.text).toContain('It is a cost estimate now: what does it come to?');
    const unclear = shown(await asked.fill({ [words['amount.label']()]: 'a lot' }).submit());
    expect(unclear.errors).toEqual({ [words['amount.label']()]: expect.stringContaining('50000 CNY') });
    const given = {
      [words['amount.label']()]: '¥ 50,000',
      [words['validUntil.label']()]: '2027-03-31',
      [words['po.label']()]: 'PO 4711',
    };
    expect(await unclear.fill(given).submit()).toBeUndefined();
    expect(cardText()).toContain('Poster · Cost estimate');
    expect(cardText()).toMatch(/50,?000/u);
    expect(cardText()).toContain('PO 4711');
  });

  test('holds lines of the confirmed brief, which are chosen and not typed', async () => {
    await writeBrief(mei(), 'en', team);
    const sending = { channel: '#acme-lantern', approver: '@dana', language: 'en' as const };
    await sendBrief(mei(), 'en', team, sending);
    await bring(mei(), 'en', team, { name: 'Poster', content: LINK });
    expect((await open()).labels).not.toContain(words['lines.label']());
    await mei().modal().close();
    await confirm(on.slack.as('dana'), 'en', '#acme-lantern');
    const form = await open();
    const [first = ''] = optionsIn(form, words['lines.label']());
    expect(await form.fill({ ...NOT_ROUTINE, [words['lines.label']()]: [first] }).submit()).toBeUndefined();
    expect(cardText()).toContain(first);
    const again = await open();
    expect(JSON.stringify(again.raw)).toMatch(/"initial_options":\[/u);
    await again.close();
  });

  test('is not changed by those who do not run the project, who are told who can', async () => {
    await bring(mei(), 'en', team, { name: 'Poster', content: LINK });
    await ines().click(cards.details(), { in: team });
    expect(ines().hasModal() ? ines().modal().text : ines().private().at(-1)?.text).toContain('@mei');
  });

  test('changed by two at once: what differs is kept of both, what is the same is put to the second', async () => {
    await enrol(on, team, 'tom', 'deputy');
    await mei().in(team).invite('tom');
    await bring(mei(), 'en', team, { name: 'Poster', content: LINK });
    const mine = await open();
    const theirs = shown(await on.slack.as('tom').click(cards.details(), { in: team }));
    await theirs.fill({ [words['name.label']()]: 'Big poster', [words['rounds.label']()]: '4' }).submit();
    const clash = shown(await mine.fill({ [words['name.label']()]: 'Small poster' }).submit());
    expect(clash.text).toContain('Somebody else changed this while you were typing.');
    expect(JSON.stringify(clash.raw)).toContain('"initial_value":"Small poster"');
    expect(await clash.submit()).toBeUndefined();
    expect(cardText('Small poster')).toContain('4 rounds were agreed');
  });
});

describe('what there will be none of', () => {
  test('is dropped with a reason, and taken up again', async () => {
    await bring(mei(), 'en', team, { name: 'Poster', content: LINK });
    const form = shown(await mei().click(cards.drop(), { in: team }));
    expect(shown(await form.submit()).errors).not.toEqual({});
    const why = { [words['dropWhy.label']()]: 'No money for <!channel> it' };
    expect(await mei().modal().fill(why).submit()).toBeUndefined();
    expect(cardText()).toContain('Dropped. Why: No money for <!channel> it');
    expect(said()).toContainEqual(expect.stringContaining('Poster: → dropped (Mei Chen)'));
    await mei().click(cards.reopen(), { in: team });
    expect(cardText()).toContain('Version 1 is to be checked by Ines');
    expect(await recorded(on.db, NAME)).toEqual(
      expect.arrayContaining(['deliverable.dropped', 'deliverable.reopened']),
    );
  });
});

describe('usage rights', () => {
  /** As if the client had approved it; the card is drawn again by what is done next. */
  async function approve(): Promise<void> {
    const { sent } = posterOf(delivered({ sent: [[{ is: 'link', url: LINK }]], state: 'agreed', stands: 1 }));
    const approved = { $set: { 'deliverables.0.sent': sent, 'deliverables.0.draft': null }, $inc: { revision: 1 } };
    await on.db.collection('projects').updateOne({ name: NAME }, approved);
    await change({ [words['rounds.label']()]: '5' });
  }

  test('are asked with the final: media, territory and until when, or without an end', async () => {
    await bring(mei(), 'en', team, { name: 'Poster', content: LINK });
    await approve();
    expect(cardText()).toContain('Next: note where and until when it may be used.');
    const form = shown(await mei().click(cards.rightsButton(), { in: team }));
    const where = { [words['media.label']()]: 'Out of home', [words['territory.label']()]: 'Mainland China' };
    const past = shown(await form.fill({ ...where, [words['until.label']()]: '2020-01-01' }).submit());
    expect(past.errors).toEqual({ [words['until.label']()]: expect.stringContaining('has passed') });
    expect(await past.fill({ [words['until.label']()]: '2027-12-31' }).submit()).toBeUndefined();
    expect(cardText()).toContain('May be used: Out of home; Mainland China; until 31 Dec 2027');
    expect(said()).toContainEqual('Poster: may be used in Out of home, Mainland China, until 31 Dec 2027 (Mei Chen)');
    expect(await recorded(on.db, NAME)).toContain('deliverable.rightsSet');
  });
});
