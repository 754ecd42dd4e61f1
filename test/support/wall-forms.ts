import type { KnownBlock } from '@slack/types';
import { type AnyElement, elementsOf } from '../../sandbox/core/messages.ts';
import type { Filling } from '../../sandbox/driver/choose.ts';
import type { Modal } from '../../sandbox/driver/modal.ts';
import type { Person } from '../../sandbox/driver/person.ts';
import { BRIEF_STEPS } from '../../src/brief/model-questions.ts';
import { PROFILE_STEPS } from '../../src/client/model.ts';
import { GATHER_IDS } from '../../src/brief/views-gather.ts';
import { COLLEAGUES, CLIENT_PEOPLE, mark, MANAGERS, type Manager, OTHERS } from './wall-cast.ts';
import { chance, one, type Play } from './wall-play.ts';
import { rosters } from './wall-roster.ts';

/** Answers that the client is shown once the brief is sent, by the callback id of their form. */
const DRAFTED: ReadonlySet<string> = new Set([
  ...BRIEF_STEPS.filter(({ inside }) => !inside).map(({ view }): string => view),
  ...[GATHER_IDS.addForm, GATHER_IDS.documentForm, GATHER_IDS.checkForm],
]);

/** What is typed to be read by the client, after a preview: callback id and question. Everything else that the team types is inside. */
const MEANT_FOR_CLIENT: ReadonlySet<string> = new Set([
  'approval.withdrawRequestForm:requestReason',
  // Names of their own people, and what those may agree to.
  'brief.sendForm:offSlack',
  'deliverable.sendForm:offSlack',
  'approval.personForm:upTo',
  'approval.personForm:replaceOffSlack',
  'approval.replaceForm:replaceOffSlack',
  'people.handoverForm:clientLine',
  'client.replyForm:reply',
  'progress.reportForm:report',
  'approval.reminderForm:reminder',
  'approval.moveDueForm:movedWhy',
  // What a deliverable is, and what it has to fulfil, is in the version that is sent.
  'deliverable.addForm:name',
  'deliverable.addForm:content',
  'deliverable.versionForm:content',
  'deliverable.detailsForm:name',
  'deliverable.detailsForm:criteria',
  'deliverable.detailsForm:items',
  'deliverable.detailsForm:po',
  'deliverable.detailsForm:upTo',
  // What a milestone is called is read by the client once it is shown to them, after a preview.
  'plan.setForm:name',
  'plan.changeForm:name',
  // Who agreed to something before, as the client would name them.
  'stages.attachForm:by',
]);

/** Where a project or a client gets its name. */
const NAMED: ReadonlySet<string> = new Set([
  'project.startForm:client',
  'project.startForm:name',
  'client.jobForm:name',
  'stages.job:name',
  'stages.jobForm:name',
]);
const PROFILES: ReadonlySet<string> = new Set(PROFILE_STEPS.map(({ view }): string => view));

const MOST_FORMS = 4;

/**
 * Goes through whatever modal is open: fills it, submits it, presses what stands in it, or closes it.
 * @param hand whose words are typed: a manager's are marked as internal wherever nothing says that they are the client's
 */
export async function useForms(play: Play, who: Person, hand: Manager | null): Promise<string> {
  const done: string[] = [];
  for (let count = 0; count < MOST_FORMS && who.hasModal(); count += 1) done.push(await useForm(play, who, hand));
  if (who.hasModal()) await who.modal().close({ all: true });
  return done.join(', ');
}

async function useForm(play: Play, who: Person, hand: Manager | null): Promise<string> {
  const modal = who.modal();
  const controls = controlsIn(modal.raw.blocks as KnownBlock[]);
  if (modal.submitText === undefined || (controls.length > 0 && chance(play, 3))) {
    if (controls.length === 0 || chance(play, 5)) {
      await modal.close({ all: true });
      return `closed ${modal.title}`;
    }
    const { label, options } = one(play, controls);
    const option = options.length > 0 ? one(play, options) : undefined;
    await modal.press(label, option);
    return `pressed ${option ?? label} in ${modal.title}`;
  }
  const tag = hand ? await tagOf(play, modal, hand) : 0;
  const filler: Filler = { who, hand, tag, view: viewOf(modal), typed: new Map() };
  const refused = await fillAndSubmit(play, modal, filler).then((errors) => errors && tryDays(who, errors));
  if (refused) {
    await who.modal().close({ all: true });
    return `was refused ${modal.title}: ${Object.values(refused).join(' ')}`;
  }
  if (DRAFTED.has(filler.view)) {
    for (const [id, word] of filler.typed) play.watch.drafted(tag, `${filler.view}:${id}`, word);
  }
  return `submitted ${modal.title}`;
}

