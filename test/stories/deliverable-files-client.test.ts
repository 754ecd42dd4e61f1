import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { clientDeliverableWords } from '../../src/deliverable/words-client.ts';
import { watchWords } from '../../src/deliverable/words-watch.ts';
import { deliverableWords } from '../../src/deliverable/words.ts';
import { approve, sendVersionTo } from '../support/acts-deliverable-client.ts';
import { recorded } from '../support/acts-stages.ts';
import { CHINESE, ENGLISH } from '../support/cast.ts';
import { came, POSTER, readyWalk, type SentWalk, teamReads } from '../support/sent-walk.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(async () => {
  on.slack.expectNoErrors();
  await on.end();
});

const BYTES = Buffer.from('%PDF-1.4 poster');
const NAME = 'poster.pdf';
const FINAL = { name: 'poster-final.pdf', bytes: Buffer.from('%PDF-1.4 the last poster') };

describe.each([ENGLISH, CHINESE])('$locale: once the client has a version', (cast) => {
  const { locale, channel, people, names } = cast;
  const words = watchWords.in(locale);
  const { name } = POSTER[locale];
  const place = { file: NAME, name, version: 1 };

  /** With the client; the thread of its card there. */
  async function sent(): Promise<{ walk: SentWalk; thread: string }> {
    const walk = await readyWalk(on, cast, { bringing: { name, file: { name: NAME, bytes: BYTES } } });
    const sending = { channel, approver: `@${people.approver}`, language: locale } as const;
    expect(await sendVersionTo(walk.manager, locale, walk.team, sending)).toBeUndefined();
    const version = came(walk, channel).find(({ text }) =>
      text.includes(clientDeliverableWords.in(locale).versionIntro()),
    );
    return { walk, thread: version?.thread ?? version?.ts ?? '' };
  }
  const puts = ({ approver }: SentWalk, thread: string, file: { name: string; bytes: Uint8Array }) =>
    approver.in(channel).post('', { thread, files: [file] });
  test('a newer file in their thread is told to the team, who can make it a version, and nobody else', async () => {
    const { walk, thread } = await sent();
    const before = came(walk, channel).length;
    await puts(walk, thread, FINAL);
    expect(teamReads(walk)).toContain(FINAL.name);
    expect(teamReads(walk)).toContain(words.open());
    expect(came(walk, channel)).toHaveLength(before + 1);
    expect(await recorded(on.db, names[0])).toContain('deliverable.newerOffered');
    const form = await walk.manager.click(deliverableWords.in(locale).newVersion(), {
      in: walk.team,
      message: FINAL.name,
    });
    expect(form?.labels).toContain(deliverableWords.in(locale)['file.label']());
    await form?.close({ all: true });
  });

  test('the same file in their thread is none, however it is called there', async () => {
    const { walk, thread } = await sent();
    await puts(walk, thread, { name: 'ours.pdf', bytes: BYTES });
    expect(teamReads(walk)).not.toContain('ours.pdf');
  });

  test('its file deleted is told to the team, by what the client has said of it', async () => {
    const { walk } = await sent();
    await walk.manager.in(walk.team).removeFile(NAME);
    expect(teamReads(walk)).toContain(words.deletedWithClient(place));
    expect(await recorded(on.db, names[0])).toContain('deliverable.fileDeleted');
  });

  test('its file deleted after they approved it leaves the approval as it is', async () => {
    const { walk } = await sent();
    await approve(walk.approver, locale, channel);
    const before = came(walk, channel).map(({ text }) => text);
    await walk.manager.in(walk.team).removeFile(NAME);
    expect(teamReads(walk)).toContain(words.deletedApproved(place));
    expect(came(walk, channel).map(({ text }) => text)).toEqual(before);
    const kinds = await recorded(on.db, names[0]);
    expect(kinds.indexOf('deliverable.fileDeleted')).toBeGreaterThan(kinds.indexOf('approval.closed'));
  });
});
