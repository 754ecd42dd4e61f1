import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { NewFile } from '../../sandbox/core/files.ts';
import { deliverableWords } from '../../src/deliverable/words.ts';
import { shortHash } from '../../src/kit/chain.ts';
import { bring, bringFilling, bringMessage } from '../support/acts-deliverable.ts';
import { recorded } from '../support/acts-stages.ts';
import { read, shown, startProject } from '../support/acts.ts';
import { runJob } from '../support/jobs.ts';
import { type Stage, stage } from '../support/stage.ts';

const words = deliverableWords.in('en');
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const POSTER: NewFile = { name: 'poster.pdf', text: 'real tea' };
const FINAL: NewFile = { name: 'poster-final.pdf', text: 'real tea, no powder' };
const hashOf = ({ text = '' }: NewFile): string => shortHash(createHash('sha256').update(text).digest('hex'));

let on: Stage;
let team: string;
beforeEach(async () => {
  on = await stage();
  team = await startProject(mei(), 'en', { client: 'Acme', name: 'Spring launch' });
});
afterEach(async () => {
  on.slack.expectNoErrors();
  await on.end();
});

const mei = () => on.slack.as('mei');
const poster = (file: NewFile = POSTER) => bring(mei(), 'en', team, { name: 'Key visual', file });
/** The same out of a message: Liaison puts no copy of it into the thread. */
async function posted(file: NewFile = POSTER): Promise<void> {
  await mei()
    .in(team)
    .post('The poster of today', { files: [file] });
  await bringMessage(mei(), 'en', 'The poster of today', { in: team, name: 'Key visual' });
}
/** Looks after the project, as the clock does twice a minute. */
async function look(afterMs = MINUTE_MS): Promise<void> {
  await on.slack.clock.advance(afterMs);
  await runJob(on, 'sweep');
}
const card = (): string => read(mei(), team).find((one) => one.includes('Key visual ·')) ?? '';
const lines = (part: string): string[] => read(mei(), team).filter((one) => one.includes(part));
const downloads = (): number => on.slack.journal.calls('url_private').length;

describe('what a file is', () => {
  test('is on the card within a minute, by its name, its size and the hash of its bytes', async () => {
    await posted();
    await look();
    expect(card()).toContain('poster.pdf');
    expect(card()).toContain(hashOf(POSTER));
    await look();
    await look(DAY_MS);
    expect(downloads()).toBe(1);
  });

  test('is read of each file of a message that is sent for approval', async () => {
    await mei()
      .in(team)
      .post('Both versions', { files: [POSTER, FINAL] });
    await bringMessage(mei(), 'en', 'Both versions', { in: team, name: 'Key visual' });
    await look();
    expect([card().includes(hashOf(POSTER)), card().includes(hashOf(FINAL))]).toEqual([true, true]);
  });

  test('that cannot be had for now is found at a later look', async () => {
    await poster();
    on.slack.faults.next('url_private', 'response-lost');
    await look();
    expect(card()).not.toContain(hashOf(POSTER));
    await look(2 * MINUTE_MS);
    expect(card()).toContain(hashOf(POSTER));
  });

  test('that can never be had is said, and it is not tried for ever', async () => {
    await poster();
    const clear = on.slack.faults.always('url_private', 'server-error');
    await look();
    await look(31 * MINUTE_MS);
    expect(card()).toContain(words['unread.unreachable']());
    clear();
    const before = downloads();
    await look(DAY_MS);
    expect(downloads()).toBe(before);
  });

  test('that is too large to be read is said, and no byte of it is asked for', async () => {
    await posted({ name: 'film.mp4', sizeBytes: 900 * 1024 * 1024 });
    await look();
    expect(card()).toContain('film.mp4');
    expect(card()).toContain(words['unread.tooLarge']());
    expect(downloads()).toBe(0);
  });
});

describe('a file that is deleted in Slack', () => {
  const DELETED = 'The file poster.pdf was deleted in Slack';

  test('is said in the thread of its deliverable, once, with the way to a new version, and is on the record', async () => {
    await poster();
    await look();
    await mei().in(team).removeFile('poster.pdf');
    expect(lines(DELETED)).toEqual([expect.stringContaining('It is part of version 1 of Key visual')]);
    expect(await recorded(on.db, 'Spring launch')).toContain('deliverable.fileDeleted');
    await on.slack.again(2, 'file_deleted');
    await look(2 * DAY_MS);
    expect(lines(DELETED)).toHaveLength(1);
    const form = shown(await mei().click(words.newVersion(), { message: DELETED, in: team }));
    await form.fill(bringFilling({ file: FINAL }, 'en')).submit();
    await look();
    expect(card()).toContain(hashOf(FINAL));
  });

  test('before anybody could read it is said as well, and nothing is asked of it any more', async () => {
    await posted();
    await mei().in(team).removeFile('poster.pdf');
    await look();
    expect(card()).toContain(words['unread.gone']());
    expect(downloads()).toBe(0);
  });

  test('because it is old, of which Slack tells nobody, is noticed a day later at the latest', async () => {
    await poster();
    await look();
    await on.slack.admin.deleteFile('poster.pdf', 'retention');
    await look(DAY_MS + MINUTE_MS);
    expect(lines(DELETED)).toHaveLength(1);
    const asked = on.slack.journal.calls('files.info').length;
    await look();
    await look();
    expect(on.slack.journal.calls('files.info')).toHaveLength(asked);
  });

  test('that is no deliverable’s is nobody’s concern', async () => {
    await poster();
    const before = read(mei(), team);
    await mei()
      .in(team)
      .post('Something else', { files: [FINAL] });
    await mei().in(team).removeFile('poster-final.pdf');
    expect(read(mei(), team).slice(before.length)).toEqual([expect.stringContaining('Something else')]);
  });
});

describe('a file in the thread of a deliverable', () => {
  const offered = () => lines('put poster-final.pdf here');
  const thread = () => ({ thread: 'Key visual ·' });

  test('that may be newer is said there, once, and its bytes change nothing of the version', async () => {
    await poster();
    await look();
    const before = card();
    await mei()
      .in(team)
      .post('', { ...thread(), files: [FINAL] });
    expect(offered()).toEqual([expect.stringContaining('It is not part of version 1 of Key visual')]);
    await on.slack.again(2, 'message');
    expect(offered()).toHaveLength(1);
    expect([before, card()].map((one) => one.includes(hashOf(POSTER)))).toEqual([true, true]);
    expect(await recorded(on.db, 'Spring launch')).toContain('deliverable.newerOffered');
  });

  test('becomes the next version by the menu of its message', async () => {
    await poster();
    await mei()
      .in(team)
      .post('The last one', { ...thread(), files: [FINAL] });
    await bringMessage(mei(), 'en', 'The last one', { in: team });
    await look();
    expect(card()).toContain(hashOf(FINAL));
  });

  test('is of no interest where it is of another kind, is the same again, or stands elsewhere', async () => {
    await poster();
    await look();
    await mei()
      .in(team)
      .post('A note', { ...thread(), files: [{ name: 'note.png', text: 'here' }] });
    await mei()
      .in(team)
      .post('Again', { ...thread(), files: [POSTER] });
    await mei()
      .in(team)
      .post('Not in the thread', { files: [FINAL] });
    expect(lines('It is not part of')).toEqual([]);
  });

  test('is noticed under the message that the deliverable was sent from', async () => {
    await posted();
    await look();
    await mei()
      .in(team)
      .post('', { thread: 'The poster of today', files: [FINAL] });
    expect(offered()).toHaveLength(1);
  });
});
