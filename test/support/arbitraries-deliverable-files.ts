import { deletedLine, offeredLine } from '../../src/deliverable/views-watch.ts';
import type { Message } from '../../src/kit/blocks.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import type { Locale } from '../../src/kit/locale.ts';
import type { Project } from '../../src/project/model.ts';
import { cleo } from './arbitraries.ts';
import { longestDeliverable } from './arbitraries-deliverable-team.ts';
import type { Shown } from './arbitraries-shown.ts';
import { filled, PERSON_NAME } from './arbitraries-views.ts';
import { fileContent } from './delivered.ts';

const shows = (name: string, one: Message): Shown => ({ name, is: 'message', message: one });
const LINK = `https://agency.slack.com/archives/C012345678/p${'1'.repeat(16)}?thread_ts=1111111111.111111&cid=C012345678`;

/** What is said of a deliverable's files, at its longest, in the language of the team channel. */
export function ofDeliverableFiles(given: Project, filler: string, locale: Locale): Shown[] {
  const { channels } = given;
  const project = { ...given, channels: { ...channels, team: { ...channels.team, language: locale } } };
  const about = { project, deliverable: longestDeliverable(filler, 'checking') };
  const name = filled(filler, 255);
  const who = { ...cleo, name: filled(filler, PERSON_NAME) };
  const files = Array.from({ length: BOUNDS.contents }, () => name);
  return [
    ...(['draft', 'withClient', 'approved', 'sent'] as const).map((is) =>
      shows(`deletedLine ${is}`, deletedLine(about, { is, version: 200, file: fileContent('F1', { name }) })),
    ),
    ...(['team', 'client'] as const).map((side) =>
      shows(`offeredLine ${side}`, offeredLine(about, { side, version: 200, files, who, link: LINK })),
    ),
  ];
}
