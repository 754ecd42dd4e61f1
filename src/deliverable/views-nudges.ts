import { bold, button, run } from '../kit/blocks.ts';
import { formatDay } from '../kit/calendar.ts';
import type { NudgeWording } from '../kit/nudge.ts';
import { phrase } from '../kit/phrase.ts';
import { escape, shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { deliverableValue } from './model-metadata.ts';
import { RIGHTS_ABOUT } from './model-waits.ts';
import { deliverablesOf } from './rules.ts';
import { DETAIL_IDS } from './views-details.ts';
import { deliverableNudgeWords } from './words-nudges.ts';

/** Of media and territory; the whole stands on the card. */
const SHOWN = 120;

/** That usage rights end, with the way to note new ones. Null where there is nothing to say of them any more. */
export const rightsNudge: NudgeWording<Project> = (project, { about }, locale) => {
  const found = about.kind === RIGHTS_ABOUT ? deliverablesOf(project).find(({ id }) => id === about.id) : undefined;
  const rights = found?.rights;
  if (!found || found.dropped || !rights?.until) return null;
  const words = deliverableNudgeWords.in(locale);
  const texts = {
    name: found.name,
    day: formatDay(rights.until, locale),
    media: shorten(rights.media, SHOWN),
    territory: shorten(rights.territory, SHOWN),
  };
  const { name, day, media, territory } = texts;
  const value = deliverableValue.encode({ project: project._id, id: found.id });
  return {
    line: phrase(words.rightsEnd, { name: bold(name), day: run(day), media: run(media), territory: run(territory) }),
    plain: escape(words.rightsEnd(texts)),
    buttons: [button({ id: DETAIL_IDS.rights, text: words.rightsButton(), value, style: 'primary' })],
  };
};
