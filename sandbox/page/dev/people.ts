/** The people of the fixtures: an agency in Shanghai and its client in London. */
import type { PersonView } from '../../server/protocol.ts';

const person = (id: string, name: string, title: string, more: Partial<PersonView> = {}): PersonView => ({
  id,
  // The preview finds its seats by id, and the seat switcher links by handle.
  handle: id,
  teamId: 'TAGENCY',
  name,
  title,
  company: 'Harbour & Hill',
  locale: 'en-US',
  timeZone: 'Asia/Shanghai',
  isBot: false,
  kind: 'member',
  isDeactivated: false,
  ...more,
});

const client = { teamId: 'TACME', company: 'Acme Coffee', locale: '', timeZone: 'Europe/London' };

export const MEI = person('UMEI', 'Mei Chen', 'Account manager, Shanghai');
export const LIN = person('ULIN', '林晓雯', '创意总监，上海', { locale: 'zh-CN' });
export const BEN = person('UBEN', 'Ben Okafor', 'Producer, Shanghai');
export const DANA = person('UDANA', 'Dana Whitfield', 'Marketing director, London', { ...client, kind: 'external' });
export const OLIVER = person('UOLIVER', 'Oliver Reyes-Fitzgerald', 'Brand manager, London', {
  ...client,
  kind: 'guest',
});
export const BOT = person('UBOT', 'Liaison', 'App', { isBot: true, kind: 'bot', company: '' });

export const EVERYBODY = [MEI, LIN, BEN, DANA, OLIVER, BOT];
export const SEATS = [MEI, LIN, BEN, DANA, OLIVER];