/** What can be pressed outside of inputs: buttons by their text, menus by their placeholder, each with its options. */
export const controlsIn = (blocks: readonly KnownBlock[]): { label: string; options: string[] }[] =>
  blocks
    .filter(({ type }) => type !== 'input')
    .flatMap(elementsOf)
    .flatMap((element) => {
      const options = optionTexts(element);
      if (element.type === 'button') return [{ label: textOf(element['text']), options }];
      if (element.type === 'overflow') return [{ label: '⋯', options }];
      return element.type === 'static_select' ? [{ label: textOf(element['placeholder']), options }] : [];
    });

const textOf = (object: unknown): string => (object as { text?: string } | undefined)?.text ?? '';

type Errors = Readonly<Record<string, string>>;

/** @returns what was wrong, by label; null where it was taken */
async function fillAndSubmit(play: Play, modal: Modal, filler: Filler): Promise<Errors | null> {
  const { who } = filler;
  for (const field of fieldsOf(modal)) {
    const filling = fillingFor(play, field, filler);
    // A picker offers not everybody and not every channel to everybody.
    if (filling !== undefined && who.hasModal()) {
      await who
        .modal()
        .fill({ [field.label]: filling })
        .catch(() => undefined);
    }
  }
  return submit(who);
}

/** What was wrong may have been a day: some are typed as text, and some must have passed. */
async function tryDays(who: Person, errors: Errors): Promise<Errors | null> {
  const fill = (label: string, day: string) => who.modal().fill({ [label]: day });
  for (const label of Object.keys(errors)) {
    await fill(label, '2026-11-02')
      .then(() => fill(label, '+2w'))
      .catch(() => undefined);
  }
  return submit(who);
}

async function submit(who: Person): Promise<Errors | null> {
  const { errors = {} } = (who.hasModal() ? await who.modal().submit() : undefined) ?? {};
  return Object.keys(errors).length > 0 ? errors : null;
}

const viewOf = ({ raw }: Modal): string => ('callback_id' in raw ? (raw.callback_id ?? '') : '');

/** The number of the project that a form is about, by its metadata; else the newest of the manager's. */
async function tagOf(play: Play, { raw }: Modal, hand: Manager): Promise<number> {
  const projects = await rosters(play.on);
  const about = projects.find(({ _id }) => JSON.stringify(raw).includes(_id));
  const own = projects.filter(({ clientTag }) => clientTag === MANAGERS[hand].client);
  return (about ?? own.at(-1))?.tag ?? 0;
}

type Field = { label: string; id: string; element: AnyElement };
type Filler = { who: Person; hand: Manager | null; tag: number; view: string; typed: Map<string, string> };

const fieldsOf = ({ raw }: Modal): Field[] =>
  (raw.blocks as KnownBlock[]).flatMap((block) =>
    block.type === 'input'
      ? elementsOf(block).map((element) => ({ label: block.label.text, id: block.block_id ?? '', element }))
      : [],
  );

function fillingFor(play: Play, { id, element }: Field, filler: Filler): Filling | undefined {
  switch (element.type) {
    case 'plain_text_input':
      return typedText(play, id, filler);
    case 'datepicker':
      return `2027-0${1 + play.random.int(9)}-1${play.random.int(10)}`;
    case 'users_select':
      return one(play, PICKED);
    case 'multi_users_select':
      return [one(play, PICKED)];
    case 'conversations_select':
    case 'channels_select':
      return one(play, filler.who.channels());
    case 'static_select':
    case 'radio_buttons':
      return one(play, optionTexts(element));
    case 'multi_static_select':
    case 'checkboxes':
      return optionTexts(element).filter(() => chance(play, 2));
    default:
      return undefined;
  }
}

/** Whom people name in forms: never the one who is to stay unheard of. */
const PICKED = [...COLLEAGUES, ...OTHERS, ...CLIENT_PEOPLE, ...Object.keys(MANAGERS)];

function typedText(play: Play, id: string, { hand, tag, view, typed }: Filler): string {
  const count = (play.counts.texts += 1);
  if (hand === null) return `Said by the client ${count}`;
  if (NAMED.has(`${view}:${id}`)) return nameIn(play, id, hand);
  if (MEANT_FOR_CLIENT.has(`${view}:${id}`)) return `Said to the client ${count}`;
  if (PROFILES.has(view)) return mark('profile', MANAGERS[hand].client, count);
  if (!DRAFTED.has(view)) return mark('inside', tag, count);
  const word = mark('draft', tag, count);
  typed.set(id, word);
  return id === 'kpis' ? `${word} | 5000` : word;
}

function nameIn({ counts }: Play, id: string, hand: Manager): string {
  if (id === 'client') return mark('client', MANAGERS[hand].client);
  counts.projects += 1;
  return mark('project', counts.projects);
}

function optionTexts(element: AnyElement): string[] {
  const options = element['options'] as { text: unknown }[] | undefined;
  return (options ?? []).map(({ text }) => textOf(text));
}
