import { answered, type PressEntry, pressed } from '../io/answers.ts';
import type { ProjectDeps } from '../project/service.ts';
import { SNOOZES, snoozeValue } from './model.ts';
import type { NudgeMaker } from './service-context.ts';
import { putOff } from './service-snooze.ts';
import { DIGEST_IDS, putOffNote } from './views-nudges.ts';

/** The ways to be left alone about something for a while. */
export const digestPresses = (makers: readonly NudgeMaker[]): readonly PressEntry<ProjectDeps>[] =>
  SNOOZES.map((snooze) =>
    pressed(DIGEST_IDS[snooze], snoozeValue, async (asked, deps: ProjectDeps, about) =>
      answered(await putOff(deps, makers, asked, { ...about, snooze }), (until) => ({
        answer: 'tell',
        message: putOffNote(until, asked.locale),
      })),
    ),
  );
