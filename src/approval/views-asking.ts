import type { InputBlock, KnownBlock } from '@slack/types';
import { bold, button, context, divider, type Modal, modal, plainSection, rich, section } from '../kit/blocks.ts';
import { formatDay } from '../kit/calendar.ts';
import { formBlocks, inputBlock } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { shorten } from '../kit/text.ts';
import type { Authority, Party } from './model.ts';
import { type AskedParty, type Asking, NEEDS, personForm, replaceForm, rolesForm, whoForm } from './model-asking.ts';
import { approvalMeta, approverMeta, approverValue, type Managed } from './model-manage.ts';
import { needsOf } from './rules-asking.ts';
import { askingWords } from './words-asking.ts';

/** The action and callback ids of who is asked and how, and of what is done with an open request. */
export const MANAGE_IDS = {
  change: 'approval.change',
  whoForm: 'approval.whoForm',
  rolesForm: 'approval.rolesForm',
  person: 'approval.person',
  personForm: 'approval.personForm',
  replaceForm: 'approval.replaceForm',
  remind: 'approval.remind',
  closeRound: 'approval.closeRound',
  withdrawRequest: 'approval.withdrawRequest',
  withdrawRequestForm: 'approval.withdrawRequestForm',
} as const;

/** Of a name with its title, in one line of a form. */
const NAME_LENGTH = 120;

const nameOf = ({ name, person }: Party): string => shorten(name?.trim() || (person?.user ?? '?'), NAME_LENGTH);

/** How they are asked, in plain words, for the form that sends; of one person alone there is nothing to say. */
export function howAsked({ order, needs, expiresOn, approvers }: Asking, locale: Locale): string {
  const words = askingWords.in(locale);
  const count = needs.needs === 'some' ? needs.count : 0;
  const arranged = approvers.filter(({ standIn, limit, awayUntil }) => standIn || limit || awayUntil).length;
  return [
    approvers.length > 1 ? words.howAsked({ order, needs: needs.needs, count }) : words.howAlone(),
    ...(expiresOn ? [words.howExpires({ day: formatDay(expiresOn, locale) })] : []),
    ...(arranged > 0 ? [words.howDetails({ count: arranged })] : []),
  ].join(locale === 'zh' ? '' : ' ');
}

/** One person of those who are asked, as the forms list them. */
export type Listed = Party & Pick<AskedParty, 'standIn' | 'limit' | 'awayUntil'> & { hasAnswered: boolean };

export type Roles = { contact: Party | null; deputy: Party | null };

/** Who is asked and how, over the form that sends: kept as a draft. */
export function whoModal(managed: Managed, asking: Asking, roles: Roles, locale: Locale): Modal {
  const words = askingWords.in(locale);
  const { order, expiresOn } = asking;
  const listed = asking.approvers.map((one) => ({ ...one, hasAnswered: false }));
  const [orderBlock, expiresBlock] = formBlocks([whoForm[0], whoForm[2]], words, { order, expiresOn });
  return modal({
    id: MANAGE_IDS.whoForm,
    title: words.whoTitle(),
    submit: words.whoSubmit(),
    close: words.cancel(),
    metadata: approvalMeta.encode(managed),
    blocks: [
      ...peopleBlocks(managed, listed, locale),
      divider(),
      ...(orderBlock ? [orderBlock] : []),
      needsBlock(asking, locale),
      ...(expiresBlock ? [expiresBlock] : []),
      ...rolesBlocks(roles, locale),
      context(words.whoIntro()),
    ],
  });
}

/** Who decides on a request that is open: what is changed counts at once. */
export function rolesModal(managed: Managed, people: readonly Listed[], roles: Roles, locale: Locale): Modal {
  const words = askingWords.in(locale);
  return modal({
    id: MANAGE_IDS.rolesForm,
    title: words.whoTitle(),
    submit: words.whoSubmit(),
    close: words.cancel(),
    metadata: approvalMeta.encode(managed),
    blocks: [
      section(words.whoOpenIntro()),
      ...peopleBlocks(managed, people, locale),
      divider(),
      ...rolesBlocks(roles, locale),
    ],
  });
}

