import type { RichTextElement, RichTextSection } from '@slack/types';
import type { Invite } from '../kit/aggregate.ts';
import { paragraph, run } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { type Person, samePerson } from '../kit/person.ts';
import { shorten } from '../kit/text.ts';
import type { Project } from './model.ts';
import { NAME, personRun, someOf } from './views-named.ts';
import { projectCardWords } from './words-card.ts';

const WARNING: RichTextElement = { type: 'emoji', name: 'warning' };

/** Why nothing is posted in a channel, and what to do about it. @param most how many people it names */
export function roomLines(project: Project, most: number, locale: Locale): RichTextSection[] {
  const words = projectCardWords.in(locale);
  const { team, client } = project.channels;
  const warned = (said: RichTextElement[]) => paragraph([WARNING, run(' '), ...said]);
  const reasonOfTeam = team.hold?.reason;
  const teamLine = reasonOfTeam
    ? [
        warned(
          phrase((said: { people: string }) => words.heldTeam({ reason: reasonOfTeam, ...said }), {
            people: peopleRuns(project, team.hold?.people ?? [], most, locale),
          }),
        ),
      ]
    : [];
  const clientLine = client?.hold ? [warned([run(words.heldClient({ reason: client.hold.reason }))])] : [];
  return [...teamLine, ...clientLine];
}

/** Who could read along: by name where the project knows them. */
function peopleRuns(project: Project, people: readonly Person[], most: number, locale: Locale): RichTextElement[] {
  if (people.length === 0) return [run(projectCardWords.in(locale).nobody())];
  const known = [...project.joiners, ...project.people];
  const named = (person: Person) => known.find((one) => samePerson(one.person, person)) ?? { person, name: null };
  return someOf(people, (person) => [personRun(named(person), locale)], locale, most);
}

const OPEN_STATES = ['pending', 'approvalNeeded', 'declined', 'failed'] as const satisfies readonly Invite['state'][];

/** Invitations of the client channel that nobody has accepted, a line for each state that they are in. */
export function inviteLines({ channels }: Project, locale: Locale): RichTextSection[] {
  const words = projectCardWords.in(locale);
  const invites = channels.client?.invites ?? [];
  return OPEN_STATES.flatMap((state) => {
    const to = invites.filter((one) => one.state === state);
    if (to.length === 0) return [];
    const people = someOf(to, (one) => [run(shorten(one.to, NAME))], locale);
    const said = (places: { people: string }) => words.invited({ state, ...places });
    return [paragraph(phrase(said, { people }))];
  });
}
