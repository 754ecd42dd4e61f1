import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { evidenceWords } from '../../src/approval/words-evidence.ts';
import { partsWords } from '../../src/approval/words-parts.ts';
import { clientDeliverableWords } from '../../src/deliverable/words-client.ts';
import { detailWords } from '../../src/deliverable/words-details.ts';
import { refusedWords } from '../../src/rooms/words-refused.ts';
import { verifyAll } from '../../src/io/verify.ts';
import { requestChanges, shown } from '../support/acts.ts';
import { record } from '../support/evidence.ts';
import { bringNext, checkIt } from '../support/acts-deliverable.ts';
import { approveParts, openSendingVersion, sendVersionTo } from '../support/acts-deliverable-client.ts';
import { recorded } from '../support/acts-stages.ts';
import { CHINESE, ENGLISH } from '../support/cast.ts';
import { came, clientReads, POSTER, readyWalk, type SentWalk, teamReads } from '../support/sent-walk.ts';
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

describe.each([ENGLISH, CHINESE])('$locale: between the agency and its client', (cast) => {
  const { locale, channel, people, names, reason } = cast;
  const words = clientDeliverableWords.in(locale);
  const details = detailWords.in(locale);
  const parts = partsWords.in(locale);
  const { name, link } = POSTER[locale];
  const sending = { channel, approver: `@${people.approver}`, language: locale } as const;
  const versions = (walk: SentWalk) => came(walk, channel).filter(({ text }) => text.includes(words.versionIntro()));

  test('the last agreed round is announced to both, and beyond it the account manager says what it is', async () => {
    const walk = await readyWalk(on, cast, { about: { [details['rounds.label']()]: '1' } });
    const { manager, checker, team, approver } = walk;
    const form = await openSendingVersion(manager, locale, team, sending);
    expect(form.text).toContain(words.lastRoundTeam({ rounds: 1 }));
    expect(await form.submit()).toBeUndefined();
    expect(versions(walk)[0]?.text).toContain(words.lastRound({ round: 1, rounds: 1 }));
    expect(teamReads(walk)).toContain(words.sentLastRound({ rounds: 1 }));
    await requestChanges(approver, locale, channel, reason);

    expect(await bringNext(manager, locale, team, { content: `${link}-2` })).toBeUndefined();
    expect(await checkIt(checker, locale, team)).toBeUndefined();
    const beyond = await openSendingVersion(manager, locale, team, {});
    expect(beyond.text).toContain(words.beyondTeam({ round: 2, rounds: 1 }));
    const missing = shown(await beyond.submit());
    expect(Object.keys(missing.errors)).toEqual([words['goodwill.label'](), words['goodwillWhy.label']()]);
    const given = {
      [words['goodwill.label']()]: words['goodwill.absorbed'](),
      [words['worth.label']()]: '5000 CNY',
      [words['goodwillWhy.label']()]: reason,
    };
    expect(await missing.fill(given).submit()).toBeUndefined();
    const [first, second] = versions(walk);
    expect(second?.thread).toBe(first?.thread);
    expect([first?.buttons, first?.text.includes(`${link}-2`)]).toEqual([[], false]);
    expect(second?.text).toContain(words.versionReplaces({ version: 1 }));
    expect(second?.text).toContain(words.roundBeyond({ round: 2, rounds: 1 }));
    expect(clientReads(walk, channel)).not.toContain('5,000');
    expect(teamReads(walk)).toContain('5,000 CNY');
    expect(await recorded(on.db, names[0])).toEqual(
      expect.arrayContaining(['deliverable.goodwill', 'deliverable.superseded']),
    );
  });

  test('the parts of a set are approved one by one', async () => {
    const walk = await readyWalk(on, cast, { about: { [details['items.label']()]: POSTER[locale].parts } });
    const { manager, team, approver } = walk;
    expect(await sendVersionTo(manager, locale, team, sending)).toBeUndefined();
    const second = POSTER[locale].parts.split('\n')[1] ?? '';
    expect(versions(walk)[0]?.text).toContain(words.part({ number: 2, name: second }));
    expect(versions(walk)[0]?.buttons).toContain(parts.someLines());
    expect(await approveParts(approver, locale, channel, [1])).toBeUndefined();
    expect(versions(walk)[0]?.text).toContain(parts.linesConfirmed({ lines: '1' }));
    expect(await requestChanges(approver, locale, channel, `2: ${reason}`)).toBeUndefined();
    expect(clientReads(walk, channel)).toContain(parts.linesChanges({ lines: '2' }));
    expect(clientReads(walk, channel)).not.toContain(parts.linesChanges({ lines: '1' }));
  });

  test('outside Slack nothing is posted to the client: the text comes to the team, to be sent', async () => {
    const walk = await readyWalk(on, cast);
    const outside = await openSendingVersion(walk.manager, locale, walk.team, {
      reach: 'outside',
      offSlack: 'Wang Lei',
    });
    expect(outside.text).toContain(words.goesOutside());
    expect(await outside.submit()).toBeUndefined();
    expect(came(walk, channel)).toEqual([]);
    const copied = walk.manager.sees(walk.team).find(({ text }) => text.includes(words.copyText()));
    expect(copied?.text).toContain(link);
    expect(copied?.text).toContain(words.round({ round: 1, rounds: 3 }));

    const form = await walk.manager.click(evidenceWords.in(locale).record(), { in: walk.team });
    const said = { verb: 'approvedWithChanges', way: 'email', words: reason } as const;
    const missing = shown(await record(form, said, locale));
    expect(Object.keys(missing.errors)).toEqual([evidenceWords.in(locale)['showAgain.label']()]);
    const again = { [evidenceWords.in(locale)['showAgain.label']()]: evidenceWords.in(locale)['showAgain.again']() };
    const left = await missing.fill(again).submit();
    expect(left?.errors ?? {}).toEqual({});
    expect(teamReads(walk)).toContain(reason);
  });

  test('a file that is not the one any more is not passed on, and the team is told', async () => {
    const bringing = { name, file: { name: 'poster.pdf', bytes: Buffer.from('%PDF-1.4 poster') } };
    const walk = await readyWalk(on, cast, { bringing });
    const another: object = {
      $set: { 'deliverables.0.draft.contents.0.sha256': 'f'.repeat(64) },
      $inc: { revision: 1 },
    };
    await on.db.collection('projects').updateOne({ name: names[0] }, another);
    expect(await sendVersionTo(walk.manager, locale, walk.team, sending)).toBeUndefined();
    expect(came(walk, channel).flatMap(({ files }) => files)).toEqual([]);
    const refused = refusedWords.in(locale);
    const told = walk.manager.dms().map(({ text }) => text);
    expect(told.join('\n')).toContain(refused['why.file']({ scope: '', error: '' }));
    expect(await recorded(on.db, names[0])).toContain('project.undelivered');
  });

  test('a file that Liaison cannot read is posted by hand, and nobody waits for it', async () => {
    const bringing = { name, file: { name: 'poster.pdf', bytes: Buffer.from('%PDF-1.4 poster') } };
    const walk = await readyWalk(on, cast, { bringing });
    const large: object = {
      $set: {
        'deliverables.0.draft.contents.0.size': 30_000_000,
        'deliverables.0.draft.contents.0.sha256': 'f'.repeat(64),
      },
      $inc: { revision: 1 },
    };
    await on.db.collection('projects').updateOne({ name: names[0] }, large);
    const form = await openSendingVersion(walk.manager, locale, walk.team, sending);
    expect(form.text).toContain(words.byHand({ file: 'poster.pdf', why: 'tooLarge' }));
    expect(await form.submit()).toBeUndefined();
    expect(versions(walk)[0]?.text).toContain(words.fileByHand({ name: 'poster.pdf' }));
    expect(teamReads(walk)).toContain(words.sentByHand({ files: 'poster.pdf' }));
    expect(came(walk, channel).flatMap(({ files }) => files)).toEqual([]);
  });
});
