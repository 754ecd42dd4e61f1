import { button, buttons, type Message, message, quote, run, section } from '../kit/blocks.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { mention, type Named, shorten } from '../kit/text.ts';
import { BOUNDS } from '../kit/bounds.ts';
import { managers } from '../project/rules.ts';
import type { Project } from '../project/model.ts';
import { openValue } from './model-metadata.ts';
import { BRIEF_IDS, line } from './views-card.ts';
import { briefWords } from './words.ts';

/** The client confirmed: one line, and what the account manager can do now. */
export function confirmedForTeam(project: Project, version: number, by: Named, locale: Locale): Message<'team'> {
  const said = line('confirmedLine', { version, by: [by] }, locale);
  const words = briefWords.in(locale);
  const next = project.work.kind === 'job' ? words.confirmedJob : words.confirmedGate;
  const gate = next({ manager: mentions(project, locale) });
  return message('team', said.text, [...said.blocks, section(gate)]);
}

/** The client requested changes, or took a confirmation back: somebody must act, so they are mentioned and given the button. */
export function changesForTeam(
  kind: 'changesLine' | 'withdrawnLine',
  project: Project,
  { version, by, reason }: { version: number; by: Named; reason: string },
  locale: Locale,
): Message<'team'> {
  const words = briefWords.in(locale);
  const said = line(kind, { version, by: [by] }, locale);
  const edit = button({
    id: BRIEF_IDS.edit,
    text: words.edit(),
    value: openValue.encode({ project: project._id }),
  });
  return message('team', said.text, [
    ...said.blocks,
    section(words.changesAsk({ manager: mentions(project, locale) })),
    quote([run(shorten(reason, BOUNDS.briefPart))]),
    buttons('brief.revise', [edit]),
  ]);
}

const mentions = (project: Project, locale: Locale): string => listed(managers(project).map(mention), locale);
