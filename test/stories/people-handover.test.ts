import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Modal } from '../../sandbox/driver/modal.ts';
import type { Filling } from '../../sandbox/driver/choose.ts';
import { peopleWords } from '../../src/people/words.ts';
import { projectWords } from '../../src/project/words.ts';
import { nobodyWatches } from '../../src/io/watch.ts';
import { read, sendBrief, sentProject, shown, startProject, TEXTS, writeBrief } from '../support/acts.ts';
import { runJob } from '../support/jobs.ts';
import { type Stage, stage } from '../support/stage.ts';

/** Passes the point at which a process may die; set while one is to. */
let dies: (() => void) | null = null;
const watch = { ...nobodyWatches, pass: (point: string) => (point === 'decided' ? dies?.() : undefined) };

const CHANNEL = '#acme-lantern';
const HOUR_MS = 60 * 60 * 1000;
const words = peopleWords.in('en');
let on: Stage;
beforeEach(async () => {
  dies = null;
  on = await stage({ watch });
});
afterEach(() => on.end());

const mei = () => on.slack.as('mei');
const olivia = () => on.slack.as('olivia');
const sent = (name: string) =>
  sentProject(mei(), 'en', { client: 'Acme', name }, { channel: CHANNEL, approver: '@olivia', language: 'en' });
const open = async (team: string, typed = '') =>
  shown(await mei().in(team).command(`/project handover ${typed}`.trim()));

type Filled = { who?: string; day?: string; all?: boolean; note?: string; line?: string };
const filling = ({ who, day, all, note, line }: Filled): Record<string, Filling> => ({
  ...(who ? { [words['successor.label']()]: who } : {}),
  ...(day ? { [words['fromDay.label']()]: day } : {}),
  ...(all ? { [words['scope.label']()]: words['scope.client']() } : {}),
  ...(note ? { [words['note.label']()]: note } : {}),
  ...(line ? { [words['clientLine.label']()]: line } : {}),
});
/** Has the form show what will happen. */
const preview = async (form: Modal, filled: Filled): Promise<Modal> => shown(await form.fill(filling(filled)).submit());
const roster = async (handle: string, team: string) =>
  shown(await on.slack.as(handle).in(team).command('/project people'));
const managerOf = async (team: string): Promise<string> => {
  const raw = await on.db.collection('projects').findOne({ 'channels.team.id': on.slack.channel(team).id });
  const people = (raw?.['people'] ?? []) as { name: string; role: string }[];
  return people.flatMap(({ name, role }) => (role === 'accountManager' ? [name] : [])).join();
};
const kinds = async (kind: string) => on.db.collection('record').countDocuments({ 'entry.kind': kind });
/** What the client reads in their channel that one text is part of. */
const clientReads = (text: string) => read(olivia(), CHANNEL).filter((one) => one.includes(text));

