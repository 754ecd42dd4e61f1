import type { PressEntry, SubmitEntry } from '../io/answers.ts';
import { sendPresses, sendSubmits } from './listeners-send.ts';
import type { ProjectDeps } from '../project/service.ts';

type Deps = ProjectDeps;

export const briefPresses: readonly PressEntry<Deps>[] = [...sendPresses];

export const briefSubmits: readonly SubmitEntry<Deps>[] = [...sendSubmits];
