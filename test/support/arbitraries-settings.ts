import { marksOf } from '../../src/admin/rules-settings.ts';
import { directorsFormModal, directorsModal } from '../../src/admin/views-directors.ts';
import { settingsModal } from '../../src/admin/views-settings.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import type { Modal } from '../../src/kit/blocks.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { type Settings, unsettled } from '../../src/kit/settings.ts';
import { filled } from './hostile.ts';

const AT = '2026-11-30T01:00:00.000Z';

/** Settings in which everything is as long and as much as it may be. */
function fullestSettings(filler: string): Settings {
  const crowd = Array.from({ length: BOUNDS.administrators }, (_, at) => ({ team: 'TAGENCY', user: `U0123456${at}` }));
  const people = crowd
    .slice(0, BOUNDS.directors)
    .map((person) => ({ person, id: person.user, name: filled(filler, BOUNDS.partyName) }));
  const words = Array.from({ length: 50 }, (_, at) => `${at} ${filled(filler, 50)}`);
  const directors = Array.from({ length: BOUNDS.clientsChosen }, (_, at) => ({
    client: { id: `c${at}`, name: filled(filler, BOUNDS.clientName) },
    ...{ people, leaving: [], pending: true, by: 'ana' },
  }));
  return {
    ...unsettled('TAGENCY'),
    revision: 7,
    administrators: crowd,
    language: 'zh',
    outgoingWords: { money: words, inside: words },
    directors,
    changes: [{ at: AT, by: 'ana', what: ['money'] }],
  };
}

/** Every form of the settings, with everything in it at its longest. */
export function ofSettings(filler: string, locale: Locale): { name: string; is: 'modal'; view: Modal }[] {
  const settings = fullestSettings(filler);
  const { administrators, directors } = settings;
  const clients = directors.map(({ client }) => client);
  const client = clients[0] ?? { id: 'c0', name: 'Acme' };
  const shown = { settings, others: administrators.slice(0, 5), changed: { by: administrators[0] ?? null, at: AT } };
  const blank = unsettled('TAGENCY');
  const typed = {
    entered: { administrators: [], language: null, money: ['x'], inside: ['y'] },
    opened: marksOf(blank),
  };
  const users = administrators.slice(0, BOUNDS.directors).map(({ user }) => user);
  return [
    ['settingsModal', settingsModal(shown, locale)] as const,
    ['settingsModal clashed', settingsModal({ ...shown, typed }, locale)] as const,
    ['settingsModal blank', settingsModal({ settings: blank, others: [], changed: null }, locale)] as const,
    ['directorsModal', directorsModal({ settings, clients, isSaved: true }, locale)] as const,
    ['directorsModal blank', directorsModal({ settings: blank, clients: [] }, locale)] as const,
    ['directorsFormModal', directorsFormModal({ client, settings }, locale)] as const,
    ['directorsFormModal clashed', directorsFormModal({ client, settings, typed: users }, locale)] as const,
  ].map(([name, view]) => ({ name, is: 'modal', view }));
}
