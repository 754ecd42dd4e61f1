import type { NewFile } from '../../sandbox/core/files.ts';
import type { Filling } from '../../sandbox/driver/choose.ts';
import type { Modal } from '../../sandbox/driver/modal.ts';
import type { Person } from '../../sandbox/driver/person.ts';
import type { Database } from '../../src/io/database.ts';
import type { Locale } from '../../src/kit/locale.ts';
import type { Earlier, End, Stage as StageName } from '../../src/project/model-life.ts';
import type { Role } from '../../src/project/model-people.ts';
import { projectWords } from '../../src/project/words.ts';
import { projectCardWords } from '../../src/project/words-card.ts';
import { stagesWords } from '../../src/stages/words.ts';
import { shown } from './acts.ts';
import type { Stage } from './stage.ts';

/** What people do with a project's stages and its life, a call each. */

/** `/project stage` in one project's channel. */
export const openStages = async (person: Person, locale: Locale, team: string): Promise<Modal> =>
  shown(await person.in(team).command(locale === 'zh' ? '/project 阶段' : '/project stage'));

/** The Stage button of the card. */
export const pressStage = async (person: Person, locale: Locale, team: string): Promise<Modal> =>
  shown(await person.click(projectCardWords.in(locale).stage(), { in: team }));

type Pressed = 'startAnyway' | 'back' | 'attach' | 'job' | 'hold' | 'resume' | 'end' | 'reopen';

/** One of its buttons. @returns the form, the modal drawn again, or why not */
export const pressIn = async (modal: Modal, locale: Locale, button: Pressed): Promise<Modal> =>
  shown(await modal.press(stagesWords.in(locale)[button]()));

/** Fills a reason in and submits. @returns what is open afterwards */
export const because = (form: Modal, locale: Locale, reason: string): Promise<Modal | undefined> =>
  form.fill({ [stagesWords.in(locale)['reason.label']()]: reason }).submit();

export type Agreement = { kind: Earlier['kind']; what: string; by: string; agreedOn: string; file?: NewFile };

/** Fills in what was agreed before Liaison, and submits. */
export function agree(form: Modal, locale: Locale, { kind, what, by, agreedOn, file }: Agreement) {
  const words = stagesWords.in(locale);
  const filling: Record<string, Filling> = {
    [words['kind.label']()]: words[`kind.${kind}`](),
    [words['what.label']()]: what,
    [words['by.label']()]: by,
    [words['agreedOn.label']()]: agreedOn,
    ...(file ? { [words['file.label']()]: [file] } : {}),
  };
  return form.fill(filling).submit();
}

/** Fills in how a project ended, and submits. */
export function endAs(form: Modal, locale: Locale, { as, into, reason }: { as: End; into?: string; reason: string }) {
  const words = stagesWords.in(locale);
  return form
    .fill({
      [words['as.label']()]: words[`as.${as}`](),
      ...(into === undefined ? {} : { [words['into.label']()]: into }),
      [words['reason.label']()]: reason,
      [words['sure.label']()]: [words['sure.yes']()],
    })
    .submit();
}

/** Starts a job in a project. @returns what is open afterwards: the form with its errors, or nothing. */
export async function startJob(person: Person, locale: Locale, team: string, name: string, wantedOn = '2027-03-14') {
  const words = stagesWords.in(locale);
  const verb = locale === 'zh' ? '任务' : 'job';
  const form = shown(await person.in(team).command(`/project ${verb} ${name}`));
  return form.fill({ [words['wantedOn.label']()]: wantedOn }).submit();
}

/** `/project new` of a campaign that stands somewhere already. @returns the new team channel. */
export async function startAt(
  person: Person,
  locale: Locale,
  { client, name, stage }: { client: string; name: string; stage: StageName },
): Promise<string> {
  const words = projectWords.in(locale);
  const before = new Set(person.channels());
  const form = shown(await person.in('#general').command(locale === 'zh' ? '/project 新建' : '/project new'));
  await form
    .fill({
      [words['client.label']()]: client,
      [words['name.label']()]: name,
      [words['wantedOn.label']()]: '2027-03-14',
      [words['stage.label']()]: words[`stage.${stage}`](),
    })
    .submit();
  return person.channels().find((channel) => !before.has(channel)) ?? '';
}

/** Puts somebody of the agency on a project's roster, as the form for people does. */
export async function enrol({ slack, db, bot }: Stage, team: string, handle: string, role: Role): Promise<void> {
  const { id: user } = slack.as(handle);
  const known = await db.collection('people').findOne({ workspace: bot.workspace, user });
  const name = String(known?.['name'] ?? handle);
  const person = { team: bot.workspace, user };
  const member = { person, id: String(known?.['id'] ?? `id-${handle}`), name, role, since: SINCE };
  const filter = { 'channels.team.id': slack.channel(team).id, parent: null };
  const change: object = { $push: { people: member }, $inc: { revision: 1 } };
  await db.collection('projects').updateOne(filter, change);
}
const SINCE = '2026-11-01T00:00:00.000Z';

/** The record of a project by its name, as kinds. */
export async function recorded(db: Database, name: string): Promise<string[]> {
  const project = await db.collection('projects').findOne({ name });
  const rows = await db
    .collection('record')
    .find({ 'entry.project': project?._id ?? '' })
    .sort({ 'entry.sequence': 1 })
    .toArray();
  return rows.map((row) => String((row['entry'] as { kind: string }).kind));
}
