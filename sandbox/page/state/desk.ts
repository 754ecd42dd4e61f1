/** What every part of the page may need: the seat, where we are, and the ways to act. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Act, ActResult, ChannelView, PersonView, Seat } from '../../server/protocol.ts';
import type { Confirm } from '@slack/types';
import type { Place } from './place.ts';

export type Desk = {
  seat: Seat;
  place: Place | null;
  go(place: Place): void;
  act(act: Act): Promise<ActResult>;
  /** Like `act`, and a refusal is said in a notice; for acts without a place of their own to say it. */
  actOrSay(act: Act): Promise<ActResult>;
  /** Says something in a notice. */
  say(text: string): void;
  /** Shows a confirm dialog; true when the person went ahead. */
  ask(confirm: Confirm): Promise<boolean>;
};

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk outside of the App');
  return desk;
}

export function personOf(seat: Seat, id: string): PersonView | undefined {
  return seat.people.find((person) => person.id === id) ?? seat.seats.find((person) => person.id === id);
}

export function channelOf(seat: Seat, id: string): ChannelView | undefined {
  return seat.channels.find((channel) => channel.id === id);
}

/** Whether this person can write there. */
export const isWritable = ({ isMember, isArchived, isFrozen }: ChannelView) => isMember && !isArchived && !isFrozen;

const REFUSALS: Record<string, string> = {
  sandbox_unreachable: 'The sandbox does not answer. Is it still running?',
  not_in_channel: 'You are not in this channel.',
  is_archived: 'This channel is archived.',
  name_taken: 'Another channel has this name.',
  channel_not_found: 'You cannot see that channel.',
};

/** Whether Slack says it itself, in a notice or in the modal, so that the page must not say it again. */
export const isSaidBySlack = (error: string) =>
  error === 'operation_timeout' || error === 'dispatch_failed' || error.includes(' ');

/** Says why an act was refused; a code without a sentence is shown as Slack words it. */
export function refusalText(error: string): string {
  return REFUSALS[error] ?? `Slack refused: ${error}`;
}
