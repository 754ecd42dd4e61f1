import type { KnownBlock, View as SlackView } from '@slack/types';
import type { User, ViewRecord } from '../core/types.ts';
import { modalsOf } from '../core/views.ts';
import type { Filling } from './choose.ts';
import { perform, performOrThrow, type Context } from './context.ts';
import { flattenBlocks, textOf } from './flatten.ts';
import { fieldsIn, fillOn, pressOn, type Surface } from './surface.ts';

/** The open modal of a person, as it stood when it was taken. */
export type Modal = {
  title: string;
  /** All that can be read in it, a line each, without the title. */
  text: string;
  submitText: string | undefined;
  labels: string[];
  /** What the last submission was refused for, by label. */
  errors: Record<string, string>;
  raw: SlackView;
  /** Fills inputs by their visible labels, in the order given. */
  fill(values: Record<string, Filling>): Filled;
  /** Submits. Gives what is open afterwards: the next modal, this one with its `errors`, or nothing. */
  submit(): Promise<Modal | undefined>;
  /** Presses a button in it, or with `option` chooses in the select of that placeholder. */
  press(label: string, option?: string): Promise<Modal | undefined>;
  /** Cancel; `all` is the X. */
  close(options?: { all?: boolean }): Promise<Modal | undefined>;
};

/** A filling under way: it can be awaited, or submitted straight on. */
export type Filled = Promise<Modal> & { submit(): Promise<Modal | undefined> };

/** The modal that is open, if one is. */
export function openModalOf(context: Context, user: User): Modal | undefined {
  const record = modalsOf(context.engine.world, user.id).at(-1);
  return record && asModal(context, user, record);
}

function asModal(context: Context, user: User, record: ViewRecord): Modal {
  const { world } = context.engine;
  const view = record.view;
  const blocks = view.blocks as KnownBlock[];
  const modal = view.type === 'modal' ? view : undefined;
  const next = (): Modal | undefined => openModalOf(context, user);
  const fields = fieldsIn(context, blocks);
  return {
    title: textOf(world, modal?.title),
    text: flattenBlocks(world, blocks),
    submitText: modal?.submit ? textOf(world, modal.submit) : undefined,
    labels: fields.map((field) => field.label),
    errors: Object.fromEntries(
      Object.entries(record.errors).map(([blockId, text]) => [labelOf(fields, blockId), text]),
    ),
    raw: view,
    fill: (values) => {
      const filling = fillAll(context, user, record, values);
      return Object.assign(filling, { submit: () => filling.then((filled) => filled.submit()) });
    },
    submit: async () => {
      const state = context.drafts.get(record.id) ?? {};
      const result = await perform(context, user.id, { act: 'submit', modal: record.id, state });
      if (!result.ok && !result.fields) throw new Error(`The modal was not submitted: ${result.error}`);
      return next();
    },
    press: async (label, option) => {
      await pressOn(context, user, surfaceOf(record), label, option);
      return next();
    },
    close: async (options = {}) => {
      await performOrThrow(context, user.id, { act: 'close', modal: record.id, all: options.all ?? false });
      return next();
    },
  };
}

function labelOf(fields: { label: string; block: KnownBlock }[], blockId: string): string {
  return fields.find((field) => field.block.block_id === blockId)?.label ?? blockId;
}

function surfaceOf(record: ViewRecord): Surface {
  return { on: { modal: record.id }, blocks: record.view.blocks as KnownBlock[], viewId: record.id };
}

/** One field after the other: a field that tells the app may change the form under the next one. */
async function fillAll(context: Context, user: User, record: ViewRecord, values: Record<string, Filling>) {
  for (const [label, filling] of Object.entries(values)) {
    await fillOn(context, user, surfaceOf(record), label, filling);
  }
  const modal = openModalOf(context, user);
  if (!modal) throw new Error('The modal closed while it was being filled');
  return modal;
}
