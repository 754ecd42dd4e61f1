import type { Asked } from '../io/answers.ts';
import { homeCard } from '../kit/rows.ts';
import type { ProjectDeps } from '../project/service.ts';
import { ALL, type Choices, choicesSchema, type Filter, NO_FILTERS, type Section } from './model.ts';

type Deps = Pick<ProjectDeps, 'homes' | 'store'>;

/** Keeps what somebody chose on their Home, and has it drawn so. Chosen twice, it is the same. */
async function choose({ homes, store }: Deps, asked: Asked, choices: Partial<Choices>): Promise<void> {
  await homes.choose(asked.workspace, asked.person, choices);
  await store.show(asked.handling, [homeCard(asked.person)]);
}

/** Turns to a page of one of their lists. */
export const turnTo = (deps: Deps, asked: Asked, section: Section, page: number): Promise<void> =>
  choose(deps, asked, { [section]: page });

/** Narrows their portfolio, from its first page on. What is not understood narrows nothing. */
export function narrowTo(deps: Deps, asked: Asked, filter: Filter, chosen: string | null): Promise<void> {
  const wanted = choicesSchema.parse({ ...NO_FILTERS, [filter]: chosen === ALL ? null : chosen })[filter];
  return choose(deps, asked, { [filter]: wanted, portfolio: 0 });
}

export const showAll = (deps: Deps, asked: Asked): Promise<void> =>
  choose(deps, asked, { ...NO_FILTERS, portfolio: 0 });
