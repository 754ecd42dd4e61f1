/** Where somebody plans what is to go wrong between Slack and the app, and sees what is planned. */
import { useEffect, useState } from 'preact/hooks';
import type { PlannedFault } from '../../server/protocol.ts';
import { Icon } from '../shell/icons.tsx';
import { askServer } from '../state/feed.ts';
import { FaultForm } from './form.tsx';
import { aboutText, faultTitle, timesText } from './words.ts';

/** Long enough to be read; what is planned stands in its list. */
const SAID_MS = 6000;

type Props = { planned: readonly PlannedFault[]; onClose(): void };

export function Faults({ planned, onClose }: Props) {
  const [said, setSaid] = useState<{ text: string; isProblem: boolean } | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(null), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const ask = async (path: string, body: unknown, done: string) => {
    const why = await askServer(path, body);
    setSaid(why === undefined ? { text: done, isProblem: false } : { text: `Not done: ${why}`, isProblem: true });
  };
  return (
    <section class="faults" role="region" aria-label="Faults">
      <header class="inspector-head">
        <h2>Faults</h2>
        <span role="status" class={said?.isProblem ? 'fault-said problem' : 'fault-said'}>
          {said?.text}
        </span>
        <span class="spring" />
        <button type="button" class="icon-button" aria-label="Close faults" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div class="faults-body">
        <FaultForm onPlan={(wish) => ask('/faults', wish, 'Planned.')} />
        <section class="planned">
          <div class="planned-head">
            <h3>Planned</h3>
            <span class="spring" />
            <button
              type="button"
              class="text-button"
              disabled={planned.length === 0}
              onClick={() => void ask('/faults/clear', {}, 'Nothing is planned any more.')}
            >
              Clear all
            </button>
          </div>
          <Planned planned={planned} />
          <button
            type="button"
            class="text-button"
            title="As a failing network does: without a word"
            onClick={() =>
              void ask('/sockets/cut', {}, 'Dropped. Nothing reaches the app until it has connected anew.')
            }
          >
            <Icon name="cut" /> Drop the socket now
          </button>
        </section>
      </div>
    </section>
  );
}

function Planned({ planned }: { planned: readonly PlannedFault[] }) {
  if (planned.length === 0) return <p class="quiet">Nothing is planned: everything goes as it should.</p>;
  return (
    <ul aria-label="Planned faults">
      {planned.map((plan, index) => (
        <li key={index}>
          <span>
            <strong>{aboutText(plan)}</strong>: {faultTitle(plan.kind)}
          </span>
          <span class="tag provoked">{timesText(plan.times)}</span>
        </li>
      ))}
    </ul>
  );
}
