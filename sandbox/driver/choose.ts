/** From what a test says ("Instagram", "@ben", "2027-03-01") to what Slack's client would put into the state. */
import type { Engine } from '../core/engine.ts';
import { addFile, type NewFile } from '../core/files.ts';
import type { AnyElement } from '../core/messages.ts';
import { peopleMetBy } from '../core/sight.ts';
import type { User } from '../core/types.ts';
import { stateKey } from '../interact/state.ts';
import { personByHandle } from '../seed/plant.ts';
import type { InputState } from '../server/protocol.ts';
import { optionsOf, optionTexts, textOf } from './flatten.ts';
import { visibleChannel } from './seen.ts';

/** What can stand in an input: text, a day, an option's text, a handle, a channel's name, several of these, files, or nothing. */
export type Filling = string | readonly string[] | readonly NewFile[] | null;

/** The state of an element after this person has filled it. */
export function chosenState(engine: Engine, user: User, element: AnyElement, filling: Filling): InputState {
  const key = stateKey(element);
  if (!key) throw new Error(`A ${element.type} cannot be filled`);
  const given: readonly (string | NewFile)[] = typeof filling === 'string' ? [filling] : (filling ?? []);
  const values = given.map((one) => valueOf(engine, user, element, one));
  if (PLURAL.has(key)) return { type: element.type, [key]: values };
  if (Array.isArray(filling)) throw new Error(`A ${element.type} takes one value, not ${filling.length}`);
  return { type: element.type, [key]: values[0] ?? null };
}

const PLURAL = new Set(['selected_options', 'selected_users', 'selected_conversations', 'selected_channels', 'files']);

function valueOf(engine: Engine, user: User, element: AnyElement, said: string | NewFile): unknown {
  if ((typeof said !== 'string') !== (element.type === 'file_input')) {
    throw new Error(`A ${element.type} does not take ${JSON.stringify(said)}`);
  }
  // Slack's client uploads what is chosen at once, as that person.
  if (typeof said !== 'string') return { id: addFile(engine.world, user.id, said).id };
  switch (element.type) {
    case 'users_select':
    case 'multi_users_select':
      return personMet(engine, user, said).id;
    case 'conversations_select':
    case 'multi_conversations_select':
    case 'channels_select':
    case 'multi_channels_select':
      return visibleChannel(engine, user, said).id;
    case 'static_select':
    case 'multi_static_select':
    case 'radio_buttons':
    case 'checkboxes':
    case 'overflow':
      return optionCalled(engine, element, said);
    case 'datepicker':
      if (!/^\d{4}-\d\d-\d\d$/.test(said)) throw new Error(`A date picker takes YYYY-MM-DD, not ${said}`);
      return said;
    case 'datetimepicker':
      return Number(said);
    case 'external_select':
    case 'multi_external_select':
    case 'rich_text_input':
      throw new Error(`The driver cannot fill a ${element.type} yet`);
    default:
      return said;
  }
}

/** Slack's picker offers nobody whom this person could not meet. */
function personMet(engine: Engine, user: User, handle: string): User {
  const picked = personByHandle(engine, handle);
  if (!peopleMetBy(engine.world, user).includes(picked)) throw new Error(`${user.handle} cannot pick ${handle}`);
  return picked;
}

/** The option of a text; fails with the texts there are. */
export function optionCalled(engine: Engine, element: AnyElement, said: string): unknown {
  const found = optionsOf(element).find((option) => textOf(engine.world, option['text']) === said);
  if (found) return found;
  throw new Error(`There is no option "${said}", only "${optionTexts(engine.world, element).join('", "')}"`);
}
