import { type Message, message, section } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import { called, channelLink, escape } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import type { Member } from '../project/model-people.ts';
import { peopleWords } from './words.ts';

/** Somebody was taken off the roster and is still in the team channel. */
export function removedNote(project: Project, out: Member, isHeld: boolean, locale: Locale): Message<'person'> {
  const words = peopleWords.in(locale);
  const named = { who: called(out), channel: channelLink(project.channels.team.id ?? '') };
  const text = isHeld ? words.stillInChannelHeld(named) : words.stillInChannel(named);
  return message('person', words.removedFallback({ project: escape(project.name) }), [section(text)]);
}
