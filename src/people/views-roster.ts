import type { KnownBlock } from '@slack/types';
import { bold, button, buttons, divider, type Modal, modal, rich, run, warning } from '../kit/blocks.ts';
import { formatDay } from '../kit/calendar.ts';
import { dayInWords } from '../kit/days.ts';
import type { Locale } from '../kit/locale.ts';
import { select, type SelectParts } from '../kit/selects.ts';
import { phrase } from '../kit/phrase.ts';
import { type Named, shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { type Member, type PersonSide, SIDE_OF, type Supplier } from '../project/model-people.ts';
import { namedById } from '../project/rules.ts';
import { isAway } from '../project/rules-away.ts';
import { PROJECT_IDS } from '../project/views.ts';
import { handoverValue, rosterMeta, rosterValue } from './model-metadata.ts';
import { rolesOf } from './model.ts';
import { peopleWords } from './words.ts';

export const PEOPLE_IDS = {
  open: PROJECT_IDS.people,
  /** Which project, where a channel has several. */
  choose: 'people.choose',
  chooseHandover: 'people.chooseHandover',
  back: 'people.back',
  may: 'people.may',
  add: 'people.add',
  addForm: 'people.addForm',
  change: 'people.change',
  changeForm: 'people.changeForm',
  remove: 'people.remove',
  addSupplier: 'people.addSupplier',
  changeSupplier: 'people.changeSupplier',
  supplierForm: 'people.supplierForm',
  removeSupplier: 'people.removeSupplier',
  handover: 'people.handover',
  handoverForm: 'people.handoverForm',
  cancelHandover: 'people.cancelHandover',
  awayForm: 'people.awayForm',
} as const;

/** A name as plain text, where nothing of it can format or mention. */
export const plainName = ({ person, name }: Named): string => name?.trim() || (person?.user ?? '?');

export type RosterShown = {
  now: Date;
  mayManage: boolean;
  mayHandOver: boolean;
  /** What was just done, as plain text. */
  notice?: readonly string[];
};

/** The people of a project by side, and what can be done about them by whoever looks. */
export function rosterModal(project: Project, shown: RosterShown, locale: Locale): Modal {
  const words = peopleWords.in(locale);
  const named = { project: bold(project.name), client: run(project.client.name) };
  return modal({
    id: 'people.roster',
    title: words.rosterTitle(),
    close: words.close(),
    metadata: rosterMeta.encode({ project: project._id }),
    blocks: [
      ...(shown.notice ?? []).map((text) => rich(run(text))),
      rich(...phrase(words.rosterIntro, named)),
      ...vacancies(project, shown, locale),
      ...(['agency', 'client', 'partner'] as const).flatMap((side) => sideBlocks(project, side, shown.now, locale)),
      ...supplierBlocks(project, locale),
      ...plannedBlocks(project, locale),
      divider(),
      ...(shown.mayManage ? choices(project, locale) : []),
      acts(project, shown, locale),
    ],
  });
}

function vacancies({ people }: Project, { mayManage }: RosterShown, locale: Locale): KnownBlock[] {
  const count = people.filter(({ gone }) => gone).length;
  if (count === 0 || !mayManage) return [];
  return [warning(peopleWords.in(locale).vacancies({ count }))];
}

/** A heading over a line each; in one paragraph, or there would be gaps between them. */
const list = (head: string, lines: readonly string[]): KnownBlock =>
  rich(bold(head), ...lines.map((text) => run(`\n• ${text}`)));

function sideBlocks(project: Project, side: PersonSide, now: Date, locale: Locale): KnownBlock[] {
  const words = peopleWords.in(locale);
  const people = rolesOf(side).flatMap((role) => project.people.filter((one) => one.role === role));
  const outside = side === 'client' ? (project.offSlack ?? []) : [];
  // A partner agency is the exception: nothing is said where there is none.
  if (side === 'partner' && people.length === 0) return [];
  const lines = [
    ...people.map((member) => memberLine(member, now, locale)),
    ...outside.map(({ name }) => words.offSlackLine({ who: name })),
  ];
  return [list(words[`side.${side}`](), lines.length > 0 ? lines : [words.nobody()])];
}

/** "Ben Hall · deputy · producer · away until 4 Dec 2026, Ana Lim stands in", as plain text. */
function memberLine(member: Member, now: Date, locale: Locale): string {
  const words = peopleWords.in(locale);
  const { role, craft, gone } = member;
  return [
    plainName(member),
    words[`role.${role}`](),
    ...(craft ? [words[`craft.${craft}`]()] : []),
    ...(gone ? [words.isGone()] : absence(member, now, locale)),
  ].join(' · ');
}

function absence(member: Member, now: Date, locale: Locale): string[] {
  const words = peopleWords.in(locale);
  const who = member.standIn ? plainName(member.standIn) : null;
  if (!member.away || !isAway(member, now)) return who === null ? [] : [words.standsIn({ who })];
  const day = formatDay(member.away.until, locale);
  return [who === null ? words.isAway({ day }) : words.isAwayWith({ day, who })];
}

function supplierBlocks(project: Project, locale: Locale): KnownBlock[] {
  const words = peopleWords.in(locale);
  const suppliers = project.suppliers ?? [];
  if (suppliers.length === 0) return [];
  const lines = suppliers.map(({ name, supplies, minder }) => {
    const who = plainName(namedById(project, minder));
    return words.supplierLine({ supplier: name, supplies: supplies ?? words.noSupplies(), who });
  });
  return [list(words.suppliers(), lines)];
}

function plannedBlocks(project: Project, locale: Locale): KnownBlock[] {
  const { handover } = project;
  if (!handover) return [];
  const [who, whom] = [plainName(handover.to), plainName(namedById(project, handover.from))];
  return [rich(run(peopleWords.in(locale).plannedLine({ day: dayInWords(handover.on, locale), who, whom })))];
}

function choices({ people, suppliers = [] }: Project, locale: Locale): KnownBlock[] {
  const words = peopleWords.in(locale);
  const bySide = people.toSorted((a, b) => SIDE_OF[a.role].localeCompare(SIDE_OF[b.role]));
  const persons = bySide.map((one) => ({
    value: one.id,
    text: `${plainName(one)} · ${words[`role.${one.role}`]()}`,
  }));
  const supplying = suppliers.map(({ id, name }: Supplier) => ({ value: id, text: name }));
  return [
    menu(PEOPLE_IDS.change, words.choosePerson(), persons),
    ...(supplying.length > 0 ? [menu(PEOPLE_IDS.changeSupplier, words.chooseSupplier(), supplying)] : []),
  ];
}

const menu = (id: string, placeholder: string, options: SelectParts['options']): KnownBlock => ({
  type: 'actions',
  block_id: id,
  elements: [select({ id, placeholder, options, chosen: null })],
});

function acts(project: Project, { mayManage, mayHandOver }: RosterShown, locale: Locale): KnownBlock {
  const words = peopleWords.in(locale);
  const value = rosterValue.encode({ project: project._id });
  return buttons('people.acts', [
    ...(mayManage ? [button({ id: PEOPLE_IDS.add, text: words.addButton(), value })] : []),
    ...(mayManage ? [button({ id: PEOPLE_IDS.addSupplier, text: words.addSupplierButton(), value })] : []),
    ...(mayHandOver ? [button({ id: PEOPLE_IDS.handover, text: words.handoverButton(), value })] : []),
    ...(mayHandOver ? cancelButton(project, locale) : []),
    button({ id: PEOPLE_IDS.may, text: words.mayButton(), value }),
  ]);
}

function cancelButton({ _id, handover }: Project, locale: Locale) {
  if (!handover) return [];
  const words = peopleWords.in(locale);
  const named = { day: formatDay(handover.on, locale), who: shorten(plainName(handover.to), 60) };
  return [
    button({
      id: PEOPLE_IDS.cancelHandover,
      text: words.cancelPlanned(),
      value: handoverValue.encode({ project: _id, id: handover.id }),
      style: 'danger',
      confirm: {
        title: words.cancelPlannedTitle(),
        text: words.cancelPlannedText(named),
        yes: words.cancelPlannedYes(),
        no: words.goBack(),
      },
    }),
  ];
}
