import type { Button } from '@slack/types';
import { bold, button, buttons, type Modal, modal, rich, run } from '../kit/blocks.ts';
import { formatDay } from '../kit/calendar.ts';
import { formBlocks } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { type Member, SIDE_OF, type Supplier } from '../project/model-people.ts';
import { namedById } from '../project/rules.ts';
import { isAway } from '../project/rules-away.ts';
import { addForm, changeForms, supplierForm } from './model.ts';
import { marksOf } from './rules-changed.ts';
import { memberMeta, memberValue, rosterMeta, rosterValue, supplierMeta } from './model-metadata.ts';
import { PEOPLE_IDS, plainName } from './views-roster.ts';
import { peopleWords } from './words.ts';

/** Of a name in a question of Slack's own, which has 300 characters. */
const NAME_LENGTH = 80;

const backButton = (project: string, locale: Locale): Button =>
  button({ id: PEOPLE_IDS.back, text: peopleWords.in(locale).goBack(), value: rosterValue.encode({ project }) });

/** Somebody new on the roster. */
export function addModal({ _id: project, name }: Project, locale: Locale): Modal {
  const words = peopleWords.in(locale);
  return modal({
    id: PEOPLE_IDS.addForm,
    title: words.addTitle(),
    submit: words.addSubmit(),
    close: words.cancel(),
    metadata: rosterMeta.encode({ project }),
    blocks: [
      rich(...phrase(words.addIntro, { project: bold(name) })),
      ...formBlocks(addForm, words, { role: 'teamMember', craft: 'none' }),
      buttons('people.formActs', [backButton(project, locale)]),
    ],
  });
}

/** What can be changed about somebody of the project. */
export function changeModal({ _id: project }: Project, member: Member, now: Date, locale: Locale): Modal {
  const words = peopleWords.in(locale);
  const who = plainName(member);
  const named = { who: bold(who), role: run(words[`role.${member.role}`]()) };
  const intro = member.gone ? words.changeIntroGone : words.changeIntro;
  const remove = button({
    id: PEOPLE_IDS.remove,
    text: words.removeButton(),
    value: memberValue.encode({ project, member: member.id }),
    style: 'danger',
    confirm: {
      title: words.removeTitle(),
      text: words.removeText({ who: shorten(who, NAME_LENGTH) }),
      yes: words.removeYes(),
      no: words.goBack(),
    },
  });
  return modal({
    id: PEOPLE_IDS.changeForm,
    title: words.changeTitle(),
    submit: words.save(),
    close: words.cancel(),
    metadata: memberMeta.encode({ project, member: member.id, opened: marksOf(member, now) }),
    blocks: [
      rich(...phrase(intro, named)),
      ...formBlocks(changeForms[SIDE_OF[member.role]], words, {
        role: member.role,
        craft: member.craft ?? 'none',
        standIn: member.standIn ? [member.standIn.person.user] : [],
        awayUntil: member.away && isAway(member, now) ? formatDay(member.away.until, locale) : null,
      }),
      buttons('people.formActs', [backButton(project, locale), remove]),
    ],
  });
}

/** An outside supplier. @param fresh the id of a new one */
export function supplierModal(project: Project, supplier: Supplier | null, fresh: string, locale: Locale): Modal {
  const words = peopleWords.in(locale);
  const { _id, name } = project;
  const minder = supplier && namedById(project, supplier.minder).person?.user;
  return modal({
    id: PEOPLE_IDS.supplierForm,
    title: words.supplierTitle(),
    submit: words.save(),
    close: words.cancel(),
    metadata: supplierMeta.encode({ project: _id, supplier: supplier?.id ?? null, fresh }),
    blocks: [
      rich(...phrase(words.supplierIntro, { project: bold(name) })),
      ...formBlocks(supplierForm, words, {
        supplier: supplier?.name ?? null,
        supplies: supplier?.supplies ?? null,
        minder: minder ?? null,
      }),
      buttons('people.formActs', [
        backButton(_id, locale),
        ...(supplier ? [removeSupplierButton(_id, supplier, locale)] : []),
      ]),
    ],
  });
}

function removeSupplierButton(project: string, { id, name }: Supplier, locale: Locale): Button {
  const words = peopleWords.in(locale);
  return button({
    id: PEOPLE_IDS.removeSupplier,
    text: words.removeButton(),
    value: memberValue.encode({ project, member: id }),
    style: 'danger',
    confirm: {
      title: words.removeTitle(),
      text: words.supplierRemoveText({ who: shorten(name, NAME_LENGTH) }),
      yes: words.removeYes(),
      no: words.goBack(),
    },
  });
}
