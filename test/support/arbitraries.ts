import fc from 'fast-check';
import type { Party } from '../../src/approval/model.ts';
import type { Asking } from '../../src/approval/model-asking.ts';
import { choose, howHash, NOTHING_ASKED } from '../../src/approval/rules-asking.ts';
import type { BriefAnswers } from '../../src/brief/rules-draft.ts';
import { draft, draftHash } from '../../src/brief/rules-draft.ts';
import type { ChannelLook, Sending } from '../../src/approval/rules-sending.ts';
import { send } from '../../src/brief/rules-send.ts';
import type { NewId } from '../../src/kit/ids.ts';
import { isRefusal, type Refusal } from '../../src/kit/refusal.ts';
import type { Project } from '../../src/project/model.ts';
import { type Actor, start, withMember } from '../../src/project/rules.ts';

/** A Monday, at noon in London. */
export const NOW = new Date('2026-11-23T12:00:00.000Z');
export const later = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);

/** Somebody by their name, in a company. */
export const someone = (name: string, team: string): Actor => {
  const user = `U${name.toUpperCase()}`;
  return { person: { team, user }, id: `id-${user}`, name };
};

/** Ana manages the account, Ben is on the team, Cleo approves for the client, Dora is on no roster. */
export const ana = someone('Ana', 'TAGENCY');
export const ben = someone('Ben', 'TAGENCY');
export const cleo = someone('Cleo', 'TCLIENT');
export const dora = someone('Dora', 'TCLIENT');
export const EVERYBODY = [ana, ben, cleo, dora] as const;

/** Ids that are all different, and the same in each run. */
export function idMaker(): NewId {
  let count = 0;
  return () => `new-${(count += 1)}`;
}

/** What was decided; a refusal is a fault of the test. */
export function must<T>(decided: T | Refusal): T {
  if (isRefusal(decided)) throw new Error(`refused: ${decided.code}`);
  return decided;
}

/** The code of a refusal; null for what was not refused. */
export const codeOf = (decided: unknown): string | null => (isRefusal(decided) ? decided.code : null);

/** Nothing below can be changed: a rule that writes into what it was given throws. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

export type Named = { client: string; name: string };

/** A project on its first day, with Ana as its manager and Ben on the team. */
export function newProject(work: 'campaign' | 'job' = 'campaign', named: Partial<Named> = {}): Project {
  const answers = { client: 'Acme', name: 'Spring launch', ...named, work, wantedOn: '2027-03-14' };
  const parts = { id: 'p1', workspace: 'TAGENCY', by: ana, clientId: 'c1', channel: 'CTEAM', zone: 'Europe/London' };
  const started = must(start({ ...parts, answers, language: 'en' }, NOW));
  return frozen(must(withMember(started, ben, 'teamMember', NOW)));
}

export const COMPLETE: BriefAnswers = {
  objective: 'Trial of the new blend',
  audience: 'Students in Shanghai',
  keyMessage: 'Real tea, no powder',
  deliverables: 'Key visual\nThree short films',
  wantedOn: '2027-03-14',
  notKnown: [],
};

/** The project with these answers saved by Ben. */
export function drafted(
  project: Project,
  answers: Partial<BriefAnswers> = {},
  newId: NewId = idMaker(),
  now = NOW,
): Project {
  const drafting = { answers: { ...COMPLETE, ...answers }, by: ben, zone: 'UTC', newId };
  return frozen(must(draft(project, drafting, now)));
}

/** The client's channel as it was looked at: Ana and the client's two are in it, and Liaison. */
export const LOOK: ChannelLook = {
  channel: 'CCLIENT',
  name: 'acme-shared',
  isArchived: false,
  isMember: true,
  members: [
    { ...ana, kind: 'member' },
    { ...cleo, kind: 'guest' },
    { ...dora, kind: 'external' },
  ],
  usedBy: [],
};

/** These are asked in the client's channel, side by side, and all of them. Whoever has no account is there by name. */
export function asks(...parties: readonly Party[]): Asking {
  const people = parties.filter(({ person }) => person !== null);
  const names = parties.flatMap(({ person, name }) => (person === null && name !== null ? [name] : []));
  const where = { dueOn: null, reach: 'clientChannel', channel: LOOK.channel, language: 'en' } as const;
  return choose(NOTHING_ASKED, { people, names, ...where }, idMaker());
}

export const SENDING = { look: LOOK, asking: asks(cleo), language: 'en', by: ana } as const;

/** Sends what its sender was shown: this draft, to the channel that was looked at. */
export const sends = (project: Project, sending: Omit<Sending, 'previewed'>, now: Date): Project | Refusal => {
  const how = howHash(sending.asking);
  const previewed = { channel: sending.look?.channel ?? null, draft: draftHash(project), how, zone: 'Europe/London' };
  return send(project, { ...sending, previewed }, now);
};

/** The draft, sent by Ana to be decided on by Cleo. */
export const sentBrief = (project: Project, now = NOW): Project => frozen(must(sends(project, SENDING, now)));

/** Texts that Slack, or a careless program, would take for something else than text. */
export const HOSTILE = [
  '<!channel> <!here> <!everyone>',
  '<@UANA> <#CTEAM> <https://evil.example|Acme>',
  '@here @channel https://evil.example',
  '`code` *bold* _italic_ ~strike~ :tada:',
  '&amp; &lt;!channel&gt; & < >',
  '{count, plural, other {#}} {project}',
  '云山茶 “春季上市”',
  '👩‍👩‍👧 🎉 e\u0301',
  '\u202Eright to left\u202C',
  '../../etc $(rm) ${name} \\n',
] as const;

/** Text as people type it: words of several languages and signs, whatever Slack would read into them. */
export const typed = (maxLength = 60): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 6 })
    .map((parts) => parts.join(' ').slice(0, maxLength).toWellFormed().trim());
