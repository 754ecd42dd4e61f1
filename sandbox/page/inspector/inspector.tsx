/** What went between Slack and the app: every delivery and every call, newest first. */
import { useEffect, useState } from 'preact/hooks';
import type { InspectorEntry } from '../../server/protocol.ts';
import { Icon } from '../shell/icons.tsx';
import { listen } from '../state/feed.ts';
import { Entry, isProblem, isProvoked } from './entry.tsx';

const SHOWN = {
  all: () => true,
  'to app': (entry: InspectorEntry) => entry.direction === 'to app',
  'from app': (entry: InspectorEntry) => entry.direction === 'from app',
  problems: isProblem,
  provoked: isProvoked,
} as const;
type Filter = keyof typeof SHOWN;
const FILTERS: Record<Filter, string> = {
  all: 'All',
  'to app': 'To app',
  'from app': 'From app',
  problems: 'Problems',
  provoked: 'Provoked',
};

/** More than anybody reads, few enough to draw. */
const MOST = 500;

/** Listens only while it is open: browsers allow six streams a host, and every window needs one for its feed. */
function useEntries(): InspectorEntry[] {
  const [entries, setEntries] = useState<ReadonlyMap<string, InspectorEntry>>(new Map());
  useEffect(
    () =>
      listen(
        '/inspector',
        {
          entry: (data) => {
            const entry = JSON.parse(data) as InspectorEntry;
            // By id: after a reconnection the old ones come again.
            setEntries((old) => new Map(old).set(entry.id, entry));
          },
        },
        () => {},
      ),
    [],
  );
  return [...entries.values()].toReversed().slice(0, MOST);
}

export function Inspector({ onClose }: { onClose(): void }) {
  const entries = useEntries();
  const [filter, setFilter] = useState<Filter>('all');
  const shown = entries.filter(SHOWN[filter]);
  return (
    <section class="inspector" role="region" aria-label="Inspector">
      <header class="inspector-head">
        <h2>Inspector</h2>
        <div class="filters" role="group" aria-label="Show">
          {(Object.keys(SHOWN) as Filter[]).map((one) => (
            <button key={one} type="button" aria-pressed={filter === one} onClick={() => setFilter(one)}>
              {FILTERS[one]}
            </button>
          ))}
        </div>
        <span class="spring" />
        <button type="button" class="icon-button" aria-label="Close inspector" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <ol class="entries" aria-label="Traffic">
        {shown.length === 0 && <li class="quiet">Nothing yet. Do something, and it shows here.</li>}
        {shown.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  );
}
