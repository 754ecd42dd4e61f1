import type { KnownBlock, StaticSelect, UsersSelect } from '@slack/types';
import { button, context, heading } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import { markOf } from '../kit/merge.ts';
import { select } from '../kit/selects.ts';
import { ALL, type Choices, clearValue, FILTERS, HOME_IDS, LIVES, ONLY, STAGE_FILTERS } from './model.ts';
import { lineBlock, stageName, type TeamLine } from './views-lists.ts';
import { type Page, pager } from './views-pages.ts';
import { homeWords } from './words.ts';

type Chosen = Pick<Choices, (typeof FILTERS)[number]>;

export type PortfolioShown = {
  lines: readonly TeamLine[];
  page: Page;
  counts: { live: number; onHold: number; ended: number };
  chosen: Chosen;
  /** Of whom can be chosen. */
  clients: readonly { id: string; name: string }[];
};

/** All projects, or all of a director's, narrowed as they chose. */
export function portfolioBlocks(
  { lines, page, counts, chosen, clients }: PortfolioShown,
  locale: Locale,
): KnownBlock[] {
  const words = homeWords.in(locale);
  const all =
    lines.length === 0 ? [context(words.nonePortfolio())] : lines.map((line) => lineBlock(line, 'portfolio', locale));
  return [
    heading(words.portfolio()),
    context(words.counts(counts)),
    filters(chosen, clients, locale),
    ...all,
    ...pager('portfolio', page, locale),
  ];
}

/**
 * The block's id names what is chosen: a select that is drawn again under the same id keeps what it showed before, also when its
 * filter was cleared elsewhere (docs.slack.dev, updating views).
 */
function filters(chosen: Chosen, clients: PortfolioShown['clients'], locale: Locale): KnownBlock {
  const words = homeWords.in(locale);
  const stages = STAGE_FILTERS.map((stage) => [stage, stageName(stage, locale)] as const);
  const isNarrowed = FILTERS.some((filter) => chosen[filter] !== null);
  return {
    type: 'actions',
    block_id: `home.filters.${markOf(chosen)}`,
    elements: [
      ...(clients.length > 0 ? [clientSelect(clients, chosen.client, locale)] : []),
      filterSelect('stage', stages, chosen.stage, locale),
      filterSelect(
        'life',
        LIVES.map((life) => [life, words[`life.${life}`]()]),
        chosen.life,
        locale,
      ),
      managerSelect(chosen.manager, locale),
      filterSelect(
        'only',
        ONLY.map((only) => [only, words[`only.${only}`]()]),
        chosen.only,
        locale,
      ),
      ...(isNarrowed ? [button({ id: HOME_IDS.clear, text: words.clear(), value: clearValue.encode({}) })] : []),
    ],
  };
}

function clientSelect(clients: PortfolioShown['clients'], chosen: string | null, locale: Locale): StaticSelect {
  const words = homeWords.in(locale);
  const all = [
    { value: ALL, text: words['all.client']() },
    ...clients.map(({ id, name }) => ({ value: id, text: name })),
  ];
  return select({ id: HOME_IDS.client, placeholder: words['filter.client'](), options: all, chosen });
}

function filterSelect(
  filter: 'stage' | 'life' | 'only',
  options: readonly (readonly [value: string, text: string])[],
  chosen: string | null,
  locale: Locale,
): StaticSelect {
  const words = homeWords.in(locale);
  const all = [[ALL, words[`all.${filter}`]()] as const, ...options].map(([value, text]) => ({ value, text }));
  return select({ id: HOME_IDS[filter], placeholder: words[`filter.${filter}`](), options: all, chosen });
}

const managerSelect = (chosen: string | null, locale: Locale): UsersSelect => ({
  type: 'users_select',
  action_id: HOME_IDS.manager,
  placeholder: { type: 'plain_text', text: homeWords.in(locale)['filter.manager'](), emoji: false },
  ...(chosen === null ? {} : { initial_user: chosen }),
});
