import type { KnownBlock } from '@slack/types';
import { context, divider, type Modal, modal, rich, run, section } from '../kit/blocks.ts';
import { formBlocks } from '../kit/form.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { select } from '../kit/selects.ts';
import type { Director, Settings } from '../kit/settings.ts';
import { shorten } from '../kit/text.ts';
import { directorsForm, directorsMeta, SETTINGS_IDS } from './model-settings.ts';
import { directorsMark, directorsOf } from './rules-settings.ts';
import { settingsWords } from './words-settings.ts';

type Client = { id: string; name: string };

/** Clients that the overview names; the others are counted. */
const NAMED = 20;

/** Of those whom another administrator named meanwhile. */
const CLASH_LENGTH = 300;

/** Who oversees which client, and the choice of a client to change that. `isSaved`: something was just saved. */
export function directorsModal(
  { settings, clients, isSaved = false }: { settings: Settings; clients: readonly Client[]; isSaved?: boolean },
  locale: Locale,
): Modal {
  const words = settingsWords.in(locale);
  const named = settings.directors.filter(({ people }) => people.length > 0);
  const more = named.length - NAMED;
  const options = clients.map(({ id, name }) => ({ value: id, text: name }));
  const choice: KnownBlock = {
    type: 'actions',
    block_id: `settings.clients.${settings.revision}`,
    elements: [select({ id: SETTINGS_IDS.client, placeholder: words.chooseClient(), options, chosen: null })],
  };
  return modal({
    id: SETTINGS_IDS.directors,
    title: words.directorsTitle(),
    close: words.close(),
    blocks: [
      ...(isSaved ? [section(`*${words.saved()}*`)] : []),
      section(words.directorsIntro()),
      ...(clients.length > 0 ? [choice] : [section(words.noClients())]),
      divider(),
      ...(named.length === 0
        ? [context(words.directorsNone())]
        : named.slice(0, NAMED).map((one) => line(one, locale))),
      ...(more > 0 ? [context(words.moreClients({ count: more }))] : []),
      ...(settings.directors.some(({ pending }) => pending) ? [context(words.pending())] : []),
    ],
  });
}

const line = ({ client, people }: { client: Client; people: readonly Director[] }, locale: Locale): KnownBlock =>
  rich(
    ...phrase(settingsWords.in(locale).directorsOf, { client: run(client.name), who: run(namesOf(people, locale)) }),
  );

const namesOf = (people: readonly Director[], locale: Locale): string =>
  listed(
    people.map(({ name, person }) => name ?? person.user),
    locale,
  );

export type DirectorsShown = {
  client: Client;
  settings: Settings;
  /** Slack's ids as they were entered, where another administrator was faster. */
  typed?: readonly string[];
};

/** Who oversees one client. */
export function directorsFormModal({ client, settings, typed }: DirectorsShown, locale: Locale): Modal {
  const words = settingsWords.in(locale);
  const people = directorsOf(settings, client.id);
  const who = run(people.length === 0 ? words.nobody() : shorten(namesOf(people, locale), CLASH_LENGTH));
  return modal({
    id: SETTINGS_IDS.directorsForm,
    title: words.directorsTitle(),
    submit: words.save(),
    close: words.cancel(),
    metadata: directorsMeta.encode({ client: client.id, opened: directorsMark(settings, client.id) }),
    blocks: [
      ...(typed ? [rich(...phrase(words.directorsClash, { who }))] : []),
      rich(...phrase(words.ofClient, { client: run(client.name) })),
      ...formBlocks(directorsForm, words, { directors: typed ?? people.map(({ person }) => person.user) }),
    ],
  });
}
