import { type Message, message, section } from '../kit/blocks.ts';
import { formatDay } from '../kit/calendar.ts';
import type { Locale } from '../kit/locale.ts';
import { escape } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { milestoneOf } from './rules.ts';
import { milestoneName } from './views-name.ts';
import { planWords } from './words.ts';

/** How a milestone stands, said to whoever pressed a button of it in a message; null where there is none any more. */
export function standsNotice(project: Project, id: string, locale: Locale): Message<'person'> | null {
  const milestone = milestoneOf(project, id);
  if (!milestone) return null;
  const name = escape(milestoneName(milestone, locale));
  const day = formatDay(milestone.dueOn, locale);
  const text = planWords.in(locale)[`stands.${milestone.state}`]({ name, day });
  return message('person', text, [section(text)]);
}
