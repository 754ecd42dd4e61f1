import type { Asked } from '../io/answers.ts';
import type { Modal } from '../kit/blocks.ts';
import { samePerson } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { RowDraft } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import { type Member, SIDE_OF } from '../project/model-people.ts';
import { languagesOf, tellManagers } from '../project/service-tell.ts';
import { type ProjectDeps, whoOf } from '../project/service.ts';
import type { PeopleRefusals } from './model.ts';
import { removePerson, replacePerson, type Staying } from './rules-roster.ts';
import { type Found, memberById } from './rules-sides.ts';
import { rosterChangeBy, rosterFor } from './service-roster.ts';
import { removedNote } from './views-removed.ts';
import { plainName } from './views-roster.ts';
import { peopleWords } from './words.ts';

const refuse = refuser<PeopleRefusals>();

/** `channel`: the team channel's name, where they go on reading along in it. */
type Leaving = { out: Member; staying: Staying; channel: string | null };

/** Whoever leaves, and whether they go on reading the team channel, as far as was seen lately. */
async function leaving(deps: ProjectDeps, asked: Asked, project: Project, of: string): Promise<Leaving | Refusal> {
  const out = memberById(project, of);
  if (!out) return refuse('people.notOnRoster', {});
  const team = project.channels.team.id;
  if (SIDE_OF[out.role] === 'client' || !team) return { out, staying: { outsider: false }, channel: null };
  const look = await deps.looks.last(asked.workspace, team);
  if (!look) {
    deps.looks.refresh(asked.workspace, team);
    return refuse('people.lookMissing', {});
  }
  const seen = look.seen ? look.members.find(({ person }) => samePerson(person, out.person)) : undefined;
  if (!look.seen || !seen) return { out, staying: { outsider: false }, channel: null };
  return { out, staying: { outsider: seen.kind !== 'member' }, channel: look.name };
}

/** Puts somebody in the place of another. @returns the roster, with what was done */
export async function saveReplaced(
  deps: ProjectDeps,
  asked: Asked,
  { id, of }: { id: string; of: string },
  found: Found,
): Promise<Modal | Refusal> {
  const words = peopleWords.in(asked.locale);
  const gone = (who: string) => words.wasReplaced({ who: plainName(found), whom: who });
  return left(deps, asked, { id, of, found }, gone, (project, { out, staying }) =>
    replacePerson(project, out.id, found, whoOf(asked), { staying, now: asked.now }),
  );
}

/** Takes somebody off the roster. @returns the roster, with what was done */
export async function saveRemoved(deps: ProjectDeps, asked: Asked, id: string, of: string): Promise<Modal | Refusal> {
  const words = peopleWords.in(asked.locale);
  return left(
    deps,
    asked,
    { id, of, found: null },
    (who) => words.wasRemoved({ who }),
    (project, { out, staying }) => removePerson(project, out.id, whoOf(asked), { staying, now: asked.now }),
  );
}

/** Somebody leaves. The account managers hear of it where they would go on reading along: nobody but people removes anybody. */
async function left(
  deps: ProjectDeps,
  asked: Asked,
  { id, of, found }: { id: string; of: string; found: Found | null },
  done: (who: string) => string,
  rule: (project: Project, leaving: Leaving) => Project | Refusal,
): Promise<Modal | Refusal> {
  const before = await deps.store.project(asked.workspace, id);
  if (!before) return refuse('people.notOnRoster', {});
  const going = await leaving(deps, asked, before, of);
  if (isRefusal(going)) return going;
  const speaks = await languagesOf(deps, before);
  const saved = await deps.store.decide(asked.handling, id, (project) => {
    const next = rule(project, going);
    if (isRefusal(next)) return next;
    const change = rosterChangeBy(asked, project, next, found);
    const replacing = { kind: 'project.personReplaced', actor: asked.id, content: { people: [of, found?.id ?? ''] } };
    const rows = () => (going.channel !== null ? tellOthers(next, going, speaks, asked) : []);
    return {
      ...change,
      happened: found ? [replacing, ...change.happened.filter(({ kind }) => kind !== LEFT)] : change.happened,
      rows: (entries) => [...change.rows(entries), ...rows()],
    };
  });
  if (isRefusal(saved)) return saved;
  const notes = going.channel !== null ? [stillThere(going, asked)] : [];
  return rosterFor(saved.project, asked, [done(plainName(going.out)), ...notes]);
}

/** Said by who came in their place. */
const LEFT = 'project.personRemoved';

function stillThere({ out, staying, channel }: Leaving, { locale }: Asked): string {
  const words = peopleWords.in(locale);
  const named = { who: plainName(out), channel: `#${channel ?? ''}` };
  return staying.outsider ? words.stillInChannelHeld(named) : words.stillInChannel(named);
}

/** Whoever did it has read it in the form already. */
function tellOthers(
  project: Project,
  { out, staying }: Leaving,
  speaks: Awaited<ReturnType<typeof languagesOf>>,
  { person }: Asked,
): RowDraft[] {
  const key = `removed:${project._id}:${project.revision}`;
  const all = tellManagers(project, speaks, key, (locale) => removedNote(project, out, staying.outsider, locale));
  return all.filter(({ place }) => place.kind !== 'person' || !samePerson(place.person, person));
}