describe('a handover', () => {
  test('happens at once, after everybody has seen what will: the team reads the note, the client one line', async () => {
    const team = await sent('Spring launch');
    const form = await open(team, '@tom');
    expect(form.submitText).toBe(words.handoverShow());
    const note = 'Olivia <!channel> prefers calls';
    const line = 'From today, Tom looks after you. <!here> Our margin is *20%*.';
    const seen = await preview(form, { note, line });
    expect(seen.submitText).toBe(words.handoverSubmit());
    expect(seen.text).toContain('At once, Tom Baker takes over Spring launch from Mei Chen.');
    expect(seen.text).toContain(line);
    expect(seen.text).toContain('From Mei Chen');
    expect(seen.text).toMatch(/The client reads this in #acme-lantern/u);
    expect(seen.text).toMatch(/people see it: .*@olivia/u);
    expect(seen.text).toContain('Please look again before this leaves the house');
    expect(await managerOf(team)).toBe('Mei Chen');
    expect(clientReads('Tom looks after you')).toEqual([]);

    expect(await seen.submit()).toBeUndefined();
    expect(await managerOf(team)).toBe('Tom Baker');
    expect(clientReads('Tom looks after you')).toHaveLength(1);
    expect(olivia().sees(CHANNEL).at(-1)?.pings).toEqual([]);
    expect(read(on.slack.as('tom'), team).join('\n')).toContain(note);
    expect(read(mei(), team).join('\n')).toContain('Account manager: Mei Chen → Tom Baker');
    expect(on.slack.seat('olivia').text).not.toContain('prefers calls');
    expect([await kinds('project.handedOver'), await kinds('project.handoverPlanned')]).toEqual([1, 0]);
    // Tom can hand it on, and after that no more.
    const next = await (await roster('tom', team)).press(words.handoverButton());
    expect(await (await preview(shown(next), { who: '@ines' })).submit()).toBeUndefined();
    await on.slack.as('tom').in(team).command('/project handover @wei');
    expect(on.slack.as('tom').private().at(-1)?.text).toContain('Nothing was done: only the account manager');
    on.slack.expectNoErrors();
  });

  test('is shown again where something else was entered since', async () => {
    const team = await sent('Spring launch');
    const seen = await preview(await open(team, '@tom'), {});
    const again = shown(await seen.fill(filling({ line: 'From today, Tom looks after you.' })).submit());
    expect(again.text).toContain(words.previewAgain());
    expect(clientReads('Tom looks after you')).toEqual([]);
    expect(await again.submit()).toBeUndefined();
    expect(clientReads('Tom looks after you')).toHaveLength(1);
    on.slack.expectNoErrors();
  });

  test.each([
    [{ who: '@olivia' }, 'successor', 'is on the other side of this project'],
    [{ who: '@mei' }, 'successor', 'choose somebody else than them'],
    [{ who: '@dana' }, 'successor', 'is of another company'],
    [{ who: '@tom', day: '14/3' }, 'fromDay', 'this is not read as one day'],
  ] as const)('with %p is refused at its question, and nothing that was typed is lost', async (filled, at, why) => {
    const team = await sent('Spring launch');
    const refused = await preview(await open(team), { ...filled, note: 'A long note' });
    expect(Object.keys(refused.errors)).toEqual([words[`${at}.label`]()]);
    expect(Object.values(refused.errors).join()).toContain(why);
    const fixed = await preview(refused, { who: '@tom', day: 'today' });
    expect(await fixed.submit()).toBeUndefined();
    expect(read(on.slack.as('tom'), team).join('\n')).toContain('A long note');
    on.slack.expectNoErrors();
  });

  test('without a client channel says nothing to a client', async () => {
    const team = await startProject(mei(), 'en', { client: 'Acme', name: 'Spring launch' });
    const refused = await preview(await open(team, '@tom from today'), { line: 'Hello' });
    expect(refused.errors).toEqual({ [words['clientLine.label']()]: words['people.noClientChannel']() });
    on.slack.expectNoErrors();
  });
});

describe('a handover for a later day', () => {
  const LINE = 'From Friday, Tom looks after you.';
  const plan = async (team: string) => {
    const seen = await preview(await open(team, '@tom from fri'), { line: LINE, note: 'The printer waits' });
    expect(seen.text).toContain('On Friday, 4 December 2026, Tom Baker takes over Spring launch from Mei Chen.');
    expect(seen.submitText).toBe(words.handoverPlan());
    expect(await seen.submit()).toBeUndefined();
  };

  test('happens on that day at nine where it was planned, once, and not before', async () => {
    const team = await sent('Spring launch');
    await plan(team);
    expect(read(mei(), team).join('\n')).toContain(
      'Account manager: Mei Chen → Tom Baker, from Friday, 4 December 2026',
    );
    expect((await roster('mei', team)).text).toContain(
      'From Friday, 4 December 2026, Tom Baker takes over from Mei Chen.',
    );
    await on.slack.clock.to(Date.parse('2026-12-04T00:59:00Z'));
    await runJob(on, 'sweep');
    expect(await managerOf(team)).toBe('Mei Chen');
    expect(clientReads(LINE)).toEqual([]);

    await on.slack.clock.to(Date.parse('2026-12-04T01:01:00Z'));
    await runJob(on, 'sweep');
    await runJob(on, 'sweep');
    await on.slack.clock.advance(HOUR_MS);
    await runJob(on, 'sweep');
    expect(await managerOf(team)).toBe('Tom Baker');
    expect(clientReads(LINE)).toHaveLength(1);
    expect(read(mei(), team).filter((text) => text.includes('The printer waits'))).toHaveLength(1);
    expect([await kinds('project.handoverPlanned'), await kinds('project.handedOver')]).toEqual([1, 1]);
    expect(await kinds('project.handoverCancelled')).toBe(0);
    on.slack.expectNoErrors();
  });

  test('is done by the next round where the process died in it', async () => {
    const team = await sent('Spring launch');
    await plan(team);
    await on.slack.clock.to(Date.parse('2026-12-04T01:01:00Z'));
    dies = () => {
      throw new Error('the process dies');
    };
    await runJob(on, 'sweep');
    dies = null;
    expect(await managerOf(team)).toBe('Mei Chen');
    // Not at once: one that failed is put off, and stops no other.
    await runJob(on, 'sweep');
    expect(await managerOf(team)).toBe('Mei Chen');
    await on.slack.clock.advance(2 * 60_000);
    await runJob(on, 'sweep');
    expect(await managerOf(team)).toBe('Tom Baker');
    expect(clientReads(LINE)).toHaveLength(1);
    on.slack.expectNoErrors();
  });

  test('to somebody who has left Slack by then does not happen, and whoever runs the project hears of it', async () => {
    const team = await sent('Spring launch');
    await plan(team);
    await on.slack.admin.deactivate('tom');
    await on.slack.clock.to(Date.parse('2026-12-04T01:01:00Z'));
    await runJob(on, 'sweep');
    expect(await managerOf(team)).toBe('Mei Chen');
    expect(clientReads(LINE)).toEqual([]);
    expect(await kinds('project.handoverCancelled')).toBe(1);
    expect(mei().dms().at(-1)?.text).toContain('did not happen');
  });

  test('can be cancelled, and then never happens', async () => {
    const team = await sent('Spring launch');
    await plan(team);
    const after = shown(await (await roster('mei', team)).press(words.cancelPlanned()));
    expect(after.text).not.toContain('takes over from');
    await after.close({ all: true });
    expect(read(mei(), team).join('\n')).toContain(
      'The handover from Mei Chen to Tom Baker on Friday, 4 December 2026 is cancelled.',
    );
    await on.slack.clock.to(Date.parse('2026-12-05T01:01:00Z'));
    await runJob(on, 'sweep');
    expect(await managerOf(team)).toBe('Mei Chen');
    expect(clientReads(LINE)).toEqual([]);
    expect(await kinds('project.handoverCancelled')).toBe(1);
    on.slack.expectNoErrors();
  });
});

describe('all projects of a client', () => {
  const three = async (): Promise<string[]> => {
    const teams: string[] = [];
    for (const name of ['Spring launch', 'Summer sale', 'Autumn tea']) teams.push(await sent(name));
    return teams;
  };
  const LINE = 'Tom looks after all of it now.';

  test('are handed over one after the other; in a channel that they share the client reads the line once', async () => {
    const [first = '', ...others] = await three();
    const xia = await startProject(on.slack.as('xia'), 'zh', { client: 'Acme', name: 'Of Xia' });
    const seen = await preview(await open(first, '@tom'), { all: true, line: LINE });
    expect(seen.text).toContain('So it is with 2 more projects of the client: Autumn tea and Summer sale.');
    const said = shown(await seen.submit());
    expect(said.text).toContain('So it is in 2 more projects: Autumn tea and Summer sale.');
    await said.close({ all: true });
    for (const team of [first, ...others]) expect(await managerOf(team)).toBe('Tom Baker');
    expect(await managerOf(xia)).toBe('Xia Liu');
    expect(clientReads(LINE)).toHaveLength(1);
    expect(await kinds('project.handedOver')).toBe(3);
    on.slack.expectNoErrors();
  });

  test('are all handed over once though the process died between two of them', async () => {
    const teams = await three();
    const seen = await preview(await open(teams[0] ?? '', '@tom'), { all: true, line: LINE });
    let decided = 0;
    dies = () => {
      decided += 1;
      // The first project, and at most one of the others; then nothing any more.
      if (decided > 2) throw new Error('the process dies');
    };
    const said = shown(await seen.submit());
    dies = null;
    expect(said.text).toContain(words.handoverNotCarried());
    await said.close({ all: true });
    const before = await kinds('project.handedOver');
    expect([1, 2]).toContain(before);

    await on.slack.clock.advance(2 * 60_000);
    await runJob(on, 'sweep');
    await runJob(on, 'sweep');
    for (const team of teams) expect(await managerOf(team)).toBe('Tom Baker');
    expect(await kinds('project.handedOver')).toBe(3);
    expect(clientReads(LINE)).toHaveLength(1);
    expect(await on.db.collection('projects').countDocuments({ carrying: { $ne: null } })).toBe(0);
    on.slack.expectNoErrors();
  });

  test('planned and cancelled together', async () => {
    const teams = await three();
    const seen = await preview(await open(teams[0] ?? '', '@tom 从周五'), { all: true });
    await shown(await seen.submit()).close({ all: true });
    expect(await on.db.collection('projects').countDocuments({ 'handover.on': '2026-12-04' })).toBe(3);
    const last = await roster('mei', teams[2] ?? '');
    await shown(await last.press(words.cancelPlanned())).close({ all: true });
    expect(await on.db.collection('projects').countDocuments({ handover: { $ne: null } })).toBe(0);
    on.slack.expectNoErrors();
  });

  test('are cancelled in all though the process died after the first', async () => {
    const teams = await three();
    const seen = await preview(await open(teams[0] ?? '', '@tom 从周五'), { all: true });
    await shown(await seen.submit()).close({ all: true });
    const last = await roster('mei', teams[2] ?? '');
    let decided = 0;
    dies = () => {
      decided += 1;
      if (decided > 1) throw new Error('the process dies');
    };
    await shown(await last.press(words.cancelPlanned())).close({ all: true });
    dies = null;
    expect(await on.db.collection('projects').countDocuments({ handover: { $ne: null } })).toBe(2);
    await on.slack.clock.advance(2 * 60_000);
    await runJob(on, 'sweep');
    expect(await on.db.collection('projects').countDocuments({ handover: { $ne: null } })).toBe(0);
    expect(await on.db.collection('projects').countDocuments({ carrying: { $ne: null } })).toBe(0);
    expect(await kinds('project.handoverCancelled')).toBe(3);
    on.slack.expectNoErrors();
  });
});

test('whoever oversees a project hands it over for one of several account managers, who is named', async () => {
  const team = await startProject(on.slack.as('tom'), 'en', { client: 'Acme', name: 'Spring launch' });
  const said = peopleWords.in('en');
  const add = async (modal: Modal, who: string, role: 'accountManager' | 'accountDirector') => {
    const form = shown(await modal.press(said.addButton()));
    const filled = { [said['person.label']()]: who, [said['role.label']()]: said[`role.${role}`]() };
    return shown(await form.fill(filled).submit());
  };
  const two = await add(await roster('tom', team), '@hao', 'accountManager');
  await (await add(two, '@ines', 'accountDirector')).close({ all: true });
  const form = shown(await on.slack.as('ines').in(team).command('/project handover @wei'));
  const refused = shown(await form.submit());
  expect(Object.keys(refused.errors)).toEqual([said['predecessor.label']()]);
  const seen = shown(await refused.fill({ [said['predecessor.label']()]: '@hao' }).submit());
  expect(seen.text).toContain('At once, Wei Lin takes over Spring launch from Hao Zhang.');
  expect(await seen.submit()).toBeUndefined();
  expect(await managerOf(team)).toBe('Tom Baker,Wei Lin');
  on.slack.expectNoErrors();
});

test('a handover of one of several projects in a channel asks which, and keeps what was typed', async () => {
  await sent('Spring launch');
  const team = await startProject(mei(), 'en', { client: 'Acme', name: 'Summer sale' });
  await writeBrief(mei(), 'en', team, TEXTS.en);
  await sendBrief(mei(), 'en', team, { channel: CHANNEL, approver: '@olivia' });
  const choose = await open(CHANNEL, '@tom from 14 Mar');
  const form = shown(await choose.press(projectWords.in('en').choose()));
  const seen = await preview(form, {});
  expect(seen.text).toContain('On Sunday, 14 March 2027, Tom Baker takes over');
  on.slack.expectNoErrors();
});
