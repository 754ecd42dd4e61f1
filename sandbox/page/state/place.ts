/** Where in the workspace the person looks. It stands in the address's hash, so it survives a reload and Back works. */
import { useEffect, useState } from 'preact/hooks';
import type { Seat } from '../../server/protocol.ts';

export type Place =
  | { at: 'home' }
  /** `thread`: the parent whose replies are open; `focus`: the message to scroll to. */
  | { at: 'channel'; channel: string; thread?: string | undefined; focus?: string | undefined };

export function placeToHash(place: Place): string {
  if (place.at === 'home') return '#home';
  return `#${place.channel}${place.thread ? `/${place.thread}` : ''}${place.focus ? `@${place.focus}` : ''}`;
}

function hashToPlace(hash: string): Place | null {
  if (hash === '#home') return { at: 'home' };
  const parts = /^#([A-Z0-9]+)(?:\/([\d.]+))?(?:@([\d.]+))?$/i.exec(hash);
  return parts?.[1] ? { at: 'channel', channel: parts[1], thread: parts[2], focus: parts[3] } : null;
}

/** Permalinks as chat.getPermalink gives them open here instead of leading to a Slack that does not exist. */
export function permalinkToPlace(href: string): Place | null {
  const found = /\/archives\/([A-Z0-9]+)(?:\/p(\d{10})(\d{6}))?/.exec(href);
  if (!found?.[1]) return null;
  const ts = found[2] ? `${found[2]}.${found[3]}` : undefined;
  const thread = /[?&]thread_ts=([\d.]+)/.exec(href)?.[1];
  return { at: 'channel', channel: found[1], thread, focus: ts };
}

/** What the person can see now: an address from another seat must not show a channel that this one lacks. */
export function visiblePlace(place: Place | null, seat: Seat): Place | null {
  if (place?.at === 'home' && seat.canReachHome) return place;
  if (place?.at === 'channel' && seat.channels.some((channel) => channel.id === place.channel)) return place;
  const first = seat.channels.find((channel) => channel.isMember && channel.kind !== 'im') ?? seat.channels[0];
  if (first) return { at: 'channel', channel: first.id };
  return seat.canReachHome ? { at: 'home' } : null;
}

export function usePlace(): [Place | null, (place: Place) => void] {
  const [place, setPlace] = useState(() => hashToPlace(location.hash));
  useEffect(() => {
    const follow = () => setPlace(hashToPlace(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return [place, (next) => (location.hash = placeToHash(next))];
}
