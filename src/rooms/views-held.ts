import type { Button, KnownBlock } from '@slack/types';
import type { HoldReason, Side } from '../kit/aggregate.ts';
import { bold, button, buttons, type Message, message, rich, section } from '../kit/blocks.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { channelLink, escape } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { writeValue } from '../project/model-metadata.ts';
import { PROJECT_IDS } from '../project/views.ts';
import { heldWords } from './words-held.ts';

/** The action ids of the buttons about rooms. */
export const ROOM_IDS = { makeTeam: 'rooms.makeTeam' } as const;

/** The projects of a room, the one that the message's button is for first. */
export type InRoom = readonly [Project, ...Project[]];

/** Projects that are named before the rest is left to the reader. */
const NAMED = 3;

/** Tells somebody who runs the project why nothing is posted in one of its channels, and what they can do about it. */
export function heldNote(projects: InRoom, side: Side, reason: HoldReason, locale: Locale): Message<'person'> {
  const words = heldWords.in(locale);
  return note(projects, sentenceOf(words, side, reason), ways(projects[0], side, reason, locale), locale);
}

/** Tells them that it is over. */
export const releasedNote = (projects: InRoom, side: Side, locale: Locale): Message<'person'> =>
  note(projects, heldWords.in(locale)[`released.${side}`], [], locale);

type Words = ReturnType<typeof heldWords.in>;

/** What only a team channel is held for is worded as there, should a client channel ever be. */
function sentenceOf(words: Words, side: Side, reason: HoldReason) {
  if (side === 'team' || reason === 'outsider' || reason === 'shared' || reason === 'public')
    return words[`held.team.${reason}`];
  return words[`held.client.${reason}`];
}

function note(
  projects: InRoom,
  sentence: (places: { project: string }) => string,
  below: KnownBlock[],
  locale: Locale,
): Message<'person'> {
  const names = listed(
    projects.slice(0, NAMED).map(({ name }) => name),
    locale,
  );
  const blocks = [rich(...phrase(sentence, { project: bold(names) })), ...below];
  return message('person', sentence({ project: escape(names) }), blocks);
}

/** Where a channel cannot come back, the way to another one; else the way to all that can be done about channels. */
function ways(project: Project, side: Side, reason: HoldReason, locale: Locale): KnownBlock[] {
  const words = heldWords.in(locale);
  const value = writeValue.encode({ project: project._id });
  const open = (text: string): Button => button({ id: PROJECT_IDS.rooms, text, value });
  const isLost = reason === 'deleted' || reason === 'severed';
  if (isLost && side === 'client') return [buttons('rooms.ways', [open(words.chooseClient())])];
  const make = button({ id: ROOM_IDS.makeTeam, text: words.makeTeam(), value, style: 'primary' });
  if (isLost) return [buttons('rooms.ways', [make, open(words.openRooms())])];
  return reason === 'removed' ? [buttons('rooms.ways', [open(words.openRooms())])] : [];
}

/** One line in the team channel: a channel of the project has another name. */
export function renamedLine(side: Side, channel: string, locale: Locale): Message<'team'> {
  const text = heldWords.in(locale).renamed({ side, channel: channelLink(channel) });
  return message('team', text, [section(text)]);
}
