/** What happens to a channel by other hands than the acting person's: the administrator's, or another company's. */
import { useState } from 'preact/hooks';
import type { AdminWish } from '../../server/admin.ts';
import type { ChannelView } from '../../server/protocol.ts';
import { useDesk } from '../state/desk.ts';
import { type Sure, useAdminister } from './administer.ts';

/** What needs nothing said beside the channel. */
type ChannelDeed = Exclude<Extract<AdminWish, { channel: string }>, { name: string }>['do'];
type Item = { label: string; wish: AdminWish; sure?: Sure };

export function AdminMenu({ channel }: { channel: ChannelView }) {
  const { seat } = useDesk();
  const administer = useAdminister();
  const app = seat.seats.find((person) => person.isBot) ?? seat.people.find((person) => person.isBot);
  const hasApp = app !== undefined && channel.members.includes(app.id);
  const groups = [
    { title: 'The workspace administrator', items: ownItems(channel, app?.name ?? 'the app', hasApp) },
    { title: 'The other company', items: theirItems(channel) },
  ];
  return (
    <>
      <p class="admin-note">Done in Slack’s own settings, whoever you act as. The app only hears of it.</p>
      {groups.map(
        ({ title, items }) =>
          items.length > 0 && (
            <div key={title} role="group" aria-label={title} class="menu">
              <div class="menu-title">{title}</div>
              {items.map(({ label, wish, sure }) => (
                <button
                  key={label}
                  type="button"
                  role="menuitem"
                  class={sure ? 'danger' : undefined}
                  onClick={() => void administer(wish, sure)}
                >
                  {label}
                </button>
              ))}
            </div>
          ),
      )}
      <Rename key={channel.name} channel={channel} />
    </>
  );
}

function ownItems({ id, name, isArchived, isShared }: ChannelView, app: string, hasApp: boolean): Item[] {
  const sure = {
    title: `Delete #${name}`,
    text: 'The channel and all that stands in it are gone for ever.',
    confirm: 'Delete channel',
  };
  const item = (label: string, deed: ChannelDeed): Item => ({ label, wish: { do: deed, channel: id } });
  return [
    hasApp ? item(`Remove ${app}`, 'remove-app') : item(`Invite ${app}`, 'invite-app'),
    isShared ? item('Stop sharing', 'unshare') : item('Share with a partner', 'share'),
    // Slack has a workspace keep its first channel.
    ...(name === 'general'
      ? []
      : [isArchived ? item('Unarchive channel', 'unarchive') : item('Archive channel', 'archive')]),
    ...(name === 'general' ? [] : [{ ...item('Delete channel', 'delete'), sure }]),
  ];
}

function theirItems({ id, isShared, isFrozen, invites }: ChannelView): Item[] {
  return [
    ...invites.flatMap(({ id: invite, to }): Item[] => [
      { label: `Accept for ${to}`, wish: { do: 'accept-invite', invite } },
      { label: `Decline for ${to}`, wish: { do: 'decline-invite', invite } },
    ]),
    ...(isShared && !isFrozen ? [{ label: 'End the connection', wish: { do: 'sever', channel: id } } as const] : []),
  ];
}

function Rename({ channel }: { channel: ChannelView }) {
  const administer = useAdminister();
  const [name, setName] = useState(channel.name);
  return (
    <form
      class="admin-rename"
      onSubmit={(event) => {
        event.preventDefault();
        void administer({ do: 'rename', channel: channel.id, name });
      }}
    >
      <input
        aria-label="New name of the channel"
        value={name}
        pattern="[a-z0-9_\-]+"
        maxLength={80}
        required
        title="Small letters, digits, - and _"
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" class="button" disabled={name === channel.name}>
        Rename
      </button>
    </form>
  );
}
