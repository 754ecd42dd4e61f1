import type { Person } from '../kit/person.ts';
import type { Settings } from '../kit/settings.ts';

/** As much of a project as tells by whose clock it speaks up. */
type Speaking = {
  zone?: string | null | undefined;
  people: readonly { role: string; person: Person; gone?: object | null | undefined }[];
};

/** By whose clock a project speaks up: in its own zone, else the settings', else that of whoever runs it. @returns IANA name */
export const clockOf = (
  { zone, people }: Speaking,
  { calendar }: Pick<Settings, 'calendar'>,
): { zone: string | null; manager: Person | null } => ({
  zone: zone ?? calendar?.zone ?? null,
  manager: people.find(({ role, gone }) => role === 'accountManager' && !gone)?.person ?? null,
});