/** `all`, and as many as there are to choose from. */
function needsBlock({ approvers, needs }: Asking, locale: Locale): InputBlock {
  const words = askingWords.in(locale);
  const options = NEEDS.filter((one) => one === 'all' || one === '1' || Number(one) < approvers.length);
  const chosen = needsOf(needs);
  const shown = options.find((one) => one === chosen) ?? 'all';
  const label = (one: string) =>
    one === 'all' ? words.needsAll() : one === '1' ? words.needsAny() : words.needsSome({ count: Number(one) });
  return inputBlock({
    question: { ...whoForm[1], options },
    label: words['needs.label'](),
    hint: words['needs.hint'](),
    placeholder: words['needs.placeholder'](),
    optionLabels: Object.fromEntries(options.map((one) => [one, label(one)])),
    initial: shown,
  });
}

const rolesBlocks = ({ contact, deputy }: Roles, locale: Locale): InputBlock[] =>
  formBlocks(rolesForm, askingWords.in(locale), { contact: userOf(contact), deputy: userOf(deputy) });

const userOf = (party: Party | null): string[] => (party?.person ? [party.person.user] : []);

function peopleBlocks(managed: Managed, people: readonly Listed[], locale: Locale): KnownBlock[] {
  const words = askingWords.in(locale);
  if (people.length === 0) return [section(words.whoNobody())];
  return people.map((one, index) => {
    const value = approverValue.encode({ ...managed, approver: one.id });
    const numbered = words.numbered({ number: index + 1, who: nameOf(one) });
    const text = [numbered, ...detailsOf(one, locale)].join(' · ');
    return plainSection(text, button({ id: MANAGE_IDS.person, text: words.edit({ number: index + 1 }), value }));
  });
}

function detailsOf({ person, standIn, limit, awayUntil, hasAnswered }: Listed, locale: Locale): string[] {
  const words = askingWords.in(locale);
  return [
    ...(person ? [] : [words.offSlackMark()]),
    ...(standIn ? [words.standIn({ who: nameOf(standIn) })] : []),
    ...(limit ? [limitText(limit, locale)] : []),
    ...(awayUntil ? [words.awayUntil({ day: formatDay(awayUntil, locale) })] : []),
    ...(hasAnswered ? [words.answered()] : []),
  ];
}

function limitText(limit: Authority, locale: Locale): string {
  const { kind } = limit;
  const spend = limit.kind === 'spend' ? { amount: String(limit.amount), currency: limit.currency } : null;
  return askingWords.in(locale).limit({ kind, ...(spend ?? { amount: '', currency: '' }) });
}

/** What is arranged about one approver, before anything is sent. */
export function personModal(managed: Managed, asked: AskedParty, locale: Locale): Modal {
  const words = askingWords.in(locale);
  const { standIn, limit, awayUntil } = asked;
  const upTo = limit?.kind === 'spend' ? `${limit.amount} ${limit.currency}` : null;
  return modal({
    id: MANAGE_IDS.personForm,
    title: words.personTitle(),
    submit: words.personSubmit(),
    close: words.cancel(),
    metadata: approverMeta.encode({ ...managed, approver: asked.id }),
    blocks: [
      rich(...phrase(words.personIntro, { who: bold(nameOf(asked)) })),
      ...formBlocks(personForm, words, { standIn: userOf(standIn), limit: limit?.kind ?? 'none', upTo, awayUntil }),
    ],
  });
}

/** What can be changed about somebody who is asked already. */
export function replaceModal(managed: Managed, { standIn, awayUntil, ...asked }: Listed, locale: Locale): Modal {
  const words = askingWords.in(locale);
  return modal({
    id: MANAGE_IDS.replaceForm,
    title: words.personTitle(),
    submit: words.personSubmit(),
    close: words.cancel(),
    metadata: approverMeta.encode({ ...managed, approver: asked.id }),
    blocks: [
      rich(...phrase(words.replaceIntro, { who: bold(nameOf(asked)) })),
      ...formBlocks(replaceForm, words, { standIn: userOf(standIn), awayUntil }),
    ],
  });
}
