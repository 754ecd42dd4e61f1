/** The page's two wires to the server: the feed that brings the Seat, and the acts that go out. */
import { useEffect, useState } from 'preact/hooks';
import type { Act, ActResult, Seat } from '../../server/protocol.ts';

/** EventSource gives up for good on an HTTP error (a server that is restarting), so the page tries again itself. */
const RETRY_MS = 1500;

/** Keeps one server-sent-events stream open until the returned function is called. */
export function listen(
  url: string,
  event: string,
  onData: (data: string) => void,
  onLive: (live: boolean) => void,
): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    source = new EventSource(url);
    source.addEventListener(event, (message) => onData((message as MessageEvent<string>).data));
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

/** `as`: null asks the server for its first seat. */
export function useSeat(as: string | null): { seat: Seat | null; live: boolean } {
  const [seat, setSeat] = useState<Seat | null>(null);
  const [live, setLive] = useState(false);
  useEffect(() => {
    const query = as === null ? '' : `?as=${encodeURIComponent(as)}`;
    return listen(
      `/feed${query}`,
      'seat',
      (data) => {
        setSeat(JSON.parse(data) as Seat);
        setLive(true);
      },
      setLive,
    );
  }, [as]);
  return { seat, live };
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
