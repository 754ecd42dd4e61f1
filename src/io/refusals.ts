/** What this folder itself refuses, whatever the feature. */
export type StoreRefusals = { 'store.gone': Record<never, never>; 'store.newer': Record<never, never> };
export type AnswerRefusals = { 'answer.notOurs': Record<never, never> };
export type ListenRefusals = { 'listen.retired': Record<never, never> };
