import type { KnownBlock } from '@slack/types';
import { bold, divider, type Message, message, type Modal, modal, rich, run, section, warning } from '../kit/blocks.ts';
import { BOUNDS } from '../kit/bounds.ts';
import { formBlocks } from '../kit/form.ts';
import type { Invite } from '../kit/aggregate.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import type { Person } from '../kit/person.ts';
import { phrase } from '../kit/phrase.ts';
import { escape, mention } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { clientLanguage } from '../project/rules.ts';
import { clientForm, makeForm, teamForm } from './model.ts';
import { choosingMeta, roomsMeta } from './model-metadata.ts';
import { isAskedThere } from './rules-channels.ts';
import { ROOMS_IDS } from './views-rooms.ts';
import { roomsWords } from './words.ts';

/** What was seen of the chosen channel, or why it cannot be. */
export type Chosen =
  { is: 'none' } | { is: 'refused'; reason: string } | { is: 'seen'; channel: string; people: readonly Person[] };

/** Another team channel: chosen, looked at, and only then used. */
export function teamModal(project: Project, chosen: Chosen, locale: Locale): Modal {
  const words = roomsWords.in(locale);
  return modal({
    id: ROOMS_IDS.teamForm,
    title: words.teamTitle(),
    submit: words.teamSubmit(),
    close: words.cancel(),
    metadata: choosingMeta.encode({ project: project._id, seen: chosen.is === 'seen' ? chosen.channel : null }),
    blocks: [
      rich(...phrase(words.teamIntro, { project: bold(project.name) })),
      ...formBlocks(teamForm, words),
      ...seen(chosen, locale),
      ...(chosen.is === 'seen' ? [section(words.becomeTeam())] : []),
    ],
  });
}

/** Another client channel, or the same one in another language. */
export function clientModal(project: Project, chosen: Chosen, locale: Locale): Modal {
  const words = roomsWords.in(locale);
  return modal({
    id: ROOMS_IDS.clientForm,
    title: words.clientTitle(),
    submit: words.clientSubmit(),
    close: words.cancel(),
    metadata: choosingMeta.encode({ project: project._id, seen: chosen.is === 'seen' ? chosen.channel : null }),
    blocks: [
      rich(...phrase(words.clientIntro, { project: bold(project.name), client: run(project.client.name) })),
      ...formBlocks(clientForm, words, { language: clientLanguage(project) }),
      ...seen(chosen, locale),
      ...(chosen.is === 'seen' && isAskedThere(project) ? [section(words.requestMoves())] : []),
    ],
  });
}

/** A channel that Liaison makes, and who of the client is invited into it. */
export function makeModal(project: Project, locale: Locale): Modal {
  const words = roomsWords.in(locale);
  return modal({
    id: ROOMS_IDS.makeForm,
    title: words.makeTitle(),
    submit: words.makeSubmit(),
    close: words.cancel(),
    metadata: roomsMeta.encode({ project: project._id }),
    blocks: [
      rich(...phrase(words.makeIntro, { project: bold(project.name), client: run(project.client.name) })),
      ...formBlocks(makeForm, words, { language: clientLanguage(project) }),
    ],
  });
}

/** Who reads along there: mentions notify nobody in a modal. */
function seen(chosen: Chosen, locale: Locale): KnownBlock[] {
  const words = roomsWords.in(locale);
  if (chosen.is === 'none') return [];
  if (chosen.is === 'refused') return [divider(), warning(chosen.reason)];
  const count = chosen.people.length;
  const named = chosen.people.slice(0, BOUNDS.namedInPreview).map(mention);
  if (count <= named.length) return [divider(), section(words.seenBy({ count, names: listed(named, locale) }))];
  return [divider(), section(words.seenByMore({ count, names: named.join(' '), more: count - named.length }))];
}

/** Tells whoever runs the project what came of an invitation. */
export function invitedNote(project: Project, { to, state }: Invite, locale: Locale): Message<'person'> {
  const words = roomsWords.in(locale);
  const sentence =
    state === 'accepted'
      ? words.inviteAccepted
      : state === 'approvalNeeded'
        ? words.inviteApproval
        : words.inviteDeclined;
  const text = sentence({ to: escape(to), project: escape(project.name) });
  return message('person', text, [rich(...phrase(sentence, { to: run(to), project: bold(project.name) }))]);
}
