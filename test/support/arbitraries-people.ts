import type { Message, Modal } from '../../src/kit/blocks.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import type { Locale } from '../../src/kit/locale.ts';
import type { Project } from '../../src/project/model.ts';
import { type Member, ROLES } from '../../src/project/model-people.ts';
import { release } from '../../src/project/rules-released.ts';
import { MOST_SUPPLIERS } from '../../src/people/model.ts';
import { awayModal, awaySaid } from '../../src/people/views-away.ts';
import { addModal, changeModal, supplierModal } from '../../src/people/views-forms.ts';
import {
  clientLine,
  failedNote,
  handoverLine,
  handoverModal,
  handoverNote,
  handoverSaid,
} from '../../src/people/views-handover.ts';
import { mayModal } from '../../src/people/views-may.ts';
import { removedNote } from '../../src/people/views-removed.ts';
import { rosterModal } from '../../src/people/views-roster.ts';
import { ana, NOW } from './arbitraries.ts';
import type { Shown } from './arbitraries-shown.ts';
import { filled, ID, PERSON_NAME, projectsAtTheirLongest } from './arbitraries-views.ts';

/** A roster as full as it can be, with everybody away, stood in for and with a craft. */
function crowded(filler: string): Project {
  const project = projectsAtTheirLongest(filler)['second'];
  if (!project) throw new Error('there is no such project');
  const name = filled(filler, PERSON_NAME);
  const one = { person: ana.person, id: ana.id, name };
  const people = Array.from({ length: BOUNDS.people }, (_, at): Member => ({
    person: { team: 'TAGENCY', user: `U0123456${at}` },
    id: `${ID}-${at}`,
    name,
    role: ROLES[at % ROLES.length] ?? 'teamMember',
    since: NOW.toISOString(),
    away: { until: '2027-12-31', zone: 'Asia/Shanghai' },
    craft: 'strategicPlanner',
    standIn: one,
    gone: at % 2 === 0 ? { since: NOW.toISOString() } : null,
  }));
  const suppliers = Array.from({ length: MOST_SUPPLIERS }, (_, at) => ({
    id: `${ID}-s${at}`,
    name,
    supplies: filled(filler, 120),
    minder: people[0]?.id ?? '',
  }));
  const planned = { id: ID, from: people[0]?.id ?? '', to: one, on: '2027-12-31', zone: 'UTC' };
  const texts = { note: filled(filler, 2000), clientLine: filled(filler, 600), by: ana.id, byName: name };
  return { ...project, people, suppliers, handover: { ...planned, ...texts, at: NOW.toISOString() } };
}

const opens = (name: string, view: Modal): Shown => ({ name, is: 'modal', view });
const shows = (name: string, message: Message): Shown => ({ name, is: 'message', message });

/** Everything that is shown of the people of a project, with everything in it at its longest. */
export function ofPeople(filler: string, locale: Locale): Shown[] {
  const project = crowded(filler);
  const { handover, people, suppliers } = project;
  const [member] = people;
  if (!handover || !member) throw new Error('there is no handover');
  const name = member.name ?? '';
  const may = { now: NOW, mayManage: true, mayHandOver: true };
  const entered = { successor: 'UANA', predecessor: 'UBEN', fromDay: filled(filler, 40), scope: 'client' as const };
  const texts = { note: handover.note, clientLine: handover.clientLine };
  const preview = {
    seen: 'f'.repeat(64),
    from: member,
    to: handover.to,
    on: handover.on,
    isNow: false,
    others: Array.from({ length: 200 }, () => project),
    going: Array.from({ length: 12 }, () => ({ channel: 'CCLIENT', people: people.map(({ person }) => person) })),
    found: Array.from({ length: 20 }, (_, at) => ({ kind: 'money' as const, words: name, number: at })),
    by: member,
  };
  const said = { ...handover, isNow: false, others: 200 };
  const absent = { until: '2027-12-31', zone: 'UTC', standIn: { ...handover.to, kind: 'member' } };
  const carried = { noted: preview.others, lacking: preview.others, failed: 9 };
  return [
    opens('rosterModal', rosterModal(project, { ...may, notice: [name, name] }, locale)),
    opens('rosterModal of a guest', rosterModal(project, { now: NOW, mayManage: false, mayHandOver: false }, locale)),
    opens('mayModal', mayModal(locale)),
    opens('addModal', addModal(project, locale)),
    ...people
      .slice(0, ROLES.length)
      .map((one) => opens(`changeModal ${one.role}`, changeModal(project, one, NOW, locale))),
    opens('supplierModal', supplierModal(project, suppliers?.[0] ?? null, ID, locale)),
    opens(
      'handoverModal',
      handoverModal(project, { id: ID, entered: { ...entered, ...texts }, asksFrom: true, preview: null }, locale),
    ),
    opens(
      'handoverModal previewed',
      handoverModal(
        project,
        { id: ID, entered: { ...entered, ...texts }, asksFrom: true, preview, isMoved: true },
        locale,
      ),
    ),
    opens('handoverSaid', handoverSaid(said, { projects: preview.others, isWhole: false }, locale)),
    opens('handoverSaid at first', handoverSaid(said, null, locale)),
    opens('awayModal', awayModal({ person: 'UANA', day: filled(filler, 40) }, true, locale)),
    opens('awaySaid', awaySaid(absent, carried, locale)),
    opens('awaySaid at first', awaySaid(null, null, locale)),
    shows('removedNote', removedNote(project, member, true, locale)),
    shows('failedNote', failedNote(project, handover, locale)),
    ...(['handedOverLine', 'handoverPlannedLine', 'handoverCancelledLine'] as const).map((kind) =>
      shows(`handoverLine ${kind}`, handoverLine(kind, project, handover)),
    ),
    shows('handoverNote', handoverNote(project, handover.note ?? '', member)),
    shows('clientLine', clientLine(release(project), handover.clientLine ?? '', member)),
  ];
}
