import { type Asked, type CommandEntry, type Replied, type SubmitEntry, submitted } from '../io/answers.ts';
import { typedIn } from '../kit/typed.ts';
import { isRefusal } from '../kit/refusal.ts';
import type { ProjectDeps } from '../project/service.ts';
import { awayForm } from './model.ts';
import { awayMeta } from './model-metadata.ts';
import { carryAway, mayBeAway, saveAway } from './service-away.ts';
import { awayModal, awaySaid } from './views-away.ts';
import { PEOPLE_IDS } from './views-roster.ts';

type Deps = ProjectDeps;

type Typing = { until: string | null; standIn: string | null };

/** Keeps it, reads it back at once, and notes it in their projects after that. */
async function keep(asked: Asked, deps: Deps, typing: Typing, answer: 'open' | 'replace'): Replied {
  const said = await saveAway(deps, asked, typing);
  if (isRefusal(said)) return said;
  const { absence } = said;
  const afterwards = async () => awaySaid(absence, await carryAway(deps, asked.handling, asked.id, said), asked.locale);
  return { answer, view: awaySaid(absence, null, asked.locale), afterwards };
}

/** `/project away until fri @somebody`; alone, and where what was typed is no day or nobody who can stand in, it opens the form. */
async function goAway(asked: Asked, deps: Deps, text: string): Replied {
  const { person, day } = typedIn(text);
  const kept =
    day === null ? await mayBeAway(deps, asked) : await keep(asked, deps, { until: day, standIn: person }, 'open');
  if (isRefusal(kept) && kept.code !== 'people.dayUnread') return kept;
  if (kept !== true && !isRefusal(kept)) return kept;
  return { answer: 'open', view: awayModal({ person, day }, isRefusal(kept), asked.locale) };
}

export const awayCommands: readonly CommandEntry<Deps>[] = [
  { command: '/project', verbs: ['away', '外出'], run: goAway },
  {
    command: '/project',
    verbs: ['back', '回来'],
    run: (asked, deps) => keep(asked, deps, { until: null, standIn: null }, 'open'),
  },
];

export const awaySubmits: readonly SubmitEntry<Deps>[] = [
  submitted(PEOPLE_IDS.awayForm, awayMeta, awayForm, (asked, deps: Deps, _meta, { until, standIn }) =>
    keep(asked, deps, { until, standIn: standIn?.[0] ?? null }, 'replace'),
  ),
];
