import type { KnownBlock } from '@slack/types';
import { bold, divider, inChannel, type Message, type Modal, modal, rich, run } from '../kit/blocks.ts';
import { formatDay } from '../kit/calendar.ts';
import { dayInWords } from '../kit/days.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import type { Project } from '../project/model.ts';
import type { Finding } from '../project/model-outgoing.ts';
import { clientLanguage, titleOf } from '../project/rules.ts';
import { outgoingNotice } from '../project/views-outgoing.ts';
import { releaseMeta, type ShownToClient } from './model-forms.ts';
import type { Milestone } from './model.ts';
import { headsUp, toldClient } from './views-client.ts';
import { PLAN_FORMS } from './views-forms.ts';
import { planWords } from './words.ts';

/** What the client would be shown. `headsUp`: their review is still to begin. `found`: what should perhaps not leave. */
export type Previewed = { shown: ShownToClient; headsUp: boolean; found: readonly Finding[] };

/** Exactly what the client will read now and when their review begins, before any of it goes. */
export function releaseModal(
  project: Project,
  milestone: Milestone,
  { shown, headsUp: isToCome, found }: Previewed,
  locale: Locale,
  said: readonly string[] = [],
): Modal {
  const words = planWords.in(locale);
  const language = clientLanguage(project);
  const isFirst = milestone.released === null;
  const before = milestone.released?.dueOn ?? null;
  const told = toldClient({ project: titleOf(project), shown, before, hasBegun: !isToCome }, language);
  const later = isToCome && !shown.isDropped ? headsUp(titleOf(project), shown, language) : null;
  return modal({
    id: PLAN_FORMS.release,
    title: isFirst ? words.releaseTitle() : words.tellTitle(),
    submit: isFirst ? words.releaseSubmit() : words.tellSubmit(),
    close: words.notNow(),
    metadata: releaseMeta.encode({ project: project._id, id: milestone.id, shown, headsUp: isToCome, language }),
    blocks: [
      ...(said.length > 0 ? [rich(run(said.join('\n'))), divider()] : []),
      rich(...goesTo(project, locale)),
      ...outgoingNotice(found, locale),
      rich(bold(words.readNow())),
      ...previewOf(told),
      ...(later && shown.reviewFrom !== null
        ? [rich(bold(words.readThen({ day: dayInWords(shown.reviewFrom, locale) }))), ...previewOf(later)]
        : []),
      ...(isToCome ? [] : begunAlready(shown, locale)),
      ...(shown.isDropped ? [] : [rich(run(words.cardThen()))]),
    ],
  });
}

/** The day from which they should have had all of their review is not ahead any more. */
function begunAlready({ reviewFrom, reviewDays: count, isDropped }: ShownToClient, locale: Locale): KnownBlock[] {
  if (reviewFrom === null || count === null || isDropped) return [];
  return [rich(run(planWords.in(locale).begunAlready({ from: formatDay(reviewFrom, locale), count })))];
}

function goesTo(project: Project, locale: Locale) {
  const words = planWords.in(locale);
  const name = { project: bold(titleOf(project)) };
  const channel = project.channels.client?.id;
  if (!channel) return phrase(words.goesNowhere, name);
  return phrase(words.goesTo, { ...name, channel: inChannel(channel) });
}

/** The client's message, as it will stand in their channel. */
const previewOf = ({ blocks }: Message<'client'>): KnownBlock[] => [...blocks];
