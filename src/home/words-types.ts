import type { LIVES, ONLY, Section } from './model.ts';

type Life = (typeof LIVES)[number];
type Only = (typeof ONLY)[number];

/** The sentences of App Home, with what each names. */
export type HomeWords = {
  waits: null;
  nothing: null;
  nothingClient: null;
  since: { at: string };
  moreHere: { count: number };
  newProject: null;
  intro: null;
  awaited: null;
  moreAwaited: { count: number };
  mine: null;
  noneMine: null;
  portfolio: null;
  nonePortfolio: null;
  theirs: null;
  range: { from: number; to: number; count: number };
  counts: { live: number; onHold: number; ended: number };
  inside: { parent: string };
  job: null;
  wanted: { day: string };
  awaits: { at: string };
  waitsForYou: { count: number };
  waitsForOthers: { count: number };
  requests: { count: number };
  vacancies: { count: number };
  held: null;
  runBy: { who: string };
  ended: { end: string };
  agreed: { what: string; at: string };
  agreedWhat: { kind: string; version: number };
  agreedNamed: { named: string; version: number };
  inChannel: { channel: string };
  record: null;
  export: null;
  settings: null;
  clear: null;
  'filter.client': null;
  'filter.stage': null;
  'filter.life': null;
  'filter.manager': null;
  'filter.only': null;
  'all.client': null;
  'all.stage': null;
  'all.life': null;
  'all.only': null;
} & { [S in Section as `earlier.${S}` | `next.${S}`]: null } & { [L in Life as `life.${L}`]: null } & {
  [O in Only as `only.${O}`]: null;
};
