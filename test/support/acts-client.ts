import type { Modal } from '../../sandbox/driver/modal.ts';
import type { Person } from '../../sandbox/driver/person.ts';
import type { SeenMessage } from '../../sandbox/driver/seen.ts';
import { requestWords } from '../../src/client/words-requests.ts';
import { cardWords } from '../../src/client/words-card.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { shown } from './acts.ts';

/** The client card of a project in a channel: the message with the button of the client's record that names the project. */
export const clientCardIn = (person: Person, channel: string, project: string, locale: Locale): SeenMessage => {
  const record = cardWords.in(locale).record();
  const card = person.sees(channel).find(({ buttons, text }) => buttons.includes(record) && text.includes(project));
  if (!card) throw new Error(`${person.handle} sees no client card of ${project} in ${channel}`);
  return card;
};

/** What stands in the thread of the client card. */
export const underCard = (person: Person, channel: string, project: string, locale: Locale): SeenMessage[] => {
  const { ts } = clientCardIn(person, channel, project, locale);
  return person.sees(channel).filter(({ thread }) => thread === ts);
};

/** What somebody asks for by a client card. `form`: what fills the form, by its labels. */
export type ByCard = {
  channel: string;
  project: string;
  button: 'newRequest' | 'problem' | 'status';
  /** The language of the channel, in which the card stands. */
  card: Locale;
  /** The language of whoever presses, where it is another one. */
  locale?: Locale;
  text?: string;
  wantedOn?: string;
  since?: string;
};

/** Presses a button of a client card. @returns the form */
export const openByCard = async (person: Person, { channel, project, button, card }: ByCard): Promise<Modal> =>
  shown(await person.click(cardWords.in(card)[button](), { in: channel, message: new RegExp(project, 'u') }));

/** Asks for something by the client card. @returns what is open afterwards: the note that it is there, or the form with its errors */
export async function askByCard(person: Person, asking: ByCard): Promise<Modal> {
  const words = requestWords.in(asking.locale ?? asking.card);
  const label = {
    newRequest: words['need.label'](),
    problem: words['happened.label'](),
    status: words['question.label'](),
  };
  const form = await openByCard(person, asking);
  return shown(
    await form
      .fill({
        ...(asking.text === undefined ? {} : { [label[asking.button]]: asking.text }),
        ...(asking.wantedOn === undefined ? {} : { [words['neededBy.label']()]: asking.wantedOn }),
        ...(asking.since === undefined ? {} : { [words['noticed.label']()]: asking.since }),
      })
      .submit(),
  );
}

/** Types an answer and looks at its preview. @returns the form with the preview */
export async function previewReply(person: Person, locale: Locale, form: Modal, text?: string): Promise<Modal> {
  const words = requestWords.in(locale);
  const typed = text === undefined ? form : await form.fill({ [words['reply.label']()]: text });
  return shown(await typed.submit());
}

/** The buttons that somebody has in the client channel, those of client cards left out: they stand there at all times. */
export const buttonsBesideCard = (person: Person, channel: string, locale: Locale): string[] => {
  const isCard = ({ buttons }: SeenMessage) => buttons.includes(cardWords.in(locale).newRequest());
  return person
    .sees(channel)
    .filter((message) => !isCard(message))
    .flatMap(({ buttons }) => buttons);
};
