/** The page's two wires to the server: the feed that brings the Seat, and the acts that go out. */
import { useEffect, useState } from 'preact/hooks';
import type { Act, ActResult, PlannedFault, Seat } from '../../server/protocol.ts';
import type { AdminWish } from '../../server/admin.ts';

/** EventSource gives up for good on an HTTP error (a server that is restarting), so the page tries again itself. */
const RETRY_MS = 1500;

/** The minute is enough of the clock; it must change soon after the sandbox's does. */
const TICK_MS = 1000;

/** Keeps one server-sent-events stream open until the returned function is called; `on` takes the data by the event's name. */
export function listen(
  url: string,
  on: Readonly<Record<string, (data: string) => void>>,
  onLive: (live: boolean) => void,
): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    source = new EventSource(url);
    for (const [event, take] of Object.entries(on)) {
      source.addEventListener(event, (message) => take((message as MessageEvent<string>).data));
    }
    source.onopen = () => onLive(true);
    source.onerror = () => {
      onLive(false);
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, RETRY_MS);
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

export type Feed = { seat: Seat | null; planned: readonly PlannedFault[]; live: boolean };

/** `as`: null asks the server for its first seat. */
export function useFeed(as: string | null): Feed {
  const [seat, setSeat] = useState<Seat | null>(null);
  const [planned, setPlanned] = useState<readonly PlannedFault[]>([]);
  const [live, setLive] = useState(false);
  useEffect(() => {
    const query = as === null ? '' : `?as=${encodeURIComponent(as)}`;
    // The sandbox's clock runs with the machine's, so many milliseconds ahead of it.
    let aheadMs = 0;
    const takeSeat = (data: string) => {
      const taken = JSON.parse(data) as Seat;
      aheadMs = Date.parse(taken.now) - Date.now();
      setSeat(taken);
      setLive(true);
    };
    const takeFaults = (data: string) => setPlanned(JSON.parse(data) as PlannedFault[]);
    const stop = listen(`/feed${query}`, { seat: takeSeat, faults: takeFaults }, setLive);
    const ticking = setInterval(() => setSeat((old) => old && ticked(old, Date.now() + aheadMs)), TICK_MS);
    return () => {
      clearInterval(ticking);
      stop();
    };
  }, [as]);
  return { seat, planned, live };
}

/** The same seat a minute later; the very same one within the minute, so that nothing is drawn again. */
function ticked(seat: Seat, nowMs: number): Seat {
  const now = new Date(nowMs).toISOString();
  return now.slice(0, 16) === seat.now.slice(0, 16) ? seat : { ...seat, now };
}

/** JSON even where there is nothing to say: no page of another site can send that here unasked. */
export const postJson = (url: string, body: unknown) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

export async function sendAct(as: string, act: Act): Promise<ActResult> {
  try {
    const response = await postJson(`/act?as=${encodeURIComponent(as)}`, act);
    if (!response.ok) return { ok: false, error: `http_${response.status}` };
    return (await response.json()) as ActResult;
  } catch {
    return { ok: false, error: 'sandbox_unreachable' };
  }
}

/** Asks the sandbox for something that is no act of a person. Gives why it was not done, in words, or nothing. */
export async function askServer(path: string, body: unknown): Promise<string | undefined> {
  try {
    const response = await postJson(path, body);
    if (response.ok) return undefined;
    const { error } = (await response.json()) as { error?: unknown };
    return typeof error === 'string' ? error : `HTTP ${response.status}`;
  } catch {
    return 'the sandbox does not answer';
  }
}

/** Has the workspace's administrator, or another company, do something. */
export const sendAdmin = (wish: AdminWish): Promise<string | undefined> => askServer('/admin', wish);
