/** The select menus: what can be chosen in each kind, over one picker. */
import type { OptionGroup, PlainTextOption } from '@slack/types';
import type { Seat } from '../../server/protocol.ts';
import { useDesk } from '../state/desk.ts';
import type { AnyElement } from '../state/values.ts';
import { plainText } from '../text/emoji.ts';
import { placeholderOf } from './parts.ts';
import { type Item, Picker } from './picker.tsx';
import { named, type Slot, useField } from './surface.tsx';

export function Select({ element, slot }: { element: AnyElement; slot: Slot }) {
  const { seat } = useDesk();
  const { state, change } = useField(slot, element);
  const isMulti = element.type.startsWith('multi_');
  const kind = element.type.replace('multi_', '');
  const key = `${KEYS[kind] ?? ''}${isMulti ? 's' : ''}`;
  const placeholder = placeholderOf(element) ?? PLACEHOLDERS[kind] ?? 'Choose';
  const options = optionsOf(element);
  const items = kind === 'static_select' ? options.map(itemOfOption) : (ITEMS[kind]?.(seat, element) ?? []);
  // Static options are chosen as whole objects, people and conversations as ids.
  const isWhole = kind === 'static_select';
  const held = state[key];
  const chosen = (isMulti ? (held as unknown[]) : held === null ? [] : [held]).map((one) =>
    isWhole ? ((one as PlainTextOption).value ?? '') : String(one),
  );
  const back = (id: string) => (isWhole ? (options.find(({ option }) => option.value === id)?.option ?? null) : id);
  const choose = (ids: string[]) => void change({ [key]: isMulti ? ids.map(back) : ids[0] ? back(ids[0]) : null });
  return (
    <Picker
      input={named(slot, placeholder)}
      items={items}
      chosen={chosen}
      max={isMulti ? ((element['max_selected_items'] as number | undefined) ?? Infinity) : 1}
      isMulti={isMulti}
      canClear={slot.isInput && slot.optional === true}
      placeholder={placeholder}
      onChoose={choose}
    />
  );
}

const KEYS: Record<string, string> = {
  static_select: 'selected_option',
  users_select: 'selected_user',
  conversations_select: 'selected_conversation',
};

const PLACEHOLDERS: Record<string, string> = {
  users_select: 'Choose a person',
  conversations_select: 'Choose a conversation',
};

type Grouped = { option: PlainTextOption; group?: string };

function optionsOf(element: AnyElement): Grouped[] {
  const groups = (element['option_groups'] as OptionGroup[] | undefined) ?? [];
  const flat = ((element['options'] as PlainTextOption[] | undefined) ?? []).map((option) => ({ option }));
  const grouped = groups.flatMap((group) =>
    group.options.map((option) => ({ option: option as PlainTextOption, group: plainText(group.label.text) })),
  );
  return [...flat, ...grouped];
}

const itemOfOption = ({ option, group }: Grouped): Item => ({
  id: option.value ?? '',
  name: plainText(option.text.text),
  note: option.description ? plainText(option.description.text) : undefined,
  group,
});

const ITEMS: Record<string, (seat: Seat, element: AnyElement) => Item[]> = {
  users_select: (seat) =>
    seat.people.map((person) => ({ id: person.id, name: person.name, note: person.title || person.company, person })),
  conversations_select: conversations,
};

type Filter = { include?: string[]; exclude_external_shared_channels?: boolean; exclude_bot_users?: boolean };

const ICONS = { private: 'lock', public: 'hash', im: 'person' } as const;

function conversations(seat: Seat, element: AnyElement): Item[] {
  const filter = (element['filter'] as Filter | undefined) ?? {};
  return seat.channels
    .filter((channel) => !channel.isArchived)
    .filter((channel) => !filter.include || filter.include.includes(channel.kind))
    .filter((channel) => !(filter.exclude_external_shared_channels && channel.isShared))
    .filter((channel) => !(filter.exclude_bot_users && channel.kind === 'im' && hasBot(seat, channel.members)))
    .map((channel) => ({
      id: channel.id,
      name: channel.name,
      icon: ICONS[channel.kind],
      note: channel.isShared ? 'shared' : undefined,
    }));
}

const hasBot = (seat: Seat, members: string[]) =>
  members.some((id) => seat.people.some((person) => person.id === id && person.isBot));
