import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { answerWords } from '../../src/approval/words-answers.ts';
import { partsWords } from '../../src/approval/words-parts.ts';
import { deliverableWords } from '../../src/deliverable/words.ts';
import { clientDeliverableWords } from '../../src/deliverable/words-client.ts';
import { verifyAll } from '../../src/io/verify.ts';
import { requestChanges, shown } from '../support/acts.ts';
import { approve, approveWithChanges, openSendingVersion, sendVersionTo } from '../support/acts-deliverable-client.ts';
import { recorded } from '../support/acts-stages.ts';
import { CHINESE, ENGLISH } from '../support/cast.ts';
import { came, clientReads, POSTER, readyWalk, teamReads } from '../support/sent-walk.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(async () => {
  on.slack.expectNoErrors();
  for await (const verdict of verifyAll(on.db)) expect(verdict).toMatchObject({ break: null });
  await on.end();
});

const BYTES = Buffer.from('%PDF-1.4 poster');
const SHA = createHash('sha256').update(BYTES).digest('hex');

describe.each([ENGLISH, CHINESE])('$locale: a version goes to the client', (cast) => {
  const { locale, channel, people, names, reason } = cast;
  const words = clientDeliverableWords.in(locale);
  const answers = answerWords.in(locale);
  const { name } = POSTER[locale];
  const sending = { channel, approver: `@${people.approver}`, language: locale } as const;
  const versionIn = (walk: Parameters<typeof came>[0]) =>
    came(walk, channel).filter(({ text }) => text.includes(words.versionIntro()));

  test('once it was previewed, with its file under it, and is approved with one click', async () => {
    const bringing = { name, file: { name: 'poster.pdf', bytes: BYTES } };
    const walk = await readyWalk(on, cast, { bringing });
    const form = await openSendingVersion(walk.manager, locale, walk.team, sending);
    expect(form.text).toContain(words.previewTitle());
    expect(form.text).toContain(words.file({ name: 'poster.pdf' }));
    expect(form.text).toContain(channel);
    expect(came(walk, channel)).toEqual([]);
    expect(await form.submit()).toBeUndefined();

    const [version] = versionIn(walk);
    expect(version?.text).toContain(words.file({ name: 'poster.pdf' }));
    expect(version?.text).toContain(words.round({ round: 1, rounds: 3 }));
    expect(version?.buttons).toEqual([
      answers['verb.approved'](),
      answers['verb.approvedWithChanges'](),
      answers['verb.changesRequested'](),
      partsWords.in(locale).withNote(),
      answers.passOn(),
    ]);
    const files = came(walk, channel).filter((one) => one.files.length > 0);
    expect(files.map((one) => [one.thread === version?.thread, one.files])).toEqual([
      [true, [expect.stringMatching(/^poster-v1-[0-9a-f]{12}\.pdf$/u)]],
    ]);
    await approve(walk.approver, locale, channel);
    const note = came(walk, channel).find(({ text }) => text.includes(words.noteNext({ kind: 'deliverable' })));
    expect(note?.text).toContain(words.exactlyFile({ name: 'poster.pdf', hash: SHA }));
    expect(note?.text).toContain(words.titleIn({ name, version: 1 }));
    expect(note?.buttons).toEqual([partsWords.in(locale).takeBack()]);
    expect(versionIn(walk)[0]?.buttons).toEqual([]);
    expect(teamReads(walk)).toContain(answers['said.approved']());
    expect(await recorded(on.db, names[0])).toEqual(
      expect.arrayContaining(['deliverable.sent', 'approval.answered', 'approval.closed']),
    );
  });

  test('as exactly the words that were brought, and a link is said to be unwatched', async () => {
    const { copy, link } = POSTER[locale];
    const walk = await readyWalk(on, cast, { bringing: { name, content: copy } });
    expect(await sendVersionTo(walk.manager, locale, walk.team, sending)).toBeUndefined();
    expect(versionIn(walk)[0]?.text).toContain(copy);
    expect(came(walk, channel).flatMap(({ pings }) => pings)).toEqual([`@${people.approver}`]);
    expect(clientReads(walk, channel)).not.toContain(link);
  });

  test('and changes are asked for: the team is asked for a new version, and told in which words', async () => {
    const walk = await readyWalk(on, cast);
    const form = await openSendingVersion(walk.manager, locale, walk.team, sending);
    expect(form.text).toContain(words.notWatchedTeam());
    expect(await form.submit()).toBeUndefined();
    expect(await requestChanges(walk.approver, locale, channel, reason)).toBeUndefined();
    expect(teamReads(walk)).toContain(reason);
    const asked = walk.manager.sees(walk.team).find(({ text }) => text.includes(reason));
    expect(asked?.buttons).toEqual([deliverableWords.in(locale).newVersion()]);
    expect(clientReads(walk, channel)).toContain(reason);
  });

  test('which may be approved with changes: whether it is shown again has to be said, and the team is told', async () => {
    const walk = await readyWalk(on, cast);
    expect(await sendVersionTo(walk.manager, locale, walk.team, sending)).toBeUndefined();
    const left = shown(await approveWithChanges(walk.approver, locale, channel, { reason }));
    expect(Object.keys(left.errors)).toEqual([answers['showAgain.label']()]);
    await left.close({ all: true });
    const again = { reason, showAgain: 'again' } as const;
    expect(await approveWithChanges(walk.approver, locale, channel, again)).toBeUndefined();
    const note = came(walk, channel).find(({ text }) => text.includes(words.noteNextAgain()));
    expect(note?.text).toContain(reason);
    expect(note?.text).toContain(answers.noteAgain());
    const told = walk.manager.sees(walk.team).findLast(({ text }) => text.includes(name) && text.includes('→'));
    expect(told?.buttons).toEqual([deliverableWords.in(locale).newVersion()]);
    expect(clientReads(walk, channel)).toContain(words.again());
  });

  test('which need not be shown again: it is approved, and nothing is asked of the team but the changes', async () => {
    const walk = await readyWalk(on, cast);
    expect(await sendVersionTo(walk.manager, locale, walk.team, sending)).toBeUndefined();
    const noNeed = { reason, showAgain: 'noNeed' } as const;
    expect(await approveWithChanges(walk.approver, locale, channel, noNeed)).toBeUndefined();
    expect(clientReads(walk, channel)).toContain(words.noteNextChanges());
    const told = walk.manager.sees(walk.team).findLast(({ text }) => text.includes(name) && text.includes('→'));
    expect(told?.buttons).toEqual([]);
    expect(told?.text).toContain(reason);
  });

  test('and an approval can be taken back, with a reason', async () => {
    const walk = await readyWalk(on, cast);
    expect(await sendVersionTo(walk.manager, locale, walk.team, sending)).toBeUndefined();
    await approve(walk.approver, locale, channel);
    const parts = partsWords.in(locale);
    const form = shown(await walk.approver.click(parts.takeBack(), { in: channel }));
    expect(form.title).toBe(parts.takeBackTitle());
    expect(await form.fill({ [answers['withdrawReason.label']()]: reason }).submit()).toBeUndefined();
    expect(teamReads(walk)).toContain(reason);
  });

  test('unless something changed after the preview: nothing leaves, and all that was entered is still there', async () => {
    const walk = await readyWalk(on, cast);
    const form = await openSendingVersion(walk.manager, locale, walk.team, { ...sending, dueOn: '2027-01-11' });
    const change: object = { $set: { 'deliverables.0.name': `${name} 2` }, $inc: { revision: 1 } };
    await on.db.collection('projects').updateOne({ name: names[0] }, change);
    const again = shown(await form.submit());
    expect(again.text).toContain(`${name} 2`);
    expect(again.text).toContain(`@${people.approver}`);
    expect(came(walk, channel)).toEqual([]);
    expect(await again.submit()).toBeUndefined();
    expect(versionIn(walk)[0]?.text).toContain(`${name} 2`);
  });
});
