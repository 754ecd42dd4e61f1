import type { AskingRefusals } from '../approval/model-asking.ts';
import type { Asked } from '../io/answers.ts';
import { dayIn } from '../kit/calendar.ts';
import type { Change } from '../kit/change.ts';
import { samePerson } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { actingOf, actorOf, type ProjectDeps } from '../project/service.ts';
import type { Deliverable, DeliveredContent } from './model.ts';
import { type AddMeta, type Attached, SOMETHING_NEW } from './model-forms.ts';
import type { WhichVersion } from './model-metadata.ts';
import type { DeliverableRefusals } from './model-refusals.ts';
import { confirmedLines, criterionOf, defaultAsking } from './rules-offers.ts';
import { isShownInChina, pointsFor } from './rules-points.ts';
import { contentsIn, fileNamed, kindOf } from './rules-typed.ts';
import { addDeliverable, addVersion, deliverableOf, living, nextNumber, withDeliverable } from './rules.ts';
import { checkersOf } from './rules-check.ts';
import { happenedChange, type Outcome } from './service-told.ts';
import { teamFileRow } from './service-team-file.ts';
import type { Happening } from './views-said.ts';

const refuse = refuser<AskingRefusals & DeliverableRefusals>();

/** What was entered about a new deliverable, or about a new version of one. */
export type Entered = {
  of: string | null;
  name: string | null;
  content: string | null;
  file: Attached | null;
  line: string | null;
  own: boolean;
  note: string | null;
  dueOn: string | null;
};

/** Adds what was sent for approval: something new, or a version of what is there. */
export function bring(deps: ProjectDeps, asked: Asked, meta: AddMeta, entered: Entered): Outcome {
  return deps.store.decide(asked.handling, meta.project, (project) => {
    const contents = contentsOf(entered, meta.files);
    if (isRefusal(contents)) return contents;
    if (entered.dueOn !== null && entered.dueOn < dayIn(asked.zone, asked.now)) {
      return refuse('asking.dayPast', {}, { at: 'dueOn' });
    }
    const isNew = entered.of === null || entered.of === SOMETHING_NEW;
    return isNew
      ? added(deps, asked, project, meta, { ...entered, contents })
      : versioned(deps, asked, project, { id: entered.of ?? '', version: null }, { ...entered, contents });
  });
}

/** Brings the next version of a deliverable, by the button on its card. */
export function bringVersion(deps: ProjectDeps, asked: Asked, which: WhichVersion, entered: Entered): Outcome {
  return deps.store.decide(asked.handling, which.project, (project) => {
    const contents = contentsOf(entered, []);
    if (isRefusal(contents)) return contents;
    return versioned(deps, asked, project, which, { ...entered, contents });
  });
}

/** What came in exactly: the message's files, the one of the form, and what was typed. */
function contentsOf({ content, file }: Entered, files: AddMeta['files']): DeliveredContent[] | Refusal {
  const typed = contentsIn(content);
  if (isRefusal(typed)) return typed;
  const all = [...[...files, ...(file ? [file] : [])].map(fileNamed), ...typed];
  return all.length > 0 ? all : refuse('deliverable.nothingGiven', {}, { at: 'content' });
}

type Brought = Entered & { contents: readonly DeliveredContent[] };

const pointsOf = (
  deps: ProjectDeps,
  { client }: Project,
  { kind, isRoutine, criteria }: Pick<Deliverable, 'kind' | 'isRoutine' | 'criteria'>,
) => {
  const settings = deps.settings.now();
  return pointsFor(kind, { isRoutine, criteria, isChina: isShownInChina(settings, client.id) }, settings.checks);
};

function added(deps: ProjectDeps, asked: Asked, project: Project, meta: AddMeta, entered: Brought) {
  const { id, from } = meta;
  const { contents, note, dueOn } = entered;
  const name = entered.name ?? '';
  const kind = kindOf(name, contents);
  const line = confirmedLines(project).find((one) => one.id === entered.line);
  const criteria = line ? [criterionOf(line, deps.newId())] : [];
  const what = { kind, isRoutine: kind === 'other', criteria };
  const next = addDeliverable(
    project,
    actingOf(asked),
    {
      ...what,
      id,
      name,
      items: [],
      estimate: null,
      requires: null,
      reviewers: [],
      from,
      asking: defaultAsking(project, dueOn),
    },
    { contents, note, isOwnError: false, points: pointsOf(deps, project, what) },
    asked.now,
  );
  // Sent twice, it is there once.
  if (isRefusal(next)) return next;
  return next === project ? null : broughtChange(next, id, { is: 'added', file: entered.file }, asked);
}

function versioned(
  deps: ProjectDeps,
  asked: Asked,
  project: Project,
  { id, version }: { id: string; version: number | null },
  { contents, note, own, dueOn, file }: Brought,
) {
  const found = living(project, id);
  if (isRefusal(found)) return found;
  if (isSame(found, { contents, note }, asked)) return null;
  const given = { contents, note, isOwnError: own && found.sent !== null, points: pointsOf(deps, project, found) };
  const next = addVersion(project, actingOf(asked), { id, version: version ?? nextNumber(found) }, given, asked.now);
  if (isRefusal(next)) return next;
  const brought = deliverableOf(next, id);
  if (isRefusal(brought)) return brought;
  const asking = brought.asking ?? defaultAsking(project, null);
  const dated = dueOn === null ? next : withDeliverable(next, { ...brought, asking: { ...asking, dueOn } });
  return broughtChange(dated, id, { is: 'version', file }, asked);
}

/** The same things brought once more by the same person, before anybody looked at them: the form was sent twice. */
const isSame = (
  { draft }: Deliverable,
  { contents, note }: Pick<Brought, 'contents' | 'note'>,
  { person }: Asked,
): boolean =>
  draft !== null &&
  draft.check.state === 'open' &&
  draft.note === note &&
  draft.by.person !== null &&
  samePerson(draft.by.person, person) &&
  JSON.stringify(draft.contents.map(keyOf)) === JSON.stringify(contents.map(keyOf));

const keyOf = (content: DeliveredContent): string => {
  if (content.is === 'file') return content.file;
  return content.is === 'link' ? content.url : content.text;
};

function broughtChange(
  next: Project,
  id: string,
  { is, file }: { is: 'added' | 'version'; file: Attached | null },
  asked: Asked,
): Change<Project> | Refusal {
  const deliverable = deliverableOf(next, id);
  if (isRefusal(deliverable)) return deliverable;
  const version = deliverable.draft?.number ?? 1;
  const who = deliverable.draft ? checkersOf(next, deliverable.draft) : [];
  const happening: Happening = { is, version, by: actorOf(asked), who };
  const change = happenedChange(next, deliverable, happening, asked);
  if (file === null) return change;
  return { ...change, rows: (entries) => [...change.rows(entries), teamFileRow(next._id, deliverable, file)] };
}
