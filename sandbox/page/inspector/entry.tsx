import { useState } from 'preact/hooks';
import type { InspectorEntry } from '../../server/protocol.ts';
import { useDesk } from '../state/desk.ts';
import { postJson } from '../state/feed.ts';
import { faultTitle } from '../faults/words.ts';
import { format } from '../text/dates.ts';

/** Slack waits this long for an acknowledgement. */
const ACK_MS = 3000;

export const isProvoked = (entry: InspectorEntry) => entry.fault !== undefined;
const TO_BE_REFUSED: readonly unknown[] = ['forge', 'age'];
/** What somebody planned to go wrong is no problem of the app's; to take what Slack never signed is one. */
export const isProblem = ({ outcome, fault }: InspectorEntry) =>
  fault === undefined ? outcome !== 'ok' : outcome === 'ok' && TO_BE_REFUSED.includes(fault);

const outcomeClass = (entry: InspectorEntry) => (isProblem(entry) ? 'bad' : isProvoked(entry) ? 'provoked' : 'good');

export function Entry({ entry }: { entry: InspectorEntry }) {
  const { seat } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const toApp = entry.direction === 'to app';
  const time = format(seat, new Date(entry.at), {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  return (
    <li class={`entry ${toApp ? 'to-app' : 'from-app'}`}>
      <button type="button" class="entry-line" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <time>{time}</time>
        <span class="direction">{toApp ? '→ app' : '← app'}</span>
        <span class="entry-what">
          {entry.what} {entry.fault && <span class="tag provoked">provoked: {faultTitle(entry.fault)}</span>}
        </span>
        <span class={`outcome ${outcomeClass(entry)}`}>{entry.outcome}</span>
        <Took entry={entry} />
        <span class="scope">{entry.scope}</span>
      </button>
      {isOpen && <Details entry={entry} />}
    </li>
  );
}

function Took({ entry }: { entry: InspectorEntry }) {
  const share = Math.min(1, entry.tookMs / ACK_MS);
  const strain = share >= 1 ? 'late' : share > 0.5 ? 'slow' : '';
  return (
    <span class="took" title={entry.direction === 'to app' ? `acknowledged after ${entry.tookMs} of ${ACK_MS} ms` : ''}>
      {entry.direction === 'to app' && (
        <span class="bar">
          <span class={strain} style={{ width: `${Math.max(2, share * 100)}%` }} />
        </span>
      )}
      <span class="ms">{entry.tookMs} ms</span>
    </span>
  );
}

function Details({ entry }: { entry: InspectorEntry }) {
  return (
    <div class="entry-details">
      {entry.again && <Again id={entry.id} />}
      <div class="jsons">
        <Json title={entry.direction === 'to app' ? 'Payload' : 'Arguments'} of={entry.payload} />
        <Json title={entry.direction === 'to app' ? "The app's answer" : "Slack's answer"} of={entry.answer} />
      </div>
    </div>
  );
}

function Json({ title, of }: { title: string; of: unknown }) {
  return (
    <div class="json">
      <h3>{title}</h3>
      <pre>{of === undefined || of === null ? '(none)' : JSON.stringify(of, unpacked, 2)}</pre>
    </div>
  );
}

/** Slack's API takes views, blocks and metadata as JSON in a string: shown as what they hold. */
function unpacked(_key: string, value: unknown): unknown {
  if (typeof value !== 'string' || !/^[{[]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

function Again({ id }: { id: string }) {
  const [said, setSaid] = useState('');
  const deliver = async () => {
    setSaid('Delivering…');
    const answer = await postJson(`/again/${encodeURIComponent(id)}`, {}).catch(() => null);
    setSaid(answer?.ok ? 'Delivered again.' : 'It could not be delivered again.');
  };
  return (
    <p>
      <button type="button" class="button" onClick={() => void deliver()}>
        Deliver again
      </button>{' '}
      <span role="status">{said}</span>
    </p>
  );
}
