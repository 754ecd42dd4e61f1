import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type NewFile, removeFile } from '../../sandbox/core/files.ts';
import { gatherWords } from '../../src/brief/words-gather.ts';
import { ioWords } from '../../src/io/words.ts';
import { shown, startProject } from '../support/acts.ts';
import { ADD, addDocument, addToBrief } from '../support/acts-gather.ts';
import { openOverview } from '../support/acts-steps.ts';
import { beginWalk, CHINESE, ENGLISH, type Walk } from '../support/cast.ts';
import { docxParts, makeDocx, p, withPart } from '../support/documents-docx.ts';
import { NOT_GUESSED } from '../support/documents-encodings.ts';
import { makeZip, packedZeros } from '../support/documents-zip.ts';
import { decided } from '../support/outcome.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.end());

const MB = 1024 * 1024;
const GOOD = docxParts(p('Objective', { style: '1' }) + p('NOT TO BE TAKEN'));
const good: NewFile = { name: 'brief.docx', bytes: makeDocx(p('Objective', { style: '1' }) + p('NOT TO BE TAKEN')) };
const bomb = makeZip(withPart(GOOD, { name: 'word/document.xml', data: '', packed: packedZeros(512 * MB) }));

const HOSTILE = [
  ['tooLarge', { name: 'brief.txt', text: 'NOT TO BE TAKEN', sizeBytes: 9 * MB }],
  ['tooMuchInside', { name: 'brief.docx', bytes: bomb }],
  ['hasMacros', { name: 'brief.docx', bytes: makeZip([...GOOD, { name: 'word/vbaProject.bin', data: 'x' }]) }],
  ['damaged', { name: 'brief.docx', bytes: makeZip(GOOD).subarray(0, 400) }],
  ['encodingUnknown', { name: 'brief.txt', bytes: NOT_GUESSED.eucKr }],
  ['empty', { name: 'brief.txt', text: ' \n\n' }],
] as const satisfies readonly (readonly [string, NewFile])[];

async function begun(cast: typeof ENGLISH): Promise<Walk> {
  const walk = beginWalk(on, cast);
  const manager = walk.as('manager');
  const team = await startProject(manager, cast.locale, { client: cast.client, name: cast.names[0] });
  await manager.in(team).post('first');
  await addToBrief(manager, cast.locale, 'first', { in: team, question: 'objective' });
  return Object.assign(walk, { team });
}

/** What was not read is nowhere, and the form stands there for another file. */
async function expectNothingTaken({ as, cast, team }: Walk, before: string): Promise<void> {
  const words = gatherWords.in(cast.locale);
  expect(as('manager').modal().labels).toContain(words['file.label']());
  await as('manager').modal().close({ all: true });
  expect(await decided(on)).toBe(before);
  const { text } = await openOverview(as('manager'), cast.locale, team);
  expect(text).not.toContain('NOT TO BE TAKEN');
  expect(text).not.toContain('brief.docx');
  await as('manager').modal().close({ all: true });
}

describe.each([ENGLISH, CHINESE])('a file that cannot be taken, in $locale', (cast) => {
  const words = gatherWords.in(cast.locale);

  test.each(HOSTILE)('%s: says why in a sentence, and nothing of it is taken', async (why, file) => {
    const walk = await begun(cast);
    const before = await decided(on);
    const modal = await addDocument(walk.as('manager'), cast.locale, walk.team, file);
    expect(modal.text).toContain(words[`file.${why}`]());
    await expectNothingTaken(walk, before);
    on.slack.expectNoErrors();
  });

  test('a film of 50 MB that is attached to a message: no byte of it is asked for', async () => {
    const walk = await begun(cast);
    const { as, team } = walk;
    await as('manager')
      .in(team)
      .post('film', { files: [{ name: 'film.mp4', sizeBytes: 50 * MB }] });
    const before = await decided(on);
    const form = shown(await as('manager').shortcut(ADD, 'film', { in: team }));
    const modal = shown(await form.press(words.readFile({ name: 'film.mp4' })));
    expect(modal.text).toContain(words['file.tooLarge']());
    await expectNothingTaken(walk, before);
    expect(on.slack.journal.calls('url_private')).toEqual([]);
    on.slack.expectNoErrors();
  });

  test('one that was deleted meanwhile', async () => {
    const walk = await begun(cast);
    const { as, team } = walk;
    await as('manager')
      .in(team)
      .post('here', { files: [good] });
    const form = shown(await as('manager').shortcut(ADD, 'here', { in: team }));
    const { world } = on.slack.engine;
    for (const file of world.files.values()) removeFile(world, file);
    const before = await decided(on);
    const modal = shown(await form.press(words.readFile({ name: 'brief.docx' })));
    expect(modal.text).toContain(words['file.gone']());
    await expectNothingTaken(walk, before);
    on.slack.expectNoErrors();
  });

  test.each([
    ['files.info', 'server-error'],
    ['url_private', 'server-error'],
    ['url_private', 'response-lost'],
  ] as const)(
    'Slack does not hand it over (%s, %s): nothing is half taken, and another try takes it',
    async (call, fault) => {
      const walk = await begun(cast);
      const { as, team } = walk;
      const before = await decided(on);
      // Slack is asked again where it only hesitates.
      on.slack.faults.next(call, fault, { times: 20 });
      const modal = await addDocument(as('manager'), cast.locale, team, good);
      expect(modal.text).toContain(words['file.unreachable']());
      await expectNothingTaken(walk, before);
      on.slack.faults.clear();
      const again = await addDocument(as('manager'), cast.locale, team, good);
      expect(again.title).toBe(words.checkTitle());
      expect(again.text).toContain('NOT TO BE TAKEN');
      on.slack.expectNoErrors();
    },
  );

  test('something unexpected in the middle of reading: it is said with a reference, and nothing is half taken', async () => {
    const walk = await begun(cast);
    const before = await decided(on);
    // MongoDB takes no source any more: the transaction of the decision fails as a whole.
    await on.db.connection.db?.command({ collMod: 'sources', validator: { never: { $exists: true } } });
    const modal = await addDocument(walk.as('manager'), cast.locale, walk.team, good);
    expect(modal.labels).toContain(words['file.label']());
    const [, reference = ''] = /"reference":"(\w+)"/u.exec(on.logged()) ?? [];
    expect(modal.text).toContain(ioWords.in(cast.locale).unexpected({ reference }));
    await expectNothingTaken(walk, before);
    on.slack.expectNoErrors();
  });

  test('neither a file nor a text is chosen: the form says so at its question', async () => {
    const walk = await begun(cast);
    const modal = await addDocument(walk.as('manager'), cast.locale, walk.team, '');
    expect(modal.errors).toEqual({ [words['file.label']()]: words['brief.nothingGiven']() });
    on.slack.expectNoErrors();
  });
});
