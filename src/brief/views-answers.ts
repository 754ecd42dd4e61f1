import { button, buttons, type Message, message, quote, run, section } from '../kit/blocks.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { mention, type Named, pieces } from '../kit/text.ts';
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

/**
 * The client requested changes, or took a confirmation back: somebody must act, so they are mentioned and given the button.
 * The client's words are never cut: what does not fit goes on in a further message.
 */
export function changesForTeam(
  kind: 'changesLine' | 'withdrawnLine',
  project: Project,
  { version, by, reason }: { version: number; by: Named; reason: string },
  locale: Locale,
): Message<'team'>[] {
  const words = briefWords.in(locale);
  const said = line(kind, { version, by: [by] }, locale);
  const [first = '', ...more] = pieces(reason, BOUNDS.briefPart);
  const edit = button({
    id: BRIEF_IDS.edit,
    text: words.edit(),
    value: openValue.encode({ project: project._id }),
  });
  const ask = section(words.changesAsk({ manager: mentions(project, locale) }));
  const head = [...said.blocks, ask, quote([run(first)]), buttons('brief.revise', [edit])];
  return [message('team', said.text, head), ...more.map((piece) => message('team', said.text, [quote([run(piece)])]))];
}

const mentions = (project: Project, locale: Locale): string => listed(managers(project).map(mention), locale);
