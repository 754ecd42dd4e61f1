import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { exportWords } from '../../src/export/words.ts';
import { homeWords } from '../../src/home/words.ts';
import { confirm, shown } from '../support/acts.ts';
import { exportFilling, exportRecord, fileTo, openExport, openOwnExport } from '../support/acts-export.ts';
import { carded } from '../support/carded.ts';
import { endAs, startJob } from '../support/acts-stages.ts';
import { CHINESE, ENGLISH, type Walk } from '../support/cast.ts';
import { readPdf } from '../support/read-pdf.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.end());

const packed = (text: string): string => text.replaceAll(/\s/gu, '');
const said = (person: ReturnType<Walk['as']>): string =>
  person
    .dms()
    .map(({ text }) => text)
    .join('\n');

describe.each([ENGLISH, CHINESE])('the record as a file, in $locale', (cast) => {
  const { locale, channel, people } = cast;
  const [name] = cast.names;
  const words = exportWords.in(locale);
  const other = locale === 'en' ? 'zh' : 'en';

  /** A project whose brief is confirmed, and somebody of the team besides. */
  async function confirmed(): Promise<Walk> {
    const walk = await carded(on, cast);
    await walk.as('manager').in(walk.team).invite(people.teammate);
    await walk.as('manager').click(walk.words.project.joinerYes());
    await confirm(walk.as('approver'), locale, channel);
    return walk;
  }

  test('comes to the account manager as a PDF, by direct message, with every entry, its hash, and how to check it', async () => {
    const { as, team } = await confirmed();
    const coming = await exportRecord(as('manager'), team, { speaks: locale, format: 'pdf' });
    expect(coming.text).toContain(words.coming());
    const { name: file, bytes } = fileTo(as('manager'), on);
    expect(file).toMatch(/\.pdf$/u);
    const { pages, language, isTagged, missing } = await readPdf(bytes);
    const text = packed(pages.map(({ body }) => body).join(''));
    expect([language, isTagged, missing]).toEqual([locale === 'zh' ? 'zh-CN' : 'en-GB', true, 0]);
    for (const part of [name, cast.client, words.checkTitle(), words.checkChain(), words.agreedTitle()])
      expect(text).toContain(packed(part));
    expect(packed(pages[0]?.foot ?? '')).toContain(packed(words.page({ page: '1', pages: String(pages.length) })));
    // Each of them has its whole hash, the version that was sent, and the last one of all.
    expect(new Set(text.match(/[0-9a-f]{64}/gu)).size).toBeGreaterThan(8);
    expect(said(as('manager'))).toContain(words.cardTitle({ project: name }));
    expect(said(as('manager'))).toMatch(/[0-9a-f]{64}/u);
    on.slack.expectNoErrors();
  });

  test('comes in the language that was chosen, as a table or for a program, and the record says that it was made', async () => {
    const { as, team } = await confirmed();
    await exportRecord(as('manager'), team, { speaks: locale, format: 'csv', language: other });
    const table = fileTo(as('manager'), on).text;
    expect(table.startsWith('\uFEFF')).toBe(true);
    expect(table).toContain(exportWords.in(other).columnWhat());
    await exportRecord(as('manager'), team, { speaks: locale, format: 'json' });
    const { name: file, text } = fileTo(as('manager'), on);
    expect(file).toMatch(/\.json$/u);
    const written = JSON.parse(text) as { record: { entry: { kind: string }; salt: string }[]; versions: object[] };
    const kinds = written.record.map(({ entry }) => entry.kind);
    expect(kinds.filter((kind) => kind === 'record.exported')).toHaveLength(2);
    expect(written.record.every(({ salt }) => salt.length === 32)).toBe(true);
    expect(written.versions).toEqual([expect.objectContaining({ subject: 'brief', number: 1, state: 'agreed' })]);
    on.slack.expectNoErrors();
  });

  test('the client’s people get their own part by the button on their card, and nothing of the agency’s', async () => {
    const { as, team } = await confirmed();
    await exportRecord(as('manager'), team, { speaks: locale, format: 'json' });
    const whole = fileTo(as('manager'), on).text;
    for (const format of ['json', 'csv', 'pdf'] as const) {
      const form = await openOwnExport(as('approver'), channel, name, locale);
      expect(form.text).not.toContain(words['part.label']());
      await form.fill(exportFilling({ speaks: locale, format })).submit();
      await as('approver').modal().close({ all: true });
      const { name: file, text } = fileTo(as('approver'), on);
      expect(file.endsWith(`.${format}`)).toBe(true);
      // What the team alone knows: who joined it, and all that no client sees of kinds and contents.
      expect(text).not.toMatch(/project\.(?:started|personAdded|gate)|record\.exported|joiner/u);
      if (format !== 'json') continue;
      expect(text).toContain('approval.answered');
      const shownHashes = [...text.matchAll(/"hash":"([0-9a-f]{64})"/gu)].map(([, hash]) => hash ?? '');
      expect(shownHashes.every((hash) => whole.includes(hash) || text.indexOf(hash) < text.indexOf('"record"'))).toBe(
        true,
      );
    }
    on.slack.expectNoErrors();
  });

  test('of the client’s part the account manager gets exactly as much', async () => {
    const { as, team } = await confirmed();
    await exportRecord(as('manager'), team, { speaks: locale, format: 'json', part: 'client' });
    const ours = JSON.parse(fileTo(as('manager'), on).text) as { part: string; record: unknown[] };
    const form = await openOwnExport(as('approver'), channel, name, locale);
    await form.fill(exportFilling({ speaks: locale, format: 'json' })).submit();
    const theirs = JSON.parse(fileTo(as('approver'), on).text) as { part: string; record: unknown[] };
    expect([ours.part, theirs.part]).toEqual(['client', 'client']);
    expect(theirs.record).toEqual(ours.record);
    on.slack.expectNoErrors();
  });

  test('is not for a teammate, who is told who can', async () => {
    const { as, team } = await confirmed();
    await as('teammate')
      .in(team)
      .command(`/approval ${locale === 'zh' ? '导出' : 'export'}`);
    expect(as('teammate').hasModal()).toBe(false);
    expect(as('teammate').private().at(-1)?.text).toContain(`@${people.manager}`);
  });

  test('asked for once it comes once, however often Slack delivers that', async () => {
    const { as, team } = await confirmed();
    await exportRecord(as('manager'), team, { speaks: locale, format: 'csv' });
    await on.slack.again(2, 'view_submission export.form');
    expect(
      as('manager')
        .dms()
        .flatMap(({ files }) => files),
    ).toHaveLength(1);
    on.slack.expectNoErrors();
  });
});

