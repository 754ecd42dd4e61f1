import type { Party } from '../../src/approval/model.ts';
import type { AskedParty, Asking } from '../../src/approval/model-asking.ts';
import { howHash, stepsOf } from '../../src/approval/rules-asking.ts';
import { open } from '../../src/approval/rules.ts';
import { personModal, replaceModal, rolesModal, whoModal } from '../../src/approval/views-asking.ts';
import { withdrawRequestModal } from '../../src/approval/views-manage.ts';
import { withApproval } from '../../src/brief/rules-approval.ts';
import { briefCard, line } from '../../src/brief/views-card.ts';
import { clientCard, countParts, versionPart } from '../../src/brief/views-client.ts';
import { sendModal } from '../../src/brief/views-send.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import type { Locale } from '../../src/kit/locale.ts';
import type { Project } from '../../src/project/model.ts';
import { release } from '../../src/project/rules-released.ts';
import { later, NOW } from './arbitraries.ts';
import type { Shown } from './arbitraries-shown.ts';
import { filled, ID } from './arbitraries-views.ts';

/** As many people as one request is asked of, each with everything that can be arranged about them; every fifth has no account. */
function crowd(filler: string): AskedParty[] {
  const party = (at: number, kind: string): Party => {
    const person = at % 5 === 4 ? null : { team: 'TCLIENT', user: `U0123456${at}` };
    return { person, id: `${ID}${kind}${at}`, name: filled(filler, BOUNDS.partyName) };
  };
  return Array.from({ length: BOUNDS.approvers }, (_, at) => ({
    ...party(at, 'a'),
    standIn: party(at % 4, 's'),
    limit: { kind: 'spend', amount: 999_999_999_999, currency: 'CNY' },
    awayUntil: '2027-03-14',
  }));
}

export const asked = (filler: string, order: Asking['order'] = 'sideBySide'): Asking => ({
  approvers: crowd(filler),
  order,
  needs: order === 'inOrder' ? { needs: 'all' } : { needs: 'some', count: 19 },
  expiresOn: '2027-03-14',
  dueOn: '2027-03-13',
  reach: 'clientChannel',
  channel: 'CCLIENT',
  language: 'en',
  contact: null,
});

/** A project whose brief is with as many people as fit, half of them away. */
function withCrowd(project: Project, filler: string, order: Asking['order'], reach: Asking['reach']): Project | null {
  const sent = project.brief?.sent;
  if (!sent || !project.brief) return null;
  const { version, round, subject, lines } = sent.approval;
  const until = { dueAt: later(1).toISOString(), expiresAt: later(2).toISOString(), requires: null };
  const approval = open({ subject, version, round, lines, ...stepsOf(asked(filler, order)), ...until }, NOW);
  const people = approval.approvers.flatMap(({ person, id, name }, at) =>
    person ? [{ person, id, name, role: 'approver' as const, since: project.startedAt, ...(at % 2 ? away : {}) }] : [],
  );
  const current = { ...sent.current, reach };
  const sentOn = {
    ...project,
    brief: { ...project.brief, sent: { ...sent, current } },
    people: [...project.people, ...people],
  };
  return withApproval(sentOn, { ...approval, gathered: { at: NOW.toISOString(), by: 'due' } });
}

const away = { away: { until: '2030-01-01', zone: 'Asia/Shanghai' } } as const;

/** Who is asked and how, and an open request, with everybody in it that there may be. */
export function ofAsking(project: Project, filler: string, locale: Locale): Shown[] {
  const opens = (name: string, view: ReturnType<typeof whoModal>): Shown => ({ name, is: 'modal', view });
  const asking = asked(filler);
  const [one] = asking.approvers;
  if (!one) return [];
  const draft = { project: ID, kind: 'brief', version: null } as const;
  const onOpen = { ...draft, version: 200 };
  const roles = { contact: one, deputy: one };
  const entered = {
    channel: 'CCLIENT',
    approvers: asking.approvers.flatMap(({ person }) => (person ? [person.user] : [])),
    offSlack: filled(filler, BOUNDS.offSlack),
    reach: 'outside' as const,
    dueOn: '2027-03-14',
    language: locale,
  };
  const moved = filled(filler, 300);
  const zone = 'America/Argentina/Buenos_Aires';
  const how = howHash(asking);
  const crowds = (['sideBySide', 'inOrder'] as const).flatMap((order) =>
    (['clientChannel', 'outside'] as const).flatMap((reach) => {
      const crowded = withCrowd(project, filler, order, reach);
      return crowded ? ofCrowd(crowded, `${order} ${reach}`, locale) : [];
    }),
  );
  return [
    ...crowds,
    { name: 'line', is: 'message', message: line('sentOutsideLine', { version: 200, by: asking.approvers }, locale) },
    opens(
      'sendModal of a crowd',
      sendModal(project, { entered, asking, how, preview: { is: 'outside', zone }, moved }, locale),
    ),
    opens('whoModal', whoModal(draft, asking, roles, locale)),
    opens('whoModal in order', whoModal(draft, asked(filler, 'inOrder'), roles, locale)),
    opens('whoModal of nobody', whoModal(draft, { ...asking, approvers: [] }, { contact: null, deputy: null }, locale)),
    opens(
      'rolesModal',
      rolesModal(
        onOpen,
        asking.approvers.map((person) => ({ ...person, hasAnswered: true })),
        roles,
        locale,
      ),
    ),
    opens('personModal', personModal(draft, one, locale)),
    opens('replaceModal', replaceModal(onOpen, { ...one, hasAnswered: true }, locale)),
    opens(
      'withdrawRequestModal',
      withdrawRequestModal(
        onOpen,
        { project: filled(filler, BOUNDS.projectName), title: filled(filler, BOUNDS.deliverableName) },
        locale,
      ),
    ),
  ];
}

/** What team and client are shown of a request that so many are asked to answer. */
function ofCrowd(project: Project, name: string, locale: Locale): Shown[] {
  const sent = project.brief?.sent;
  if (!sent) return [];
  const released = { ...release(project), language: locale };
  const shown = { version: sent.current, previous: sent.previous };
  const last = countParts(shown, released);
  const messages = {
    briefCard: briefCard(project, locale),
    clientCard: clientCard(released, sent),
    versionPart: versionPart(shown, last, released, sent),
  };
  return Object.entries(messages).map(([kind, message]) => ({
    name: `${kind} of a crowd ${name}`,
    is: 'message',
    message,
  }));
}