test('a guest of the client finds it on App Home as well', async () => {
  const { as } = await carded(on, CHINESE);
  const home = await as('approver').home();
  const form = shown(await home.press(homeWords.in('zh').export()));
  await form.fill(exportFilling({ speaks: 'zh', format: 'csv' })).submit();
  expect(fileTo(as('approver'), on).name).toContain(CHINESE.names[0]);
  on.slack.expectNoErrors();
});

test('of several projects in a channel it is asked which one is meant', async () => {
  const { as, team, words } = await carded(on, ENGLISH);
  await startJob(as('manager'), 'en', team, 'Poster');
  const which = await openExport(as('manager'), team, 'en');
  const form = shown(await which.press(words.project.choose()));
  await form.fill(exportFilling({ speaks: 'en', format: 'csv' })).submit();
  expect(fileTo(as('manager'), on).name).toContain(ENGLISH.names[0]);
  on.slack.expectNoErrors();
});

test('the record of a project that has ended can be had as well, by the agency and by the client', async () => {
  const { as, team } = await carded(on, ENGLISH);
  await confirm(as('approver'), 'en', ENGLISH.channel);
  const ending = shown(await as('manager').in(team).command('/project end'));
  await endAs(ending, 'en', { as: 'completed', reason: 'Done' });
  await exportRecord(as('manager'), team, { speaks: 'en', format: 'csv' });
  expect(fileTo(as('manager'), on).text).toContain('Ended, completed: Done');
  const form = await openOwnExport(as('approver'), ENGLISH.channel, ENGLISH.names[0], 'en');
  await form.fill(exportFilling({ speaks: 'en', format: 'csv' })).submit();
  expect(fileTo(as('approver'), on).text).toContain('Project ended');
  on.slack.expectNoErrors();
});
